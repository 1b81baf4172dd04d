/** Everything that ever happened to an action: ratings, updates, dates, leads, evidence, and each change of words with the words that changed. */
import { shortDay } from '../../terms/day.ts'
import { Heading, Timeline } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { listWordings } from '../action-store.ts'
import { EDITABLE } from '../merge-words.ts'
import { listHappenings } from '../history-store.ts'
import { findAction } from '../store.ts'
import { What } from './action.tsx'
import { actionCrumbs, idIn } from './crumbs.ts'
import { Changed } from './word-changes.tsx'

export const actionHistory = page({
  path: '/plan/actions/:id/history',
  may: 'read-plan',
  section: 'Plan',
  dated: true,
  async load({ db, asAt, params }) {
    const id = idIn(params)
    const [action, happenings, wordings] = await Promise.all([
      findAction(db, id, asAt),
      listHappenings(db, id, asAt),
      listWordings(db, id),
    ])
    return { action, happenings, wordings: wordings.filter(wording => wording.fromOn <= asAt) }
  },
  title: ({ action }) => `History of action ${action.ref}`,
  breadcrumbs: ({ action }) => actionCrumbs(action),
  view: ({ action, happenings, wordings }) => (
    <>
      <Heading caption={`Action ${action.ref}`}>History</Heading>
      {wordings.length > 1 && (
        <>
          <h2 class="govuk-heading-m">How the words changed</h2>
          <Timeline
            items={wordings.slice(0, -1).map((wording, index) => ({
              title: wording.reason || 'Words changed',
              when: shortDay(wording.fromOn),
              by: wording.by,
              children: EDITABLE.filter(field => wording[field] !== wordings[index + 1]![field]).map(field => (
                <Changed before={wordings[index + 1]![field]} after={wording[field]} />
              )),
            }))}
          />
        </>
      )}
      <h2 class="govuk-heading-m">Everything, newest first</h2>
      <What happenings={happenings} />
    </>
  ),
})

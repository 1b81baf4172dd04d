/** One person: what they may do and why, and their number in the case system, by which children are allocated to them. */
import { changeToPutBack } from '../../store/change.ts'
import { Changes } from '../../web/changes.tsx'
import { Button, Heading, SummaryList } from '../../web/components.tsx'
import { ErrorSummary, Input } from '../../web/fields.tsx'
import { text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { findColleague } from '../appointment-store.ts'
import { giveWorkerNumber, listNumberChanges } from '../appointing.ts'
import { doingOf, peopleCrumbs } from '../people-words.tsx'
import { PermissionsView } from '../permissions-view.tsx'
import { listPostsInForce } from '../reach-store.ts'

export const personPage = page({
  path: '/people/:id',
  may: 'manage-people',
  section: 'Account',
  asksAgain: 'to-save',
  async load({ db, params, query, today }) {
    const colleague = await findColleague(db, Number(params['id']), today)
    const [posts, changes] = [
      await listPostsInForce(db, colleague.personId, today),
      await listNumberChanges(db, colleague.personId),
    ]
    return { colleague, posts, changes, back: changeToPutBack(changes, query) }
  },
  title: ({ colleague }) => `What ${colleague.name} may do`,
  breadcrumbs: () => peopleCrumbs,
  form: { workerRef: text({ max: 60 }) },
  view: ({ colleague, posts, changes, back }, form) => {
    form.start({ workerRef: (back?.was ?? colleague).workerRef ?? '' })
    return (
      <>
        <ErrorSummary problems={form.problems} />
        <Heading caption="What they may do, and why">{colleague.name}</Heading>
        <SummaryList
          rows={[
            { key: 'Name', value: colleague.name, change: `/people/${colleague.personId}/details` },
            { key: 'E-mail address', value: colleague.email, change: `/people/${colleague.personId}/details` },
          ]}
        />
        <PermissionsView posts={posts} />
        <form method="post" novalidate>
          <Input
            name="workerRef"
            label="Their number in the case system"
            hint="Children are allocated to it. Leave it empty for someone who works with no child"
            width={20}
            form={form}
          />
          <Button>Save the number</Button>
        </form>
        <Changes
          changes={changes}
          inWords={(was, becomes) =>
            `Number in the case system: ${was.workerRef ?? 'none'} to ${becomes.workerRef ?? 'none'}`
          }
          href={`/people/${colleague.personId}`}
        />
      </>
    )
  },
  async save(asked, { colleague }, { workerRef }) {
    await giveWorkerNumber(asked.db, doingOf(asked), colleague.personId, workerRef === '' ? null : workerRef)
    return `/people/${colleague.personId}`
  },
})

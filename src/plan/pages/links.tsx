/** Which findings an action answers: link another by hand, or end a link with a reason. The plan's own words stay as they are. */
import { citedLabel, sameRef, sameSource } from '../../intake/citation.ts'
import type { Citation } from '../../intake/plan-reading.ts'
import { NotFound } from '../../store/not-found.ts'
import { Button, Empty, Heading } from '../../web/components.tsx'
import { ErrorSummary, Select, Textarea } from '../../web/fields.tsx'
import { idOf, Refused, text } from '../../web/form.ts'
import { type Asked, page } from '../../web/page.tsx'
import { addCitation, withdrawCitation } from '../action-store.ts'
import { resolveCitation } from '../citation.ts'
import { findVersionOfAction, listCitations } from '../citation-rows.ts'
import { doingOf } from '../doing.ts'
import { findActionToChange } from '../in-force.ts'
import type { Source } from '../source.ts'
import { listSources } from '../store.ts'
import { actionAddress, FindingLink, inShort } from '../words.tsx'
import { actionCrumbs, idIn } from './crumbs.ts'

export const linksPage = page({
  path: '/plan/actions/:id/links',
  may: 'edit-plan',
  section: 'Plan',
  async load({ db, today, params }) {
    const id = idIn(params)
    const [action, citations, sources] = await Promise.all([
      findActionToChange(db, id, today),
      listCitations(db, id, today),
      listSources(db, today),
    ])
    return { action, citations, sources }
  },
  title: ({ action }) => `Findings that action ${action.ref} answers`,
  breadcrumbs: ({ action }) => actionCrumbs(action),
  form: { findingId: idOf('Select a finding') },
  view: ({ action, citations, sources }, form, asked) => (
    <>
      <ErrorSummary problems={form.problems} />
      <Heading caption={`Action ${action.ref}`}>Findings it answers</Heading>
      <p class="govuk-body gt-measure">{action.text}</p>
      {citations.length === 0 ? (
        <Empty title="It cites no finding yet" />
      ) : (
        <ul class="govuk-list">
          {citations.map(citation => (
            <li>
              <Cited citation={citation} sources={sources} asked={asked} />{' '}
              <a class="govuk-link gt-small" href={actionAddress(action.actionId, `/links/${citation.citationId}/end`)}>
                End this link<span class="govuk-visually-hidden"> to {citedLabel(citation)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <form method="post" novalidate>
        <Select
          name="findingId"
          label="Link to another finding"
          blank="Select a finding"
          options={sources.flatMap(source =>
            source.findings.map(finding => ({
              value: finding.findingId,
              text: `${source.shortName} ${finding.ref}: ${inShort(finding.text, 100)}`,
            })),
          )}
          form={form}
        />
        <Button>Link</Button>
      </form>
    </>
  ),
  async save(asked, { action, citations, sources }, given) {
    const source = sources.find(one => one.findings.some(finding => finding.findingId === given.findingId))
    const finding = source?.findings.find(one => one.findingId === given.findingId)
    if (!source || !finding) throw new Refused([{ field: 'findingId', text: 'Select a finding' }])
    if (citations.some(one => sameSource(one.source, source) && one.ref !== null && sameRef(one.ref, finding.ref)))
      throw new Refused([{ field: 'findingId', text: 'The action answers this finding already' }])
    await addCitation(
      asked.db,
      doingOf(asked),
      {
        planVersionId: await findVersionOfAction(asked.db, action.actionId, asked.today),
        actionId: action.actionId,
        objectiveId: null,
      },
      { source: source.shortName, ref: finding.ref, text: `${source.shortName} ${finding.ref}` },
    )
    return actionAddress(action.actionId, '/links')
  },
})

/** A cited finding with its words and the way to it; what points nowhere, or to what is not loaded, says so. */
const Cited = ({ citation, sources, asked }: { citation: Citation; sources: Source[]; asked: Asked }) => {
  const { finding, state } = resolveCitation(citation, sources)
  if (finding)
    return (
      <>
        <FindingLink findingId={finding.findingId} asked={asked}>
          {citedLabel(citation)}
        </FindingLink>{' '}
        {finding.text}
      </>
    )
  return (
    <>
      {citedLabel(citation)} {state === 'points-nowhere' && <strong class="gt-late">points nowhere</strong>}
      {state === 'not-loaded' && <span class="gt-small">not loaded</span>}
    </>
  )
}

export const endLink = page({
  path: '/plan/actions/:id/links/:citation/end',
  may: 'edit-plan',
  section: 'Plan',
  async load({ db, today, params }) {
    const action = await findActionToChange(db, idIn(params), today)
    const citation = (await listCitations(db, action.actionId, today)).find(
      one => one.citationId === idIn(params, 'citation'),
    )
    if (!citation) throw new NotFound('such link of this action')
    return { action, citation }
  },
  title: ({ action, citation }) => `End the link of action ${action.ref} to ${citedLabel(citation)}`,
  breadcrumbs: ({ action }) => actionCrumbs(action),
  form: { reason: text({ max: 1000, missing: 'Enter why the link ends' }) },
  view: ({ action, citation }, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading caption={`Action ${action.ref}`}>End the link to {citedLabel(citation)}</Heading>
      <p class="govuk-body gt-measure">
        The words of the plan stay. From today the action no longer counts as answering this finding; earlier days still
        show that it did.
      </p>
      <Textarea name="reason" label="Reason" rows={3} form={form} />
      <Button kind="warning">End the link</Button>
    </form>
  ),
  async save(asked, { action, citation }, given) {
    await withdrawCitation(asked.db, doingOf(asked), citation.citationId, given.reason)
    return actionAddress(action.actionId, '/links')
  },
})

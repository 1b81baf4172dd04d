/** Correct one action of an uploaded plan: its words as read, or what its row really is. Corrections stay with the draft, the document never changes. */
import type { ActionReading } from '../../intake/plan-reading.ts'
import { NotFound } from '../../store/not-found.ts'
import { Button, Heading, SummaryList } from '../../web/components.tsx'
import { ErrorSummary, Input, Radios, Textarea } from '../../web/fields.tsx'
import { oneOf, Refused, text } from '../../web/form.ts'
import { type Asked, page } from '../../web/page.tsx'
import type { CorrectableField, RowCorrection } from '../../intake/plan-corrections.ts'
import { actionsOf } from '../draft.ts'
import { idIn } from './crumbs.ts'
import { findToReadAgain, keepReadAgain, readAgain } from './draft-columns.tsx'
import { draftAddress, draftCrumbs, loadDraft, type PlanDraft } from './plan-draft.tsx'
import { isOvertaken, Seen, seenField } from './seen.tsx'

const ROW_IS = {
  action: 'An action, with the words below',
  continuation: 'The rest of the row before, cut by a page',
  section: 'A section heading or objectives',
  'left-out': 'Nothing of the plan: leave it out',
} as const

const FIELDS = [
  'ref',
  'text',
  'desiredOutcome',
  'leadText',
  'timescaleText',
  'measureText',
  'monitoredBy',
  'evidenceText',
] as const satisfies readonly CorrectableField[]

export const draftAction = page({
  path: '/plan/drafts/:id/actions/:number',
  may: 'load-plan',
  section: 'Plan',
  async load(asked) {
    const draft = await loadDraft(asked)
    return { ...actionAt(draft, asked.params), draft }
  },
  title: ({ action, draft }) => `Correct ${action.ref || 'an action'} of ${draft.name}`,
  breadcrumbs: ({ draft }) => draftCrumbs(draft),
  form: {
    seen: seenField,
    is: oneOf(ROW_IS, 'Select what the row is'),
    ref: text({ max: 60 }),
    text: text({ max: 20_000 }),
    desiredOutcome: text({ max: 20_000 }),
    leadText: text({ max: 2000 }),
    timescaleText: text({ max: 2000 }),
    measureText: text({ max: 20_000 }),
    monitoredBy: text({ max: 2000 }),
    evidenceText: text({ max: 20_000 }),
    reason: text({ max: 500 }),
  },
  view: ({ action, draft }, form) => {
    form.start({ is: 'action', ...Object.fromEntries(FIELDS.map(field => [field, String(action[field] ?? '')])) })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={draft.name}>Correct what was read</Heading>
        <Seen of={placeOf(action)} />
        <SummaryList
          compact
          rows={[
            { key: 'Where it stands', value: action.where },
            ...Object.entries(action.unmapped)
              .filter(([, words]) => words !== '')
              .map(([heading, words]) => ({ key: heading || 'Without a heading', value: words })),
            ...action.leads
              .filter(lead => lead.offered)
              .map(lead => ({ key: 'Perhaps a broken word', value: `“${lead.text}” may be “${lead.offered}”` })),
          ]}
        />
        <Radios name="is" legend="What is this row?" options={ROW_IS} form={form} small />
        <Input name="ref" label="Reference" form={form} width={10} />
        <Textarea name="text" label="Action" rows={4} form={form} />
        <Textarea name="desiredOutcome" label="Desired outcome" rows={3} form={form} />
        <Input name="leadText" label="Lead" form={form} />
        <Input name="timescaleText" label="Timescale" form={form} />
        <Textarea name="measureText" label="How we will measure" rows={4} form={form} />
        <Input name="monitoredBy" label="Monitored by" form={form} />
        <Textarea name="evidenceText" label="Evidence or progress" rows={4} form={form} />
        <Input name="reason" label="Why, if it is left out" form={form} />
        <Button>Save the correction</Button>
      </form>
    )
  },
  async prepare(given, { params, reading }) {
    const found = await reading(findToReadAgain)
    const { action } = actionAt(found.draft, params)
    if (isOvertaken(given.seen, placeOf(action)))
      throw new NotFound('action of this number any more: the reading was corrected meanwhile. Open the action again')
    if (given.is === 'left-out' && given.reason === '')
      throw new Refused([{ field: 'reason', text: 'Enter why it is left out' }])
    if (given.is === 'action' && given.text === '') throw new Refused([{ field: 'text', text: 'Enter the action' }])
    const changed = given.is === 'action' ? wordsChanged(action, given) : []
    const rowIs: RowCorrection[] =
      given.is === 'left-out'
        ? [{ where: action.where, as: 'left-out', reason: given.reason }]
        : given.is === 'action'
          ? []
          : [{ where: action.where, as: given.is }]
    const { corrections } = found.draft
    return readAgain(found, { ...corrections, rows: [...(corrections.rows ?? []), ...rowIs, ...changed] })
  },
  async save({ db }, { draft }, _given, again) {
    await keepReadAgain(db, draft, again)
    return draftAddress(draft)
  },
})

/** The action of the address. Throws `NotFound`. */
function actionAt(draft: PlanDraft, params: Asked['params']) {
  const found = actionsOf(draft.reading)[idIn(params, 'number') - 1]
  if (!found) throw new NotFound('such action in this reading')
  return found
}

/** Where it stands in the document: its number among the actions changes with corrections. */
const placeOf = ({ where, partOfRow }: ActionReading) => ({ where, partOfRow })

const wordsChanged = (action: ActionReading, given: Record<(typeof FIELDS)[number], string>): RowCorrection[] =>
  FIELDS.filter(field => given[field] !== String(action[field] ?? '').trim()).map(field => ({
    where: action.where,
    part: action.partOfRow,
    field,
    text: given[field],
  }))

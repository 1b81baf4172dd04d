/** Correct what each column of an uploaded plan was taken for: a cell of the table, a box for each thing it may fill. The plan is then read again. */
import { isDeepStrictEqual } from 'node:util'
import { readDocument } from '../../intake/read-document.ts'
import { readPlan } from '../../intake/plan-document.ts'
import { PLAN_FIELD, type PlanField, type PlanReading } from '../../intake/plan-reading.ts'
import { wordIn } from '../../terms/word-in.ts'
import type { Db } from '../../store/database.ts'
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary } from '../../web/fields.tsx'
import { Refused, texts } from '../../web/form.ts'
import { type Asked, page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import type { DraftCorrections } from '../draft.ts'
import { correctDraft, findDocument } from '../draft-store.ts'
import { draftAddress, draftCrumbs, DraftNavigation, loadDraft, type PlanDraft } from './plan-draft.tsx'

/** What was read again, and the corrections that it had before. */
export type ReadAgain = { reading: PlanReading; corrections: DraftCorrections; before: DraftCorrections }

/** The draft with its document, to be read again when the transaction is over. Throws `Refused` where it was kept. */
export async function findToReadAgain(asked: Asked) {
  const draft = await loadDraft(asked)
  refuseKept(draft)
  return { draft, document: await findDocument(asked.db, draft.documentId) }
}

/** Reads the draft's document again with corrections; takes seconds for a large one, so it is done before anything is kept. */
export async function readAgain(
  { draft, document }: Awaited<ReturnType<typeof findToReadAgain>>,
  corrections: DraftCorrections,
): Promise<ReadAgain> {
  const reading = readPlan(await readDocument(document.name, document.content), corrections)
  if (reading.themes.every(theme => theme.actions.length === 0))
    throw new Refused([
      { field: null, text: 'With these corrections no action would be left: at least one column must be the action' },
    ])
  return { reading, corrections, before: draft.corrections }
}

/** Keeps what was read again. Throws `Refused` where the draft was kept or corrected by someone else meanwhile: it was read without that. */
export async function keepReadAgain(db: Db, draft: PlanDraft, { reading, corrections, before }: ReadAgain) {
  refuseKept(draft)
  if (!isDeepStrictEqual(draft.corrections, before))
    throw new Refused([
      {
        field: null,
        text: 'Someone else corrected this plan at the same moment. Look at it again and send yours again',
      },
    ])
  await correctDraft(db, draft.planDraftId, reading, corrections)
}

/** Throws `Refused` where the draft was kept meanwhile. */
export function refuseKept(draft: PlanDraft) {
  if (draft.kept) throw new Refused([{ field: null, text: 'This plan was kept already: change it in the register' }])
}

const nameOf = (layout: number, column: number) => `${layout}-${column}`

export const draftColumns = page({
  path: '/plan/drafts/:id/columns',
  may: 'load-plan',
  section: 'Plan',
  wide: true,
  load: loadDraft,
  title: draft => `Columns of ${draft.name}`,
  breadcrumbs: draft => draftCrumbs(draft),
  form: { mapping: texts() },
  view: (draft, form) => (
    <form method="post">
      <ErrorSummary problems={form.problems} />
      <Heading caption={draft.name}>What is in each column?</Heading>
      <DraftNavigation draft={draft} current="columns" />
      {draft.reading.layouts.map((layout, index) => (
        <Table
          caption={
            draft.reading.layouts.length === 1 ? 'Columns' : `Layout ${index + 1}, used by ${layout.tables.join(', ')}`
          }
          captionHidden={draft.reading.layouts.length === 1}
          rows={layout.columns}
          columns={[
            {
              heading: 'Column',
              names: true,
              cell: column => column.heading || `Column ${column.column + 1}, without a heading`,
            },
            {
              heading: 'For example',
              width: 'wide',
              cell: column => <span class="gt-clamp">{exampleOf(draft, column.heading, column.fields)}</span>,
            },
            {
              heading: 'Holds',
              cell: column => (
                <FieldPick
                  name={nameOf(index, column.column)}
                  chosen={column.fields[0] ?? 'unmapped'}
                  label={column.heading}
                />
              ),
            },
            {
              heading: 'And',
              cell: column => (
                <FieldPick
                  name={nameOf(index, column.column)}
                  chosen={column.fields[1] ?? ''}
                  label={`${column.heading}, second`}
                  second
                />
              ),
            },
          ]}
        />
      ))}
      <Button>Read it again</Button>
    </form>
  ),
  async prepare({ mapping }, { reading }) {
    const found = await reading(findToReadAgain)
    return readAgain(found, { ...found.draft.corrections, columns: columnsGiven(found.draft, mapping) })
  },
  async save({ db }, draft, _given, again) {
    await keepReadAgain(db, draft, again)
    return draftAddress(draft)
  },
})

/** One list for what the column holds; its value names layout, column and field, since a form sends only names and values. */
const FieldPick = ({
  name,
  chosen,
  label,
  second,
}: {
  name: string
  chosen: string
  label: string
  second?: boolean
}) => (
  <select class="govuk-select gt-filters__input" name="mapping" aria-label={`What the column ${label} holds`}>
    {second && <option value={`${name}:`}>Nothing else</option>}
    {Object.entries(PLAN_FIELD).map(([field, words]) => (
      <option value={`${name}:${field}`} selected={field === chosen}>
        {words}
      </option>
    ))}
  </select>
)

function columnsGiven(draft: PlanDraft, mapping: string[]) {
  return draft.reading.layouts.flatMap((layout, index) =>
    layout.columns.map(({ column }) => {
      const chosen = mapping
        .filter(choice => choice.startsWith(`${nameOf(index, column)}:`))
        .map(choice => choice.split(':')[1] ?? '')
      const fields = [...new Set(chosen)].filter((field): field is PlanField => Object.hasOwn(PLAN_FIELD, field))
      return {
        layout: index,
        column,
        fields: fields.length > 1 ? fields.filter(field => field !== 'unmapped') : fields,
      }
    }),
  )
}

/** The first words that the column holds, to tell what it is. */
function exampleOf(draft: PlanDraft, heading: string, fields: PlanField[]): string {
  const actions = draft.reading.themes.flatMap(theme => theme.actions)
  const objectives = new Map(
    draft.reading.themes.flatMap(theme => theme.objectives).map(objective => [objective.ref, objective.text]),
  )
  const words = (action: (typeof actions)[number]) => {
    const of: Partial<Record<PlanField, string>> = {
      ref: action.ref,
      text: action.text,
      desiredOutcome: action.desiredOutcome,
      lead: action.leadText,
      timescale: action.timescaleText,
      start: action.startText ?? '',
      end: action.endText ?? '',
      measure: action.measureText,
      evidence: action.evidenceText,
      delivery: action.delivery?.text ?? '',
      impact: action.impact?.text ?? '',
      cites: action.cites.map(cite => cite.text).join(', '),
      objective: objectives.get(`${action.objective}`) ?? '',
      monitoredBy: action.monitoredBy,
    }
    return wordIn(action.unmapped, heading) ?? of[fields[0] ?? 'unmapped'] ?? ''
  }
  return (
    actions
      .map(words)
      .find(text => text.trim() !== '')
      ?.slice(0, 160) ?? ''
  )
}

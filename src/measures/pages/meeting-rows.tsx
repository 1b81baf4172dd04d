/** The one table of a performance meeting: each row a case past its clock, with fields for why, who and what next; or read only, once it is closed. */
import { capital } from '../../terms/first-letter.ts'
import { type Day, shortDay } from '../../terms/day.ts'
import { timesInWords } from '../../terms/count-words.ts'
import { Tag } from '../../web/components.tsx'
import type { Form } from '../../web/form.ts'
import { type Column, Table } from '../../web/table.tsx'
import { isReasonDue, STEP, stepWords } from '../escalation.ts'
import type { Exception } from '../exceptions.ts'
import { REASON, type Reason } from '../reason.ts'
import type { CaseReason } from '../reason-store.ts'
import { rowKey, type RowField, rowsTyped, type TypedRow } from '../typed-reasons.ts'

/** Seven fields a row: a form holds 5,000. */
export const ROWS_A_PAGE = 100

/** The first row of the page of the list that the address asks for. */
export function firstOf(query: URLSearchParams, rows: readonly Exception[]): number {
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE))
  return (Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page'))) || 1)) - 1) * ROWS_A_PAGE
}

type Numbered = Exception & { readonly at: number; readonly typed: TypedRow | undefined }

/** From the row `first` (the first of all is 0), as many as a page of the meeting shows; with what was typed in `form`, where it was sent and came back. */
type Given = { rows: readonly Exception[]; first: number; form: Form; heldOn: Day }

export const MeetingRows = ({ rows, first, form, heldOn }: Given) => {
  const typed = new Map(typedIn(form).map(row => [row.key, row]))
  return (
    <Table<Numbered>
      caption={captionOf(rows)}
      rows={rows
        .slice(first, first + ROWS_A_PAGE)
        .map((row, index) => ({ ...row, at: first + index + 1, typed: typed.get(rowKey(row)) }))}
      rowId={({ at }) => `row-${at}`}
      columns={[
        ...caseColumns(),
        { heading: 'Reason and note', width: 'middle', cell: row => <WhyFields row={row} form={form} /> },
        { heading: 'Owner, next step and review', width: 'middle', cell: row => <NextFields row={row} form={form} /> },
        {
          heading: 'Save',
          headingHidden: true,
          cell: ({ at, child, what, said }) => (
            <>
              <button
                class="govuk-button govuk-button--secondary gt-button--small gt-meeting__save"
                name="save"
                value={String(at)}
                data-save
              >
                Save
                <span class="govuk-visually-hidden">
                  {' '}
                  {child.name}, {what}
                </span>
              </button>
              <SaidWhen said={said} heldOn={heldOn} />
            </>
          ),
        },
      ]}
    />
  )
}

const typedIn = (form: Form): TypedRow[] =>
  rowsTyped({
    key: form.texts('key'), after: form.texts('after'), reason: form.texts('reason'), note: form.texts('note'),
    owner: form.texts('owner'), nextStep: form.texts('nextStep'), review: form.texts('review'),
  }) // prettier-ignore

export const captionOf = (rows: readonly Exception[]): string =>
  rows.length === 1
    ? '1 case past its day, longest over first'
    : `${rows.length} cases past their day, longest over first`

const dueMark = (row: Exception) => row.said.length === 0 && isReasonDue(row)

/** What is known of the case, on the screen and in the minutes alike. */
export const caseColumns = <Row extends Exception>(): Column<Row>[] => [
  {
    heading: 'Child',
    names: true,
    cell: ({ child: { name, ref, address } }) => (
      <>
        <a class="govuk-link" href={`/children/${address}`}>
          {name}
        </a>
        <span class="gt-small">{ref}</span>
      </>
    ),
  },
  { heading: 'What', width: 'middle', cell: ({ what }) => what },
  { heading: 'Due', width: 'nowrap', cell: ({ due }) => shortDay(due) },
  { heading: 'Days over', number: true, cell: ({ over }) => <strong class="gt-late">{over}</strong> },
  {
    heading: 'Escalation',
    cell: ({ step, isUrgent }) => (
      <>
        <Tag colour={step === 'E4' || step === 'E5' ? 'red' : 'orange'} {...(step === 'E5' && { shape: 'warning' })}>
          {step}
        </Tag>
        <span class="gt-small">
          {stepWords(step, isUrgent)}: {STEP[step].tells}
        </span>
      </>
    ),
  },
  { heading: 'Worker', cell: ({ worker }) => worker || <strong class="gt-late">nobody</strong> },
  {
    heading: 'Carried over',
    cell: ({ carried, isRepeat }) => (
      <>
        {carried === 0 ? 'New' : capital(timesInWords(carried))}
        {isRepeat && <span class="gt-small">Late before within a year</span>}
      </>
    ),
  },
]

/** What was typed, else what stands. */
function valueOf({ typed, said: [stands] }: Numbered, field: RowField): string {
  if (typed) return typed[field]
  const value = stands?.[field] ?? ''
  return field === 'review' && value !== '' ? value.split('-').reverse().join('/') : value
}

type Fielded = { row: Numbered; form: Form; field: RowField; label: string }

const naming = ({ row, form, field, label }: Fielded) => {
  const id = `${field}-${row.at}`
  const problem = form.problem(id)
  return {
    problem,
    given: {
      id,
      name: field,
      'aria-label': `${label}: ${row.child.name}, ${row.what}`,
      [`data-${field.toLowerCase()}`]: true,
      ...(problem && { 'aria-describedby': `${id}-error` }),
    },
  }
}

const Wrong = ({ id, problem }: { id: string; problem: string | null }) =>
  problem === null ? null : (
    <p id={`${id}-error`} class="govuk-error-message gt-meeting__error">
      <span class="govuk-visually-hidden">Error:</span> {problem}
    </p>
  )

const Line = (fielded: Fielded & { most: number }) => {
  const { given, problem } = naming(fielded)
  return (
    <>
      <Wrong id={given.id} problem={problem} />
      <span class="gt-meeting__label" aria-hidden="true">
        {fielded.label}
      </span>
      <input
        class={`govuk-input gt-meeting__input${problem ? ' govuk-input--error' : ''}`}
        type="text"
        maxlength={fielded.most}
        value={valueOf(fielded.row, fielded.field)}
        {...given}
      />
    </>
  )
}

const WhyFields = ({ row, form }: { row: Numbered; form: Form }) => {
  const reason = naming({ row, form, field: 'reason', label: 'Reason' })
  const note = naming({ row, form, field: 'note', label: 'Note' })
  const chosen = valueOf(row, 'reason')
  return (
    <>
      <input type="hidden" name="key" value={rowKey(row)} />
      <input type="hidden" name="after" value={String(row.said[0]?.reasonId ?? 0)} />
      <Wrong id={reason.given.id} problem={reason.problem} />
      <select class={`govuk-select gt-meeting__input${reason.problem ? ' govuk-select--error' : ''}`} {...reason.given}>
        <option value="">{dueMark(row) ? 'No reason yet: asked for' : 'No reason yet'}</option>
        {Object.entries(REASON).map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
      {row.typed && <StandsNow row={row} />}
      <Wrong id={note.given.id} problem={note.problem} />
      <span class="gt-meeting__label" aria-hidden="true">
        Note
      </span>
      <textarea
        class={`govuk-textarea gt-meeting__input${note.problem ? ' govuk-textarea--error' : ''}`}
        rows={2}
        maxlength={2000}
        {...note.given}
      >
        {valueOf(row, 'note')}
      </textarea>
    </>
  )
}

/** What somebody else kept while this was being typed. */
const StandsNow = ({ row: { typed, said } }: { row: Numbered }) =>
  said[0] === undefined || String(said[0].reasonId) === typed!.after ? null : (
    <p class="gt-small">
      Kept meanwhile by {said[0].by}: <ReasonWords said={said[0]} />
    </p>
  )

const NextFields = ({ row, form }: { row: Numbered; form: Form }) => (
  <>
    <Line row={row} form={form} field="owner" label="Owner" most={200} />
    <Line row={row} form={form} field="nextStep" label="Next step" most={1000} />
    <Line row={row} form={form} field="review" label="Review on" most={20} />
  </>
)

const SaidWhen = ({ said: [stands], heldOn }: { said: readonly CaseReason[]; heldOn: Day }) =>
  stands === undefined ? null : (
    <span class="gt-small">
      Said {stands.said < heldOn ? `before, ${shortDay(stands.said)}` : shortDay(stands.said)}, {stands.by}
      {stands.review !== null && stands.review <= heldOn && (
        <strong class="gt-late">Review was due {shortDay(stands.review)}</strong>
      )}
    </span>
  )

/** A reason in a line, with its note. */
export const ReasonWords = ({ said }: { said: Pick<CaseReason, 'reason' | 'note'> }) => (
  <>
    {REASON[said.reason as Reason]}
    {said.note !== '' && `. ${said.note}`}
  </>
)

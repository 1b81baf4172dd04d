/** The rows of a performance meeting as they were typed: which of them changed, what is wrong with them, and what is to be kept. */
import { type FieldProblem, onDay, texts } from '../web/form.ts'
import type { Day } from '../terms/day.ts'
import type { CaseKey, GivenReason } from './reason-store.ts'
import { isReason, noteMissing } from './reason.ts'
import type { Exception } from './exceptions.ts'

/** Each is sent once for every row, in the order of the rows. `after` is the reason that stood when the page was made; 0 for none. */
export const ROW_FIELDS = {
  key: texts(),
  after: texts(),
  reason: texts(),
  note: texts(),
  owner: texts(),
  nextStep: texts(),
  review: texts(),
}
export type RowField = 'reason' | 'note' | 'owner' | 'nextStep' | 'review'
export type TypedRow = Readonly<Record<'key' | 'after' | RowField, string>>

const NAMES = Object.keys(ROW_FIELDS) as (keyof TypedRow)[]
const MOST: Partial<Record<RowField, [number, string]>> = {
  note: [2000, 'note'],
  owner: [200, 'owner'],
  nextStep: [1000, 'next step'],
}

/** By key; what was sent without one belongs to no row. */
export function rowsTyped(sent: Readonly<Record<keyof typeof ROW_FIELDS, readonly string[]>>): TypedRow[] {
  return sent.key.map(
    (_, at) => Object.fromEntries(NAMES.map(name => [name, sent[name][at] ?? ''])) as Record<keyof TypedRow, string>,
  )
}

/** What stands for a row in the form: the child by what stands for them in addresses. */
export const rowKey = ({ child, clock, due }: Pick<Exception, 'child' | 'clock' | 'due'>): string =>
  `${child.address} ${clock} ${due}`

export type ToKeep = { readonly key: CaseKey; readonly given: GivenReason }

/** What is to be kept of what was typed, or what is wrong with it. Rows left as they were are neither. */
export function readRows(
  rows: readonly Exception[],
  typed: readonly TypedRow[],
  today: Day,
): { keep: ToKeep[]; problems: FieldProblem[] } {
  const keep: ToKeep[] = []
  const problems: FieldProblem[] = []
  for (const given of typed) {
    const at = rows.findIndex(row => rowKey(row) === given.key)
    if (at < 0) {
      if (given.after === '0' && given.reason !== '') problems.push({ field: null, text: GONE })
      continue
    }
    const row = rows[at]!
    const read = readRow(row, given, today)
    if (read === null) continue
    if ('problem' in read)
      problems.push({ field: `${read.field}-${at + 1}`, text: `${row.child.name}, ${row.what}: ${read.problem}` })
    else keep.push({ key: { childId: row.child.childId, clock: row.clock, due: row.due }, given: read })
  }
  return { keep, problems }
}

const GONE = 'A case that you wrote about is not on this list any more: it was done, or the child is out of your reach'

type Wrong = { field: RowField; problem: string }

/** Null where nothing was changed. */
function readRow({ said }: Exception, typed: TypedRow, today: Day): GivenReason | Wrong | null {
  const stood = said.find(({ reasonId }) => String(reasonId) === typed.after)
  const review = onDay().read({ texts: [typed.review], files: [] })
  const same = (field: 'reason' | 'note' | 'owner' | 'nextStep') => typed[field] === (stood?.[field] ?? '')
  const sameReview = 'value' in review && review.value === (stood?.review ?? null)
  if (same('reason') && same('note') && same('owner') && same('nextStep') && sameReview) return null
  const latest = said[0]
  if (String(latest?.reasonId ?? 0) !== typed.after)
    return {
      field: 'reason',
      problem: `${latest!.by} gave a reason while you wrote: see below it, and save again to put yours after it`,
    }
  if ('problem' in review) return { field: 'review', problem: review.problem }
  if (!sameReview && review.value !== null && review.value < today)
    return { field: 'review', problem: 'Enter a day for the review that is still to come' }
  const { reason, note, owner, nextStep } = typed
  if (!isReason(reason)) return { field: 'reason', problem: 'Select a reason' }
  const missing = noteMissing(reason, note)
  if (missing !== null) return { field: 'note', problem: missing }
  for (const [field, [most, words]] of Object.entries(MOST) as [RowField, [number, string]][])
    if (typed[field].length > most) return { field, problem: `Use ${most} characters or fewer for the ${words}` }
  return { reason, note, owner, nextStep, review: review.value }
}

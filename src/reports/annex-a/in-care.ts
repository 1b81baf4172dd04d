/** What list 8 says of a period of care, worked out from the child's reviews, visits, placements, checks and times missing. */
import type { LegalStatus } from '../../children/legal-status.ts'
import type { Missing } from '../../children/missing.ts'
import type { Placement } from '../../children/placement.ts'
import { rowsOf } from '../../children/records.ts'
import { type CarePeriod, carePeriodsOf, isRead, legalStatusOn } from '../../children/standing.ts'
import { addDays, type Day } from '../../terms/day.ts'
import { type Around, earlier, latest } from './around.ts'
import { LEGAL, NO, PERMANENCE_PLANS, UNKNOWN, YES } from './codes.ts'
import type { OfChild } from './list.ts'

export const endOf = ({ until }: CarePeriod, { asAt }: Around): Day => earlier(until, asAt)

/** The status of the day, or for a child who has ceased that of the day before. Those outside the looked-after return are passed over. */
export function statusNow(row: CarePeriod, around: Around): LegalStatus | undefined {
  const on = row.until !== null && row.until <= around.asAt ? addDays(row.until, -1) : around.asAt
  const found = legalStatusOn(around.records, row.personId, on < row.from ? row.from : on)
  return found?.status && LEGAL[found.status] !== null ? found : undefined
}

export const lastReviewOn = (row: CarePeriod, around: Around): Day | null =>
  latest(rowsOf(around.records.claReviews, row.personId).filter(({ isCancelled }) => isCancelled !== true), 'heldOn', row.from, endOf(row, around))?.heldOn ?? null // prettier-ignore

export const lastVisitOn = (row: CarePeriod, around: Around): Day | null =>
  latest(rowsOf(around.records.claVisits, row.personId), 'visitedOn', row.from, endOf(row, around))?.visitedOn ?? null

export function permanencePlan(row: CarePeriod, around: Around): string | null {
  const on = endOf(row, around)
  const plan = rowsOf(around.records.carePlans, row.personId)
    .filter(({ fromOn, plans }) => plans !== null && plans.length > 0 && (fromOn === null || fromOn <= on))
    .toSorted((a, b) => ((a.fromOn ?? '') < (b.fromOn ?? '') ? -1 : 1))
    .at(-1)
  const found = Object.entries(PERMANENCE_PLANS).find(([code]) => plan?.plans?.includes(code as never))
  return found?.[1] ?? null
}

const HEALTH = ['initial', 'review', 'assessment']

const checkedOn = (row: OfChild, around: Around, kinds: readonly string[]): Day | null => {
  const done = rowsOf(around.records.healthChecks, row.personId).filter(({ kind, status }) => kind !== null && kinds.includes(kind) && (status === null || status === 'completed')) // prettier-ignore
  return latest(done, 'checkedOn', null, around.asAt)?.checkedOn ?? null
}

export const assessedOn = (row: OfChild, around: Around): Day | null => checkedOn(row, around, HEALTH)
export const dentistOn = (row: OfChild, around: Around): Day | null => checkedOn(row, around, ['dental'])

const placementsOf = (row: CarePeriod, around: Around): Placement[] =>
  rowsOf(around.records.placements, row.personId)
    .filter(one => one.startedOn !== null && one.startedOn >= row.from && one.startedOn <= endOf(row, around) && isRead(one, 'startedOn', 'endedOn')) // prettier-ignore
    .toSorted((a, b) => (a.startedOn! < b.startedOn! ? -1 : a.startedOn! > b.startedOn! ? 1 : ends(a) < ends(b) ? -1 : 1)) // prettier-ignore

const ends = ({ endedOn }: Placement) => endedOn ?? '9999'

export const currentPlacement = (row: CarePeriod, around: Around): Placement | undefined => placementsOf(row, around).at(-1) // prettier-ignore

/** Those of the twelve months, temporary ones (T0 to T4) and stays of less than a day left out (rulings "Placement", "Window"). */
export const placementsIn = (row: CarePeriod, around: Around): Placement[] =>
  placementsOf(row, around).filter(
    one => ends(one) >= around.twelveMonths && one.endedOn !== one.startedOn && !one.type?.startsWith('T'),
  )

/** An earlier period of care ran in the twelve months before, too. */
export const isAgain = ({ personId, from }: CarePeriod, { records, twelveMonths }: Around): boolean =>
  carePeriodsOf(records, personId).some(one => one.from < from && one.until !== null && one.until >= twelveMonths)

export const isUasc = ({ personId }: OfChild, { records, asAt }: Around, since: Day | null): boolean =>
  rowsOf(records.immigrationStatuses, personId).some(
    ({ status, fromOn, untilOn }) =>
      status === 'UASC' && (fromOn ?? asAt) <= asAt && (untilOn ?? asAt) >= (since ?? ''),
  )

/** Times missing or away that began in the twelve months, while looked after. */
export const missingIn = (row: CarePeriod, around: Around): Missing[] =>
  rowsOf(around.records.missing, row.personId).filter(
    ({ startedOn }) =>
      startedOn !== null &&
      startedOn >= around.twelveMonths &&
      startedOn >= row.from &&
      startedOn <= endOf(row, around),
  )

/** Of the last time missing from which the child has come back. Blank where there is none. */
export function interview(
  row: CarePeriod,
  around: Around,
  field: 'interviewOffered' | 'interviewAccepted',
): string | null {
  // prettier-ignore
  const ended = missingIn(row, around).filter(({ type, endedOn }) => type === 'M' && endedOn !== null)
  const last = latest(ended, 'endedOn', null, around.asAt)
  if (!last || (field === 'interviewAccepted' && last.interviewOffered !== 'Y')) return null
  return last[field] === 'Y' ? YES : last[field] === 'N' ? NO : UNKNOWN
}

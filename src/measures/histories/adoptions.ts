/** Children adopted from care, and those who wait to be: what the adoption scorecards are made from. */
import type { Permanence } from '../../children/permanence.ts'
import { rowsOf } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import type { LeftOut } from '../clock-state.ts'
import type { Dated } from '../happened.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { type CarePeriod, carePeriodsByChild } from './care-periods.ts'

export type Adoption = Dated & {
  readonly personId: string
  readonly row: Permanence
  /** When the period of care began in which the child was placed; null where none is in the records. */
  readonly entered: DayNumber | null
  readonly placed: DayNumber | null
  /** Of a child adopted by the foster carers: when the child moved in with them. */
  readonly placedWithCarer: DayNumber | null
  readonly ordered: DayNumber | null
  readonly matched: DayNumber | null
  /** Why it is in no mean of the scorecards. */
  readonly leftOut: LeftOut | string | null
}

/** By the day of the adoption order. */
export const adoptions = (history: History): readonly Adoption[] =>
  history.records.permanence.flatMap(row => {
    const on = row.orderType === 'adoption' && !isUnread(row, 'orderedOn', 'orderType') ? numbered(row.orderedOn) : null
    return on === null ? [] : [adoptionOf(history, row, on)]
  })

function adoptionOf(history: History, row: Permanence, on: DayNumber): Adoption {
  const placed = numbered(row.placedOn)
  const entered = periodAt(history, row.personId, placed ?? on)?.from ?? null
  return {
    id: row.id,
    personId: row.personId,
    row,
    on,
    start: entered,
    due: null,
    done: placed,
    entered,
    placed,
    placedWithCarer: row.isAdoptedByCarer === true ? numbered(row.placedWithCarerOn) : null,
    ordered: numbered(row.placementOrderOn),
    matched: numbered(row.matchedOn),
    leftOut: whyLeftOut(row, { placed, entered, on }),
  }
}

/** Ruling "Adoption A1-A3": placed after the order, before entry or undated is out. */
function whyLeftOut(
  row: Permanence,
  { placed, entered, on }: { placed: DayNumber | null; entered: DayNumber | null; on: DayNumber },
): LeftOut | string | null {
  if (isUnread(row, 'placedOn')) return 'unread'
  if (placed === null) return 'When the child was placed for adoption is missing'
  if (entered === null) return 'no-start'
  return placed > on ? 'Placed for adoption after the order, or not placed before it' : null
}

/** The period of care that a day is in, its last day counted. */
const periodAt = (history: History, personId: string, on: DayNumber): CarePeriod | undefined =>
  history
    .of(carePeriodsByChild)
    .get(personId)
    ?.findLast(({ from, until }) => from <= on && (until ?? Infinity) >= on)

export type Waiting = { readonly id: string; readonly personId: string; readonly entered: DayNumber }

/** Decided for adoption, in care still, not placed and not given up, at the end of a day. */
export function* waitingForAdoption(history: History, on: DayNumber): Iterable<Waiting> {
  const later = (day: Permanence['placedOn']) => day === null || numbered(day)! > on
  for (const row of history.records.permanence) {
    const { decidedOn, placedOn, reversedOn, orderedOn } = row
    if (decidedOn === null || later(decidedOn) || isUnread(row, 'placedOn', 'reversedOn', 'orderedOn')) continue
    const period = later(placedOn) && later(reversedOn) && later(orderedOn) ? periodAt(history, row.personId, on) : undefined // prettier-ignore
    if (period && (period.until ?? Infinity) > on) yield { id: row.id, personId: row.personId, entered: period.from }
  }
}

/** True where a match was decided, or the child was placed, by the end of the day, and the plan of adoption stands. */
export const isMatchedOn = ({ records }: History, personId: string, on: DayNumber): boolean =>
  rowsOf(records.permanence, personId).some(row => {
    const [matched, placed, reversed] = [row.matchedOn, row.placedOn, row.reversedOn].map(
      day => numbered(day) ?? Infinity,
    )
    return Math.min(matched!, placed!) <= on && reversed! > on
  })

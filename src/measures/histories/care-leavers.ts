/**
 * Young people to whom the council has duties as care leavers, one row each as things stand on the last day of the records. What it says of them
 * is the latest position only: no earlier day can be told from it, and none is shown (ruling "In touch").
 */
import type { CareLeaver, ELIGIBILITY } from '../../children/care-leaver.ts'
import { rowsOf } from '../../children/records.ts'
import { birthday, type DayNumber } from '../../terms/day-number.ts'
import type { LeftOut } from '../clock-state.ts'
import { ageAt, type Child, type History, isUnread, numbered } from '../history.ts'
import type { Count, Settings } from '../measure.ts'
import { carePeriodsByChild } from './care-periods.ts'
import { placementOn } from './placements.ts'

type Eligibility = keyof typeof ELIGIBILITY

/** Everybody with a right to a pathway plan and a personal adviser, those still in care among them. */
export const OWED: readonly Eligibility[] = ['eligible', 'relevant', 'former-relevant']
/** Whom the statistics count (ruling "Eligibility of care leavers"). */
export const LEFT: readonly Eligibility[] = ['relevant', 'former-relevant']

export type Position = { readonly row: CareLeaver; readonly child: Child | undefined; readonly on: DayNumber }

/** `null`: not among those counted. `leftOut`: why it cannot be told, or does not apply. */
export type Told = boolean | { readonly leftOut: LeftOut | string } | null

export const countCareLeavers =
  (among: readonly Eligibility[], asked: (one: Position, history: History, settings: Settings) => Told): Count =>
  (history, { asAt: on }, take, settings) => {
    if (on < history.asAt) return
    for (const row of history.records.careLeavers) {
      if (row.eligibility === null ? !isUnread(row, 'eligibility') : !among.includes(row.eligibility)) continue
      const one = { id: row.id, personId: row.personId, start: null, due: null, done: null }
      const told = row.eligibility === null ? UNREAD : asked({ row, child: history.child(row.personId), on }, history, settings) // prettier-ignore
      if (told === null) continue
      if (typeof told === 'object') take(one, 'excluded', 1, told.leftOut)
      else take(one, told ? 'met' : 'late')
    }
  }

const UNREAD = { leftOut: 'unread' } as const

/** Of those who became an age in the window, as the statistics count them: without the dead and those who went home. */
export const countBirthdays =
  (first: number, last: number, asked: (row: CareLeaver) => Told): Count =>
  (history, window, take, settings) => {
    const count = countCareLeavers(LEFT, ({ row, child, on }) => {
      const age = ageAt(child, on)
      if (age === null) return { leftOut: 'no-start' }
      if (age < first || age > last || birthday(child!.bornOn!, age) < window.from) return null
      return whyNotCounted(row, child, on) ?? asked(row)
    })
    count(history, window, take, settings)
  }

/** Died, or went home to parents for six months or more. */
export function whyNotCounted(row: CareLeaver, child: Child | undefined, on: DayNumber): Told {
  if (isUnread(row, 'inTouch')) return UNREAD
  if (row.inTouch === 'DIED' || (child?.diedOn ?? Infinity) <= on) return { leftOut: 'The young person died' }
  return row.inTouch === 'RHOM' ? { leftOut: 'Returned home for six months or more' } : null
}

/** True where the young person lived with foster carers on the day before the 18th birthday. */
export function wasFosteredAt18(
  history: History,
  { personId, eighteenOn }: { personId: string; eighteenOn: DayNumber },
) {
  const day = eighteenOn - 1
  const period = history.of(carePeriodsByChild).get(personId)?.find(({ from, until }) => from <= day && (until ?? Infinity) > day) // prettier-ignore
  return period ? /^U/.test(placementOn(history, period, day)?.row?.type ?? '') : false
}

/** True where a named personal adviser's involvement is open at the end of the day. */
export const hasAdviserOn = ({ records }: History, personId: string, on: DayNumber): boolean =>
  rowsOf(records.involvements, personId).some(
    ({ role, workerId, fromOn, untilOn }) =>
      role === 'PA' &&
      workerId !== null &&
      (numbered(fromOn) ?? Infinity) <= on &&
      (numbered(untilOn) ?? Infinity) > on,
  )

/** Children looked after for twelve months without a break: of whom the statistics count health, questionnaires and schooling. */
import { type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import type { History } from '../history.ts'
import { type CarePeriod, carePeriodsByChild, legalStatusesOf, lookedAfterOn } from './care-periods.ts'

const byDay = () => new Map<DayNumber, ReadonlyMap<string, CarePeriod>>()

/**
 * Looked after on the day, since twelve months before it or longer (for 31 March: since 1 April), with no period of care that ended
 * in between and no day in a series of short breaks.
 */
export function lookedAfterAYearOn(history: History, on: DayNumber): ReadonlyMap<string, CarePeriod> {
  const known = history.of(byDay)
  const found = known.get(on) ?? aYearTo(history, on)
  known.set(on, found)
  return found
}

function aYearTo(history: History, on: DayNumber): ReadonlyMap<string, CarePeriod> {
  const first = monthsAfter(on, -12) + 1
  const isWhole = ([personId, period]: [string, CarePeriod]) =>
    period.from <= first && !hasLeftSince(history, personId, first, on) && !hadShortBreaks(history, personId, first, on)
  return new Map([...lookedAfterOn(history, on)].filter(isWhole))
}

const hasLeftSince = (history: History, personId: string, first: DayNumber, on: DayNumber) =>
  history
    .of(carePeriodsByChild)
    .get(personId)!
    .some(({ until }) => until !== null && until >= first && until <= on)

const hadShortBreaks = (history: History, personId: string, first: DayNumber, on: DayNumber) =>
  legalStatusesOf(history, personId).some(
    ({ status, from, until }) =>
      (status === 'V3' || status === 'V4') && from <= on && (until === null || until > first),
  )

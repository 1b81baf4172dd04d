/** Moves to another carer, and ends of care: what others have to be told of. */
import type { DayNumber } from '../../terms/day-number.ts'
import type { History } from '../history.ts'
import { carePeriods } from './care-periods.ts'
import { staysIn } from './placements.ts'

/** `next`: the change after it, or null. */
export type StayChange = {
  readonly id: string
  readonly personId: string
  readonly on: DayNumber
  readonly next: DayNumber | null
}

/** Coming into care itself, and children only in short breaks, are not among them. */
export const stayChanges = (history: History): StayChange[] =>
  history.of(carePeriods).flatMap(period => {
    if (period.isShortBreaks) return []
    const { id, personId, until, isCutShort } = period
    const moves = staysIn(history, period)
      .slice(1)
      .map(stay => ({ id: stay.id, personId, on: stay.from, next: stay.until }))
    return until === null || isCutShort ? moves : [...moves, { id: `${id}/left`, personId, on: until, next: null }]
  })

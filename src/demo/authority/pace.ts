/**
 * How well the authority works on a day. It stands still until an inspection two years before the last day, then gets better; one winter
 * sets it back; one team hardly moves, and every worker has a tempo of their own.
 */
import { type DayNumber, dayNumbered } from '../../terms/day-number.ts'
import { YEAR } from './days.ts'
import type { Chance } from './chance.ts'

/** Who does the work: how much a team takes part in the improvement, how it is apart from the rest, and the worker's own tempo. */
export type Worked = { gain: number; habit: number; tempo: number }

export type Pace = {
  /** The day of the inspection after which things begin to improve. */
  inspectedOn: DayNumber
  /** The share that is done well on a day, going from `before` to `after`; `after` may be the lower one. */
  share(before: number, after: number, on: DayNumber, by?: Worked): number
  /** The working day within `most` on which a thing is done, or, for those that are late, one after it. */
  workingDays(chance: Chance, most: number, inTime: boolean): number
}

const LONGEST_LATE = 1.9
/** Days before the last one by which the improvement is made. */
const SETTLED = 150

export function paceUntil(asAt: DayNumber): Pace {
  const inspectedOn = asAt - Math.round(2.1 * YEAR)
  const winter = midwinterBefore(asAt - 200)
  const progress = (on: DayNumber): number => {
    const part = Math.min(1, Math.max(0, (on - inspectedOn) / (asAt - SETTLED - inspectedOn)))
    return part * part * (3 - 2 * part) - 0.75 * Math.exp(-(((on - winter) / 38) ** 2))
  }
  return {
    inspectedOn,
    share(before, after, on, by) {
      const change = after - before
      const own = by ? (by.habit + by.tempo) * Math.sign(change) : 0
      return Math.min(0.99, Math.max(0.01, before + change * progress(on) * (by?.gain ?? 1) + own))
    },
    workingDays(chance, most, inTime) {
      if (!inTime) return most + 1 + Math.floor(chance.part() ** 2 * most * LONGEST_LATE)
      return Math.max(1, Math.round(most * (1 - chance.part() ** 1.6 * 0.85)))
    },
  }
}

function midwinterBefore(on: DayNumber): DayNumber {
  for (let day = on; ; day--) if (dayNumbered(day).endsWith('-01-18')) return day
}

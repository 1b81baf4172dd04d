/** Of the children looked after at the end of a day, those of whom something is so: how most snapshots of children in care are counted. */
import type { DayNumber } from '../terms/day-number.ts'
import type { LeftOut } from './clock-state.ts'
import { type CarePeriod, lookedAfterOn } from './histories/care-periods.ts'
import type { History } from './history.ts'
import type { Case, Count, Settings } from './measure.ts'

/** `null`: not among those counted. `leftOut`: among them, and why it cannot be told or does not apply. */
export type Answer = boolean | { readonly leftOut: LeftOut | string } | null

/** Asked of one child in one period of care, at the end of a day. */
export type Asked = (period: CarePeriod, on: DayNumber, history: History, settings: Settings) => Answer

type LookedAfter = (history: History, on: DayNumber) => ReadonlyMap<string, CarePeriod>

export const caseOfCare = ({ id, personId, from }: CarePeriod): Case => ({
  id,
  personId,
  start: from,
  due: null,
  done: null,
})

export const countLookedAfter =
  (asked: Asked, lookedAfter: LookedAfter = lookedAfterOn): Count =>
  (history, { asAt }, take, settings) => {
    for (const period of lookedAfter(history, asAt).values()) {
      const answer = asked(period, asAt, history, settings)
      if (answer === null) continue
      if (typeof answer === 'object') take(caseOfCare(period), 'excluded', 1, answer.leftOut)
      else take(caseOfCare(period), answer ? 'met' : 'late')
    }
  }

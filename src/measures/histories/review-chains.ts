/** The reviews of each period of care, one after another, each with the day it was due. */
import type { DayNumber } from '../../terms/day-number.ts'
import { clockNamed } from '../clocks.ts'
import { type History, isUnread, numbered } from '../history.ts'
import type { Settings } from '../measure.ts'
import { type Running, runningChain } from '../running.ts'
import { type CarePeriod, carePeriods, rowsWithin } from './care-periods.ts'

const FIRST = clockNamed('cla-review-1')!

/** Reviews held in a period of care, in order. A cancelled one is not held (R14). */
export const reviewsHeld = (history: History, period: CarePeriod): readonly DayNumber[] =>
  history.of(heldByPeriod).get(period) ?? []

const heldByPeriod = (history: History): ReadonlyMap<CarePeriod, readonly DayNumber[]> =>
  new Map(
    history.of(carePeriods).map(period => {
      const rows = rowsWithin(history.records.claReviews, period, ({ heldOn }) => numbered(heldOn))
      const held = rows.filter(row => row.isCancelled !== true && !isUnread(row, 'heldOn', 'isCancelled'))
      const days = held.map(({ heldOn }) => numbered(heldOn)!)
      return [period, [...new Set(days)].sort((one, other) => one - other)] as const
    }),
  )

/** First at 20 working days, then three months, then every six. Children only in short breaks have clocks of their own (R19). */
export const reviewChains = (history: History, settings: Settings): ReadonlyMap<CarePeriod, readonly Running[]> =>
  new Map(
    history.of(carePeriods).flatMap(period => {
      if (period.isShortBreaks) return []
      const { id, personId, from, until } = period
      const began = { id, personId, facts: { start: from }, ended: until }
      return [[period, runningChain(FIRST, began, reviewsHeld(history, period), history, settings)] as const]
    }),
  )

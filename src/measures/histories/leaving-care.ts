/** Ends of periods of care, children only in short breaks left out. */
import type { DayNumber } from '../../terms/day-number.ts'
import type { History } from '../history.ts'
import type { Case } from '../measure.ts'
import { type CarePeriod, carePeriods } from './care-periods.ts'

export type Ceasing = Case & {
  readonly personId: string
  readonly start: DayNumber
  readonly done: DayNumber
  /** Null where the extract gives no reason, or none that can be read. */
  readonly ceased: CarePeriod['ceased']
}

/** In the order they ended. */
export const ceasings = (history: History): readonly Ceasing[] =>
  history
    .of(carePeriods)
    .flatMap(({ id, personId, from, until, ceased, isShortBreaks, isCutShort }) =>
      until === null || isShortBreaks || isCutShort
        ? []
        : [{ id, personId, start: from, due: null, done: until, ceased }],
    )
    .sort((one, other) => one.done - other.done)

/** A child once: the last time in the window. */
export function lastCeasings(all: readonly Ceasing[], from: DayNumber, to: DayNumber): Iterable<Ceasing> {
  const last = new Map<string, Ceasing>()
  for (const one of all) if (one.done >= from && one.done <= to) last.set(one.personId, one)
  return last.values()
}

/** How many families come, of which kinds and when, so that on the last day about as many children are open as the authority is sized for. */
import type { DayNumber } from '../../terms/day-number.ts'
import { BUSY_YEAR, busyness, YEAR } from './days.ts'
import { type FamilyKind } from './family.ts'
import type { World } from './world.ts'

/** Families a year for each open child, by what they come for. */
const A_YEAR: Partial<Record<FamilyKind, number>> = {
  ordinary: 0.95,
  teenager: 0.04,
  expecting: 0.021,
  disabled: 0.021,
  'seeking-asylum': 0.0085,
}

/** What began so long before the six years is over by their first day, except care. */
const SETTLES = Math.round(3.2 * YEAR)
/** Care may have begun a childhood before. */
const CHILDHOOD = Math.round(15 * YEAR)

export type Arrival = { on: DayNumber; kind: FamilyKind }

export function arrivals(world: World, size: number): Arrival[] {
  const { chance, from, asAt } = world
  const found: Arrival[] = []
  for (const [kind, aYear] of Object.entries(A_YEAR) as [FamilyKind, number][]) {
    let waiting = chance.part()
    for (let on = from - SETTLES; on <= asAt; on++) {
      waiting += ((size * aYear * busyness(on)) / BUSY_YEAR) * (0.6 + chance.part() * 0.8)
      for (; waiting >= 1; waiting--) found.push({ on, kind })
    }
  }
  return found.sort((a, b) => a.on - b.on)
}

export { CHILDHOOD }

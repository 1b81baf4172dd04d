/** How many families come, of which kinds and when, so that on the last day about as many children are open as the authority is sized for. */
import type { DayNumber } from '../../terms/day-number.ts'
import { BUSY_YEAR, busyness, YEAR } from './days.ts'
import type { FamilyKind } from './family.ts'
import type { World } from './world.ts'

/** Families a year for each open child, by what they come for, and how many years before the six they begin to. */
const COME: Readonly<Record<FamilyKind, { aYear: number; before: number }>> = {
  ordinary: { aYear: 0.755, before: 3.2 },
  teenager: { aYear: 0.036, before: 3.2 },
  expecting: { aYear: 0.03, before: 3.2 },
  disabled: { aYear: 0.02, before: 4 },
  'moved-in': { aYear: 0.007, before: 3.2 },
  'private-fostering': { aYear: 0.005, before: 2 },
  'seeking-asylum': { aYear: 0.012, before: 9 },
  'in-care-before': { aYear: 0.033, before: 16 },
}

/** Where those stop who have been in care since before the rest begin. */
const SETTLED = 3.2

export type Arrival = { on: DayNumber; kind: FamilyKind }

export function arrivals({ chance, from, asAt }: World, size: number): Arrival[] {
  const found: Arrival[] = []
  for (const [kind, { aYear, before }] of Object.entries(COME) as [FamilyKind, { aYear: number; before: number }][]) {
    const until = kind === 'in-care-before' ? from - SETTLED * YEAR : asAt
    let waiting = chance.part()
    for (let on = from - Math.round(before * YEAR); on <= until; on++) {
      waiting += ((size * aYear * busyness(on)) / BUSY_YEAR) * (0.6 + chance.part() * 0.8)
      for (; waiting >= 1; waiting--) found.push({ on, kind })
    }
  }
  return found.sort((a, b) => a.on - b.on)
}

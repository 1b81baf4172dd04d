/** The invented authority that lives are told in: its days, people at work, pace and files. */
import { type DayNumber, dayNumber, monthsAfter } from '../../terms/day-number.ts'
import type { Day } from '../../terms/day.ts'
import { type Carers, carersOf } from './carers.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Extract, extractAsAt } from './extract.ts'
import { type Pace, paceUntil } from './pace.ts'
import { staff, type Workforce } from './workforce.ts'

export type World = {
  seed: string
  /** Open children in need that the authority is sized for. */
  size: number
  asAt: DayNumber
  /** The first day of the six years; what had ended before it is not in the extract. */
  from: DayNumber
  /** Visits, reviews and checks before this day are not in the extract, even of children who are. */
  eventsFrom: DayNumber
  chance: Chance
  /** The last 30 September, on which the workforce census counts caseloads, and how many children each worker held then. */
  countedOn: DayNumber
  caseloads: Map<string, number>
  /** Children who are open on the last day. */
  open: Set<string>
  extract: Extract
  workforce: Workforce
  carers: Carers
  pace: Pace
  /** The share of visits of a day that nobody has written up yet by the last day. */
  missed(on: DayNumber): number
  /** The next number of its kind: `R100001`. */
  number(kind: string): string
}

const YEARS = 6
const LEAD = 400
/** Within so many days everything is written up. */
const LATEST_WRITTEN = 14

export function worldOf(size: number, seed: string, asAt: Day): World {
  const last = dayNumber(asAt)
  const from = monthsAfter(last, -12 * YEARS)
  const numbers = new Map<string, number>()
  return {
    seed,
    size,
    asAt: last,
    from,
    eventsFrom: from - LEAD,
    chance: chanceOf(`${seed} world`),
    countedOn: lastSeptember(asAt),
    caseloads: new Map(),
    open: new Set(),
    extract: extractAsAt(last),
    workforce: staff(seed, size, last),
    carers: carersOf(seed, size, last),
    pace: paceUntil(last),
    missed: on => (last - on < LATEST_WRITTEN ? 0.5 * (1 - (last - on) / LATEST_WRITTEN) : 0),
    number(kind) {
      const next = (numbers.get(kind) ?? 100_000) + 1
      numbers.set(kind, next)
      return `${kind}${next}`
    },
  }
}

function lastSeptember(asAt: Day): DayNumber {
  const year = Number(asAt.slice(0, 4)) - (asAt.slice(5) < '09-30' ? 1 : 0)
  return dayNumber(`${year}-09-30` as Day)
}

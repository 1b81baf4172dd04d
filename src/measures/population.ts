/**
 * How many children live in an authority, for rates by 10,000: the ONS's estimate for the middle of a year, the latest at the day, or the
 * authority's own figure. A rate names the year it was worked out with.
 */
import type { Day } from '../terms/day.ts'
import { populationIn } from './comparators/published.ts'

/** Children aged 0 to 17 at 30 June of the year. */
export type Population = { children: number; year: number; source: string }

/** What an authority says for itself. `authority` is its DfE number where it is a published one. */
export type PopulationSettings = {
  authority: string | null
  /** Its own figures, which go before the ONS's for the same year. */
  own: readonly { year: number; children: number; source: string }[]
}

/** The years that an estimate may be looked for, backwards from the day. */
const OLDEST = 2012

/** The latest figure at the day, with the middle of its year on or before it; null where there is none. */
export function populationOf({ authority, own }: PopulationSettings, on: Day): Population | null {
  const latest = Number(on.slice(0, 4)) - (on.slice(5) >= '06-30' ? 0 : 1)
  const entered = own.filter(({ year }) => year <= latest).sort((one, other) => other.year - one.year)[0]
  const from = Math.max(entered?.year ?? 0, OLDEST - 1)
  for (let year = latest; authority !== null && year > from; year--) {
    const children = populationIn(authority, year)
    if (children !== null) return { children, year, source: `ONS mid-year estimate ${year}, children aged 0 to 17` }
  }
  return entered ? { children: entered.children, year: entered.year, source: entered.source } : null
}

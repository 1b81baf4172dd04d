/**
 * School terms, in which each looked-after child's education plan is reviewed. Every council sets its own; these are ordinary dates of a
 * year that begins in September, until it does [D].
 */
import { type Day, dayOf } from '../terms/day.ts'

export type SchoolTerm = { readonly name: string; readonly from: Day; readonly to: Day }

/** The first and last years of the ordinary terms. */
const [FIRST, LAST] = [2008, 2028]

export const SCHOOL_TERMS: readonly SchoolTerm[] = Array.from(
  { length: LAST - FIRST + 1 },
  (_, at) => FIRST + at,
).flatMap(year => [
  { name: `Autumn ${year}`, from: dayOf(year, 9, 1), to: dayOf(year, 12, 31) },
  { name: `Spring ${year + 1}`, from: dayOf(year + 1, 1, 1), to: dayOf(year + 1, 4, 15) },
  { name: `Summer ${year + 1}`, from: dayOf(year + 1, 4, 16), to: dayOf(year + 1, 8, 31) },
])

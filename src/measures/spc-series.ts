/**
 * A measure's figures over time as they are given for statistical process control, and what is wrong with them in words.
 * The names are those of the file that `golden-thread spc` reads.
 */
import { bisectLeft } from 'd3-array'
import { type Day, daysBetween, isDay, longDay } from '../terms/day.ts'
import type { Problem } from '../terms/problem.ts'

export const DIRECTIONS = ['increase', 'decrease', 'neutral'] as const
/** Which way the figures go when things get better. */
export type Direction = (typeof DIRECTIONS)[number]

export type Series = {
  /** One for each date; null where the figure is missing. */
  values: readonly (number | null)[]
  /** Each later than the one before. */
  dates: readonly Day[]
  improvementDirection: Direction
  target: number | null
  /** Dates of the series from which mean and limits are worked out afresh. */
  rebaseDates: readonly Day[]
  /** Mean and limits come from so many points of a group, at least `FEWEST_FIXED`; null takes them all. */
  fixAfterNPoints: number | null
  /** True leaves unusually large moving ranges out of the limits, as the R package does; false is what the NHS workbook does. */
  screenOutliers: boolean
}

export const FEWEST_FIXED = 12

/** The series, or every reason why it is none. `where` is what the person calls it: the file, or the series within. */
export function readSeries(given: unknown, where: string): { series: Series | null; problems: Problem[] } {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refused(where, ['It is not a series: write an object with values, dates and improvementDirection'])
  const fields = given as Record<string, unknown>
  const { values, dates, improvementDirection, target, rebaseDates, fixAfterNPoints, screenOutliers } = fields
  const problems = [
    ...problemsOfDates(dates),
    ...problemsOfValues(values, dates),
    ...problemsOfRebase(rebaseDates ?? [], dates),
    ...problemsOfSettings(fields),
  ]
  if (problems.length > 0) return refused(where, problems)
  const series = {
    values: values as Series['values'],
    dates: dates as Series['dates'],
    improvementDirection: improvementDirection as Direction,
    target: (target ?? null) as number | null,
    rebaseDates: (rebaseDates ?? []) as Day[],
    fixAfterNPoints: (fixAfterNPoints ?? null) as number | null,
    screenOutliers: screenOutliers === true,
  }
  return { series, problems: [] }
}

const refused = (where: string, problems: string[]) => ({
  series: null,
  problems: problems.map(problem => ({ where, problem })),
})

const isNumber = (given: unknown): given is number => typeof given === 'number' && Number.isFinite(given)
const isDate = (given: unknown): given is Day => typeof given === 'string' && isDay(given)
const shown = (given: unknown): string => JSON.stringify(given) ?? 'missing'

function problemsOfDates(dates: unknown): string[] {
  if (!Array.isArray(dates) || dates.length === 0) return ['dates is missing: write a list of dates like "2026-10-01"']
  return dates.flatMap((date, at) => {
    if (!isDate(date)) return [`Date ${at + 1} is ${shown(date)}: write a date that exists, like "2026-10-01"`]
    const before = dates[at - 1]
    if (date === before) return [`${date} is there twice (dates ${at} and ${at + 1}): give one value for each date`]
    if (isDate(before) && date < before)
      return [`Date ${at + 1} (${date}) is before date ${at} (${before}): put the series in order of date`]
    return []
  })
}

function problemsOfValues(values: unknown, dates: unknown): string[] {
  if (!Array.isArray(values)) return ['values is missing: write a list of numbers, with null where one is missing']
  const wrong = values.flatMap((value, at) =>
    value === null || isNumber(value)
      ? []
      : [`Value ${at + 1} is ${shown(value)}: write a number, or null where it is missing`],
  )
  if (Array.isArray(dates) && dates.length !== values.length)
    wrong.push(`There are ${values.length} values and ${dates.length} dates: give one value for each date`)
  return wrong
}

function problemsOfRebase(rebaseDates: unknown, dates: unknown): string[] {
  if (!Array.isArray(rebaseDates))
    return [`rebaseDates is ${shown(rebaseDates)}: write a list of dates, or leave it out`]
  const known = Array.isArray(dates) ? dates.filter(isDate).sort() : []
  return rebaseDates.flatMap(date => {
    if (!isDate(date)) return [`Rebase date ${shown(date)} is not a date: write one that exists, like "2026-10-01"`]
    if (known.length === 0 || known.includes(date)) return []
    return [`No point has the rebase date ${longDay(date)}: the nearest is ${longDay(nearestOf(known, date))}`]
  })
}

function nearestOf(dates: Day[], to: Day): Day {
  const after = bisectLeft(dates, to)
  const [one, other] = [dates[after - 1], dates[after]]
  if (one === undefined || other === undefined) return (one ?? other)!
  return daysBetween(one, to) < daysBetween(to, other) ? one : other
}

function problemsOfSettings(fields: Record<string, unknown>): string[] {
  const { improvementDirection, target, fixAfterNPoints, screenOutliers } = fields
  const problems: string[] = []
  if (!(DIRECTIONS as readonly unknown[]).includes(improvementDirection))
    problems.push(`improvementDirection is ${shown(improvementDirection)}: write increase, decrease or neutral`)
  if ((target ?? null) !== null && !isNumber(target))
    problems.push(`target is ${shown(target)}: write one number, or null for none`)
  if (
    (fixAfterNPoints ?? null) !== null &&
    !(Number.isInteger(fixAfterNPoints) && Number(fixAfterNPoints) >= FEWEST_FIXED)
  )
    problems.push(
      `fixAfterNPoints is ${shown(fixAfterNPoints)}: write a whole number of at least ${FEWEST_FIXED}, because fewer points make no steady limits, or null to use them all`,
    )
  if (!['undefined', 'boolean'].includes(typeof (screenOutliers ?? undefined)))
    problems.push(`screenOutliers is ${shown(screenOutliers)}: write true or false`)
  return problems
}

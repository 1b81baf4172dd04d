/**
 * Entered measures: figures that no extract holds, such as surveys, complaints and places in hand, entered by hand by the post that owns them.
 * Each says how often it is due, and is stale when a period is over, its day has passed, and nobody has said anything.
 */
import { addDays, addMonths, type Day, day, daysBetween, endOfMonth, longDay } from '../terms/day.ts'
import type { Period } from '../terms/period.ts'
import type { Polarity } from './measure.ts'

export const FREQUENCY = {
  month: 'Every month',
  quarter: 'Every three months',
  term: 'Every school term',
  'half-year': 'Every six months',
  year: 'Every year to 31 March',
  once: 'Whenever there is one',
} as const
export type Frequency = keyof typeof FREQUENCY

export type EnteredMeasure = {
  enteredMeasureId: number
  versionId: number
  /** Its id in the catalogue with its variant; `own/` and a name for one of the authority's own. */
  measure: string
  name: string
  unit: string
  polarity: Polarity
  definition: string
  source: string
  ownerPostId: number | null
  owner: string | null
  frequency: Frequency
  /** How many days after the end of a period its figure is due. */
  dueAfterDays: number
  isEnded: boolean
  from: Day
}

export type EnteredFigure = {
  figureId: number
  enteredMeasureId: number
  period: Period
  numerator: number | null
  denominator: number | null
  /** Unrounded; null where there were no cases, or the figure was taken back. */
  value: number | null
  note: string
  said: Day
  saidBy: string
}

/** The ends of periods within a year, as month and date. Terms end with their holidays. */
const ENDS: Record<Exclude<Frequency, 'once' | 'month'>, readonly string[]> = {
  quarter: ['03-31', '06-30', '09-30', '12-31'],
  term: ['04-30', '08-31', '12-31'],
  'half-year': ['03-31', '09-30'],
  year: ['03-31'],
}

/** The last period of a frequency that was over at the end of the day; null of one that has no regular periods. */
export function lastPeriod(frequency: Frequency, on: Day): Period | null {
  if (frequency === 'once') return null
  const to = endsUpTo(frequency, on)[1]
  return { from: addDays(endsUpTo(frequency, addDays(to, -1))[1], 1), to }
}

/** The last ends of periods on or before the day, the earlier one first. */
function endsUpTo(frequency: Exclude<Frequency, 'once'>, on: Day): [Day, Day] {
  const year = Number(on.slice(0, 4))
  const ends =
    frequency === 'month'
      ? Array.from({ length: 14 }, (_, at) => monthEnd(addMonths(day(`${on.slice(0, 7)}-01`), at - 13)))
      : [year - 2, year - 1, year].flatMap(one => ENDS[frequency].map(end => day(`${one}-${end}`)))
  const [before, last] = ends.filter(end => end <= on).slice(-2)
  return [before!, last!]
}

const monthEnd = (on: Day): Day => endOfMonth(Number(on.slice(0, 4)), Number(on.slice(5, 7)))

/** How an entered measure stands on a day. `late` is by how many days the figure of a finished period is overdue. */
export type Standing =
  | { state: 'ended' | 'up-to-date' | 'as-it-comes'; period: Period | null }
  | { state: 'due'; period: Period; by: Day }
  | { state: 'late'; period: Period; by: Day; days: number; missed: number }

const MOST_MISSED = 24

/** `periodEnds` are those that have a figure. What was over before the measure began is not asked for. */
export function standingOf(
  { frequency, dueAfterDays, isEnded, from }: Pick<EnteredMeasure, 'frequency' | 'dueAfterDays' | 'isEnded' | 'from'>,
  periodEnds: ReadonlySet<Day>,
  on: Day,
): Standing {
  if (isEnded) return { state: 'ended', period: null }
  if (on < from) return { state: 'up-to-date', period: null }
  const last = lastPeriod(frequency, on)
  if (last === null) return { state: 'as-it-comes', period: null }
  const asked = periodsBack(frequency, last).filter(({ to }) => to >= from && !periodEnds.has(to))
  const late = asked.filter(({ to }) => addDays(to, dueAfterDays) < on)
  const oldest = late.at(-1)
  if (oldest) {
    const by = addDays(oldest.to, dueAfterDays)
    return { state: 'late', period: oldest, by, days: daysBetween(by, on), missed: late.length }
  }
  const [next] = asked
  return next
    ? { state: 'due', period: next, by: addDays(next.to, dueAfterDays) }
    : { state: 'up-to-date', period: last }
}

/** The period and those before it, newest first. */
export function periodsBack(frequency: Frequency, last: Period): Period[] {
  const periods = [last]
  while (periods.length < MOST_MISSED) periods.push(lastPeriod(frequency, addDays(periods.at(-1)!.from, -1))!)
  return periods
}

/** `Late by 12 days: 3 periods have no figure, the first to 31 August 2026`. */
export function standingInWords(standing: Standing): string {
  switch (standing.state) {
    case 'ended':
      return 'No longer entered'
    case 'as-it-comes':
      return 'Entered whenever there is one'
    case 'up-to-date':
      return 'Up to date'
    case 'due':
      return `Due by ${longDay(standing.by)}`
    case 'late':
      return `Late by ${standing.days} ${standing.days === 1 ? 'day' : 'days'}${
        standing.missed > 1 ? `: ${standing.missed} periods have no figure` : ''
      }`
  }
}

/** What was entered: a share from its two numbers, or the figure alone where it is no share. */
export type GivenFigure = { numerator: number | null; denominator: number | null; value: number | null }

/** What is wrong with a figure, by the field it concerns; empty where it can be kept. */
export function problemsOf(
  unit: string,
  { numerator, denominator, value }: GivenFigure,
): [keyof GivenFigure, string][] {
  const problems: [keyof GivenFigure, string][] = []
  if (unit === '%') {
    if ((numerator === null) !== (denominator === null))
      problems.push(
        numerator === null
          ? ['numerator', 'Enter how many were counted']
          : ['denominator', 'Enter of how many they were counted'],
      )
    if (numerator === null && denominator === null && value === null)
      problems.push(['numerator', 'Enter how many were counted, and of how many'])
    if (numerator !== null && denominator !== null && numerator > denominator)
      problems.push(['numerator', `No more can be counted than there are: ${numerator} of ${denominator}`])
    if (value !== null && (value < 0 || value > 100)) problems.push(['value', 'Enter a percentage from 0 to 100'])
  } else if (value === null && numerator === null) problems.push(['value', 'Enter the figure'])
  const number = valueOf(unit, { numerator, denominator, value: null })
  if (unit === '%' && value !== null && number !== null && Math.abs(number - value) > 0.06)
    problems.push(['value', `${numerator} of ${denominator} is not ${value}%: leave the percentage empty`])
  return problems
}

/** The unrounded figure: null of a share of none, which is "no cases" and not 0%. */
export function valueOf(unit: string, { numerator, denominator, value }: GivenFigure): number | null {
  if (unit === '%' && numerator !== null && denominator !== null)
    return denominator === 0 ? null : (100 * numerator) / denominator
  return value ?? (unit === '%' ? null : numerator)
}

/** The figures as they stand: of each period the one said last, oldest period first; those taken back are left out. */
export const latestOfEach = (figures: readonly EnteredFigure[]): EnteredFigure[] =>
  [...Map.groupBy(figures, ({ period }) => period.to).values()]
    .map(said => said.reduce((one, other) => (other.figureId > one.figureId ? other : one)))
    .filter(({ value, denominator }) => value !== null || denominator === 0)
    .sort((one, other) => (one.period.to < other.period.to ? -1 : 1))

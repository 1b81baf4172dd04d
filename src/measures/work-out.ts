/** Works out the figures of measures for one authority, for every month back as far as the records go. */
import type { ChildRecords } from '../children/records.ts'
import { addDays, type Day, endOfMonth } from '../terms/day.ts'
import { monthsBack, type Period } from '../terms/period.ts'
import { type Figure, figureOf } from './figure.ts'
import type { History } from './history.ts'
import { type Measure, type Settings, settingsOf } from './measure.ts'
import { isInReach, type Lack, lacking } from './support.ts'
import { type PeriodKind, periodTo, type Window, windowOf } from './window.ts'

/** An authority's own settings by the id of the measure they are for; a variant without any has its measure's. */
export type OwnSettings = ReadonlyMap<string, Partial<Settings>>

export const settingsFor = (measure: Measure, own: OwnSettings): Settings =>
  settingsOf(measure, { ...own.get(measure.base), ...own.get(measure.id) })

export type WorkedFigure = { readonly kind: PeriodKind; readonly period: Period; readonly figure: Figure }

/** What came of one measure: its figures, oldest first, or what is missing. */
export type Worked = {
  readonly measure: Measure
  readonly settings: Settings
  readonly lacks: readonly Lack[]
  readonly figures: readonly WorkedFigure[]
}

/** The last days that figures are given for: the ends of the months before the as-at day, and that day. */
export function lastDays(asAt: Day, months: number): Day[] {
  const ends = monthsBack(asAt, months).map(({ to }) => to)
  return ends.at(-1) === asAt ? ends : [...ends.slice(1), asAt]
}

/** How many months back the records go, from the first referral or contact; never more than `most`. */
export function monthsHeld({ asAt, referrals, contacts }: ChildRecords, most: number): number {
  let first: Day = asAt
  for (const { referredOn } of referrals) if (referredOn !== null && referredOn < first) first = referredOn
  for (const { receivedOn } of contacts) if (receivedOn !== null && receivedOn < first) first = receivedOn
  const months =
    (Number(asAt.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(asAt.slice(5, 7)) - Number(first.slice(5, 7))
  return Math.max(1, Math.min(most, months + 1))
}

/** Every figure of every measure. A measure that the records cannot support has none, and says what it lacks. */
export function* workOut(
  measures: readonly Measure[],
  history: History,
  days: readonly Day[],
  own: OwnSettings = new Map(),
): Generator<Worked> {
  for (const measure of measures) {
    const settings = settingsFor(measure, own)
    const lacks = lacking(measure, history.records)
    const figures = lacks.length > 0 ? [] : figuresOf(measure, history, days, settings)
    yield { measure, settings, lacks, figures }
  }
}

/** None of a period that begins before the records reach. */
export const figuresOf = (
  measure: Measure,
  history: History,
  days: readonly Day[],
  settings: Settings,
): WorkedFigure[] =>
  measure.periods.flatMap(kind =>
    daysFor(kind, days).flatMap(to => {
      const { period, window } = spanOf(history, kind, to)
      if (!isInReach(measure, period, history.records.reaches)) return []
      return { kind, period, figure: figureOf(measure, history, window, settings) }
    }),
  )

/** Every measure asks for the same few periods: each is worked out once for a history. */
function spanOf(history: History, kind: PeriodKind, to: Day): { period: Period; window: Window } {
  const known = history.of(spansAsked)
  const key = `${kind} ${to}`
  const found = known.get(key)
  if (found) return found
  const period = periodTo(kind, to)
  const span = { period, window: windowOf(period, history.records.asAt) }
  known.set(key, span)
  return span
}

const spansAsked = () => new Map<string, { period: Period; window: Window }>()

/** Three-year windows end only on 31 March: one for each year that ends among the days. */
const daysFor = (kind: PeriodKind, days: readonly Day[]): readonly Day[] =>
  kind === 'three-years' ? [...new Set(days.map(to => periodTo(kind, to).to))] : days

/** The end of the month that a day is in: what a period is named by. */
export const monthEndOf = (on: Day): Day => endOfMonth(Number(on.slice(0, 4)), Number(on.slice(5, 7)))

/** True where the period stops before the end of its month: it is not over yet. */
export const isPartMonth = ({ to }: Period): boolean => addDays(to, 1).slice(8) !== '01'

/** The period that a measure's series is drawn by: a month, or how things stood at month ends, before anything longer. */
export const seriesKind = ({ periods }: Measure): PeriodKind =>
  periods.find(kind => kind === 'month' || kind === 'snapshot') ?? periods[0]!

const WIDEST: readonly PeriodKind[] = ['three-years', 'rolling-year', 'year-to-date', 'quarter', 'month', 'snapshot']

/** The period whose cases are kept: how things stand now where the measure is of that, else the longest it is shown by. */
export const keptKind = ({ basis, periods }: Measure): PeriodKind =>
  basis === 'snapshot' && periods.includes('snapshot') ? 'snapshot' : WIDEST.find(kind => periods.includes(kind))!

/** The frame that figures over time are drawn in: where each date and figure is, and the two axes. */
import { extent, max, pairs } from 'd3-array'
import { scaleLinear, scaleUtc } from 'd3-scale'
import type { Day } from '../terms/day.ts'
import { escaped, widthOf } from '../web/bar.ts'
import { dateInSeries, type Spacing } from './spacing.ts'
import { place } from './spc-marks.ts'

export const FONT = 'font-family="Arial, Helvetica, sans-serif" font-size="13"'
export const INK = '#0b0c0c'

export type Frame = {
  x: (on: Day) => number
  /** Where a figure is drawn; one beyond what can be (over 100%) is drawn at the edge. */
  y: (figure: number) => number
  left: number
  right: number
  top: number
  bottom: number
}
export type Framed = {
  /** Dates that have a figure or a plan, in order. */
  dates: readonly Day[]
  /** Everything that has to be seen: figures, limits, targets. */
  figures: readonly number[]
  unit: string
  width: number
  height: number
  /** Room for words to the right of the figures. */
  margin: number
}

/** No share is under 0 or over 100, and nothing that is counted is under 0 where no figure is. */
export const possible = (figures: readonly number[], unit: string): [number, number] => {
  if (unit === '%') return [0, 100]
  return [figures.some(figure => figure < 0) ? -Infinity : 0, Infinity]
}

/** A figure that is written at the side. */
type Tick = { at: number; words: string }

export function frameOf({ dates, figures, unit, width, height, margin }: Framed): Frame & { ticks: Tick[] } {
  const [lowest, highest] = possible(figures, unit)
  const within = (figure: number) => Math.min(highest, Math.max(lowest, figure))
  const [low = 0, high = 1] = extent(figures, within)
  const room = Math.max((high - low) * 0.06, high === low ? Math.abs(high) * 0.1 || 1 : 0)
  const y = scaleLinear([within(low - room), within(high + room)], [height - 28, 24]).nice(5)
  y.domain(y.domain().map(within))
  const written = y.tickFormat(5)
  const ticks = y.ticks(5).map(at => ({ at, words: `${written(at)}${unit === '%' ? '%' : ''}` }))
  const widest = max(ticks, ({ words }) => widthOf(words)) ?? 0
  const [left, right] = [Math.ceil(widest) + 14, width - margin]
  const x = scaleUtc(domainOf(dates), [left + 12, right - 12])
  const known = new Map(dates.map(on => [on, x(instant(on))]))
  return {
    x: on => known.get(on) ?? x(instant(on)),
    y: figure => y(within(figure)),
    left,
    right,
    top: 24,
    bottom: height - 28,
    ticks,
  }
}

const instant = (on: Day) => new Date(`${on}T00:00:00Z`)

/** One date alone stands in the middle. */
function domainOf(dates: readonly Day[]): [Date, Date] {
  const [first, last] = [instant(dates[0]!), instant(dates.at(-1)!)]
  return first < last ? [first, last] : [new Date(+first - 1000), new Date(+last + 1000)]
}

export function axesSvg(frame: Frame & { ticks: Tick[] }, dates: readonly Day[], every: Spacing, unit: string): string {
  const { left, right, bottom, x, y, ticks } = frame
  const across = ticks.map(
    ({ at, words }) =>
      `<path d="M${left} ${place(y(at))}H${right}" stroke="#dcdfe2"/><text x="${left - 8}" y="${place(y(at) + 4.5)}" text-anchor="end" ${FONT} fill="${INK}">${words}</text>`,
  )
  const named = namedDates(dates, every, x).map(
    on =>
      `<path d="M${place(x(on))} ${bottom}v5" stroke="${INK}"/><text x="${place(x(on))}" y="${bottom + 20}" text-anchor="middle" ${FONT} fill="${INK}">${dateInSeries(on, every)}</text>`,
  )
  const unitWords =
    unit === '' || unit === '%' ? '' : `<text x="0" y="12" ${FONT} fill="${INK}">${escaped(unit)}</text>`
  return `${unitWords}${across.join('')}<path d="M${left} ${bottom}H${right}" stroke="${INK}"/>${named.join('')}`
}

/** Every how many figures a date may be written, in steps that people count in. */
const STEPS: Record<Spacing, number[]> = {
  day: [1, 2, 7, 14, 28],
  week: [1, 2, 4, 8, 13, 26, 52],
  month: [1, 2, 3, 6, 12, 24],
  quarter: [1, 2, 4, 8],
  year: [1, 2, 5, 10],
  point: [1, 2, 5, 10, 20, 50],
}

/** The last date and, going back from it, as many as stand clear of each other. */
function namedDates(dates: readonly Day[], every: Spacing, x: Frame['x']): Day[] {
  const backwards = dates.toReversed()
  const room = widthOf(dateInSeries(dates[0]!, every)) + 16
  const kept = (step: number) => backwards.filter((_, at) => at % step === 0)
  const isClear = (named: Day[]) => pairs(named).every(([later, earlier]) => x(later) - x(earlier) >= room)
  return STEPS[every].map(kept).find(isClear) ?? backwards.slice(0, 1)
}

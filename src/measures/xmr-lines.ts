/** The lines of a chart of a series: average, limits, target, plan and where others are, each named where it ends. */
import { line } from 'd3-shape'
import type { Day } from '../terms/day.ts'
import type { Frame } from './chart-frame.ts'
import { type LineName, lineNamesSvg } from './chart-words.ts'
import { place } from './spc-marks.ts'
import { figureInWords } from './figure-words.ts'
import { firmnessOf } from './spc-words.ts'
import { groupOf, type Point } from './spc.ts'
import { boundsOf, type Drawn, hasLimits, targetAt } from './xmr-drawing.ts'

const COLOUR = { mean: '#383f43', limit: '#505a5f', target: '#942514', plan: '#0f6b6b', others: '#5a858c' }
const FIRM_DASHES = '7 4'
const PROVISIONAL_DASHES = '2 4'

export function linesSvg(chart: Drawn, frame: Frame): string {
  const { spc, trajectory } = chart
  const limit = (side: 'lower' | 'upper', isFirm: boolean) =>
    levels(spc.points, frame, point =>
      hasLimits(chart, point) && (firmnessOf(groupOf(spc, point)) === 'firm') === isFirm ? point[side] : null,
    )
  const planned = line<{ on: Day; value: number }>(
    ({ on }) => place(frame.x(on)),
    ({ value }) => place(frame.y(value)),
  )(trajectory)
  return [
    stroke(
      levels(spc.points, frame, ({ mean }) => mean),
      COLOUR.mean,
      1.5,
    ),
    ...(['lower', 'upper'] as const).flatMap(side => [
      stroke(limit(side, true), COLOUR.limit, 1.5, FIRM_DASHES),
      stroke(limit(side, false), COLOUR.limit, 1.5, PROVISIONAL_DASHES),
    ]),
    stroke(targetPath(chart, frame), COLOUR.target, 2, '12 3 2 3'),
    stroke(planned ?? '', COLOUR.plan, 2, '2 3'),
    lineNamesSvg(namesOf(chart, frame), frame),
  ].join('')
}

const stroke = (path: string, colour: string, width: number, dashes = '') =>
  path &&
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}"${dashes && ` stroke-dasharray="${dashes}"`}/>`

/** From half way to the point before, to half way to the point after: a level holds for the whole of its month. */
export function reachOf(points: readonly Point[], at: number, { x, left, right }: Frame): [number, number] {
  const here = x(points[at]!.on)
  const halfTo = (other: Point | undefined) => other && (x(other.on) - here) / 2
  const [before, after] = [halfTo(points[at - 1]), halfTo(points[at + 1])]
  const [back, on] = [before ?? -(after ?? 24), after ?? -(before ?? -24)]
  return [Math.max(left, here + back), Math.min(right, here + on)]
}

export const startsGroup = (points: readonly Point[], at: number) => points[at - 1]?.group !== points[at]!.group

/** A line of levels, one for each point, broken where there is none and between groups. */
function levels(points: readonly Point[], frame: Frame, levelOf: (point: Point) => number | null): string {
  let [path, before]: [string, number | null] = ['', null]
  for (const [at, point] of points.entries()) {
    const level = levelOf(point)
    const y = level === null ? null : place(frame.y(level))
    const [from, to] = reachOf(points, at, frame).map(place)
    const isJoined = before !== null && !startsGroup(points, at)
    if (y !== null) path += `${isJoined ? (y === before ? '' : `V${y}`) : `M${from} ${y}`}H${to}`
    before = y
  }
  return path.replace(/H[\d.]+(?=H)/g, '')
}

/** Steps where a new target begins, up to the end of the chart. */
function targetPath({ spc: { points }, targets }: Drawn, frame: Frame): string {
  const startOf = (from: Day) => {
    const at = points.findIndex(({ on }) => on >= from)
    if (at === -1) return Math.min(frame.right, frame.x(from))
    return at === 0 ? frame.left : reachOf(points, at, frame)[0]
  }
  const steps = targets.map(({ from, value }) => ({ x: place(startOf(from)), y: place(frame.y(value)) }))
  const last = steps.findLastIndex(({ x }) => x <= frame.left)
  const seen = steps.slice(Math.max(0, last))
  const [first, ...later] = seen
  if (!first) return ''
  return `M${first.x} ${first.y}${later.map(({ x, y }) => `H${x}V${y}`).join('')}H${frame.right}`
}

/** What each line is called and where it ends. A unit that is a word stands at the axis alone. */
function namesOf(chart: Drawn, { x, y, right }: Frame): LineName[] {
  const { spc, targets, trajectory, comparator } = chart
  const unit = chart.unit === '%' ? '%' : ''
  const [last, plan] = [spc.points.at(-1)!, trajectory.at(-1)]
  const end = plan && plan.on > last.on ? plan.on : last.on
  const [lowest, highest] = boundsOf(chart)
  const named = (name: string, figure: number | null, colour: string, from = right): LineName[] => {
    if (figure === null) return []
    const words =
      figure > highest
        ? `over ${figureInWords(highest, unit)}`
        : figure < lowest
          ? `below ${figureInWords(lowest, unit)}`
          : figureInWords(figure, unit)
    return [{ words: `${name} ${words}`, x: from, y: y(figure), colour }]
  }
  const reach = reachOf(spc.points, spc.points.length - 1, { x, y, left: 0, right, top: 0, bottom: 0 })[1]
  const others = comparator && comparator.low === comparator.high ? comparator : null
  return [
    ...named('Average', last.mean, COLOUR.mean, reach),
    ...(hasLimits(chart, last)
      ? [
          ...named('Upper limit', last.upper, COLOUR.limit, reach),
          ...named('Lower limit', last.lower, COLOUR.limit, reach),
        ]
      : []),
    ...named('Target', targetAt(targets, end), COLOUR.target),
    ...named('Plan', plan?.value ?? null, COLOUR.plan, plan && x(plan.on)),
    ...(others ? named('Others', others.low, COLOUR.others) : []),
  ]
}

/** A band, or a line where it is one figure. */
export function comparatorSvg({ comparator }: Drawn, { left, right, y }: Frame): string {
  if (!comparator) return ''
  const [top, bottom] = [place(y(comparator.high)), place(y(comparator.low))]
  const edge = (at: number) => `<path d="M${left} ${at}H${right}" stroke="${COLOUR.others}"/>`
  if (top === bottom) return edge(top)
  return `<rect x="${left}" y="${top}" width="${right - left}" height="${place(bottom - top)}" fill="${COLOUR.others}" fill-opacity="0.15"/>${edge(top)}${edge(bottom)}`
}

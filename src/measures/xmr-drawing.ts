/** What a chart of a series is drawn from, and what of it is to be seen. */
import type { Day } from '../terms/day.ts'
import { possible } from './chart-frame.ts'
import { type Spacing, spacingOf } from './spacing.ts'
import { type Meaning, variationOf } from './spc-icons.ts'
import { firmnessOf, tellingSignal } from './spc-words.ts'
import { groupOf, type Point, type Spc } from './spc.ts'

export type SpcChart = {
  title: string
  spc: Spc
  /** `%`, `days`; nothing for a count. */
  unit?: string
  every?: Spacing
  /** Each holds from its day until the next, in order. The one target of the series where none are given. */
  targets?: readonly { from: Day; value: number }[]
  /** The plan's own line, which may go on beyond the figures. It is drawn only. */
  trajectory?: readonly { on: Day; value: number }[]
  /** Why limits were worked out afresh, by the first day of each group. */
  rebases?: readonly { on: Day; reason: string }[]
  /** Where others are, with whose and which year's it is; low and high are the same where it is one figure. */
  comparator?: { name: string; low: number; high: number }
  /** True draws limits from fewer than 12 figures too. */
  showsEveryLimit?: boolean
  /** In units of the drawing, which are pixels at full size. */
  width?: number
}
export type Drawn = Required<Omit<SpcChart, 'comparator'>> & Pick<SpcChart, 'comparator'>

export const drawn = ({
  title,
  spc,
  unit = '',
  every = spacingOf(spc.points.map(({ on }) => on)),
  targets = spc.target === null ? [] : [{ from: spc.points[0]!.on, value: spc.target }],
  trajectory = [],
  rebases = [],
  comparator,
  showsEveryLimit = false,
  width = 760,
}: SpcChart): Drawn => ({
  title,
  spc,
  unit,
  every,
  targets,
  trajectory,
  rebases,
  comparator,
  showsEveryLimit,
  width,
})

export const hasLimits = ({ spc, showsEveryLimit }: Drawn, point: Point): boolean =>
  point.lower !== null && (showsEveryLimit || firmnessOf(groupOf(spc, point)) !== 'none')

/** What the point is drawn as. */
export const meaningOf = ({ spc, showsEveryLimit }: Drawn, point: Point): Meaning =>
  showsEveryLimit ? point.variation.meaning : variationOf(tellingSignal(spc, point), spc.direction).meaning

export const targetAt = (targets: Drawn['targets'], on: Day): number | null =>
  targets.findLast(({ from }) => from <= on)?.value ?? null

/** What no figure of the series can be below or above. */
export const boundsOf = ({ spc, unit }: Drawn): [number, number] =>
  possible(
    spc.points.flatMap(({ value }) => (value === null ? [] : [value])),
    unit,
  )

/** Everything that has to be seen. Limits are cut to what figures can be. */
export function figuresSeen(chart: Drawn): number[] {
  const { spc, targets, trajectory, comparator } = chart
  const [lowest, highest] = boundsOf(chart)
  const limits = spc.points
    .filter(point => hasLimits(chart, point))
    .flatMap(({ lower, upper }) => [Math.max(lowest, lower!), Math.min(highest, upper!)])
  const figures = [
    ...spc.points.flatMap(({ on, value, mean }) => [value, mean, targetAt(targets, on)]),
    ...limits,
    ...trajectory.flatMap(({ on, value }) => [value, targetAt(targets, on)]),
    ...(comparator ? [comparator.low, comparator.high] : []),
  ]
  return figures.filter(figure => figure !== null)
}

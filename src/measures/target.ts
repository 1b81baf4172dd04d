/**
 * Targets of a measure: dated values, each set by someone for a reason and never changed, only followed or withdrawn. Between two of them
 * the last one reached is in force; what is asked for next stands beside it.
 */
import { addMonths, type Day, daysBetween, endOfMonth } from '../terms/day.ts'
import type { Goal } from './rag.ts'

export type Target = Goal & {
  targetId: number
  /** The day it was agreed to hold from. */
  from: Day
  /** The day by which it is to be reached; null of a target that holds from the start. */
  by: Day | null
  /** The plan's own line towards it, in order. */
  trajectory: readonly PlannedPoint[]
}
export type PlannedPoint = { on: Day; value: number }

/** The day from which a figure has to reach it: a milestone's own day, or the first. */
export const reachedOn = ({ from, by }: Pick<Target, 'from' | 'by'>): Day => (by !== null && by > from ? by : from)

/** In the order in which they are to be reached; of two for one day the later one said stands. */
export function inOrder<T extends Pick<Target, 'targetId' | 'from' | 'by'>>(targets: readonly T[]): T[] {
  const latest = new Map<Day, T>()
  for (const target of targets.toSorted((one, other) => one.targetId - other.targetId))
    latest.set(reachedOn(target), target)
  return [...latest].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, target]) => target)
}

/** The target that figures of the day are held to: the last one reached. Null before the first. */
export const targetInForce = <T extends Target>(targets: readonly T[], on: Day): T | null =>
  inOrder(targets).findLast(target => reachedOn(target) <= on) ?? null

/** The milestone that comes after the day. */
export const nextTarget = <T extends Target>(targets: readonly T[], on: Day): T | null =>
  inOrder(targets).find(target => reachedOn(target) > on) ?? null

/** Where the target steps, for a chart: each holds from its day until the next. */
export const targetSteps = (targets: readonly Target[]): { from: Day; value: number }[] =>
  inOrder(targets).map(target => ({ from: reachedOn(target), value: target.value }))

/** The plan's line: the points that were given and the milestones themselves, in order; a milestone goes before a point of its day. */
export function trajectoryOf(targets: readonly Target[]): PlannedPoint[] {
  const points = new Map<Day, number>()
  for (const { trajectory } of inOrder(targets)) for (const { on, value } of trajectory) points.set(on, value)
  for (const target of inOrder(targets)) if (target.by !== null) points.set(target.by, target.value)
  return [...points].map(([on, value]) => ({ on, value })).sort((one, other) => (one.on < other.on ? -1 : 1))
}

const between = (before: PlannedPoint, after: PlannedPoint, on: Day): number =>
  before.on === after.on
    ? after.value
    : before.value + ((after.value - before.value) * daysBetween(before.on, on)) / daysBetween(before.on, after.on)

export type Needed = {
  target: Target
  /** Month ends from the figure to the milestone. */
  months: number
  /** What the next month end has to show, on a straight line from the figure to the milestone. */
  nextMonth: PlannedPoint
  isReached: boolean
}

/** The figure needed next: towards the milestone after the latest figure. Null where there is none, or where the goal is a band. */
export function neededNext(
  targets: readonly Target[],
  latest: PlannedPoint,
  polarity: 'higher' | 'lower',
): Needed | null {
  const target = nextTarget(targets, latest.on)
  if (!target || target.upTo !== null) return null
  const goal = { on: reachedOn(target), value: target.value }
  const isReached = polarity === 'higher' ? latest.value >= goal.value : latest.value <= goal.value
  const ends = monthEndsBetween(latest.on, goal.on)
  const next = ends[0] ?? goal.on
  const value = isReached ? goal.value : between(latest, goal, next)
  return { target, months: Math.max(1, ends.length), nextMonth: { on: next, value }, isReached }
}

/** The ends of months after a day, up to another. */
function monthEndsBetween(after: Day, to: Day): Day[] {
  const ends: Day[] = []
  for (let month = 0; ; month++) {
    const on = addMonths(`${after.slice(0, 7)}-01` as Day, month)
    const end = endOfMonth(Number(on.slice(0, 4)), Number(on.slice(5, 7)))
    if (end > to) return ends
    if (end > after) ends.push(end)
  }
}

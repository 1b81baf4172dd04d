/**
 * A chain: reviews or visits held one after another, each with the day it was due. From the day the last was actually held, early or
 * late; or from the first day on a fixed grid, where a text fixes the calendar.
 */
import type { DayNumber } from '../terms/day-number.ts'
import { after, type Counting } from '../terms/length-of-time.ts'
import { type Clock, dueDay, variantOf } from './clock.ts'
import type { Facts } from './clock-facts.ts'

/** One interval. The last one is still running: `held` is null, and so is `due` where no day can be worked out. */
export type Interval = { clock: Clock; start: DayNumber; due: DayNumber | null; held: DayNumber | null }

/**
 * `held` in any order; what was held before the start is no part of the chain, and two on one day are one. Throws `RangeError` for a fixed chain of a
 * clock that has no single length.
 */
export function chainOf(
  clock: Clock,
  facts: Facts,
  held: readonly DayNumber[],
  by: Counting,
  chain = clock.chain,
): Interval[] {
  const inOrder = [...new Set(held)].filter(on => on >= facts.start).sort((one, other) => one - other)
  return chain === 'fixed' ? onGrid(clock, facts.start, inOrder, by) : fromActual(clock, facts, inOrder, by)
}

function fromActual(clock: Clock, facts: Facts, held: readonly DayNumber[], by: Counting): Interval[] {
  const intervals: Interval[] = []
  let running: { clock: Clock; facts: Facts; start: DayNumber } | null = { clock, facts, start: facts.start }
  for (let at = 0; running !== null && at <= held.length; at++) {
    const on: DayNumber | null = held[at] ?? null
    intervals.push({
      clock: running.clock,
      start: running.start,
      due: dueDay(running.clock, running.facts, by),
      held: on,
    })
    const next: Clock | null = on === null ? null : nextClock(running.clock)
    running = next && { clock: next, facts: { ...running.facts, [next.heldAs]: on }, start: on! }
  }
  return intervals
}

/** The clock that runs once the event has been held, or null where nothing follows. */
export function nextClock(clock: Clock): Clock | null {
  if (clock.then === null) return null
  if (typeof clock.then !== 'string') return clock.then
  return clock.then === 'itself' ? clock : variantOf(clock, clock.then)
}

/** The grid is counted from the first day each time, so that 31 August and six months is 29 February and then 31 August again. */
function onGrid(clock: Clock, anchor: DayNumber, held: readonly DayNumber[], by: Counting): Interval[] {
  const { due: step } = clock
  if (typeof step === 'function') throw new RangeError(`${clock.id} has no single length to make a fixed calendar of`)
  const gridDay = (count: number) => after(anchor, { ...step, count: step.count * count }, by)
  let count = 1
  const intervals: Interval[] = []
  for (const on of [...held, null]) {
    intervals.push({ clock, start: intervals.at(-1)?.held ?? anchor, due: gridDay(count), held: on })
    do count++
    while (on !== null && (gridDay(count) ?? Infinity) <= on)
  }
  return intervals
}

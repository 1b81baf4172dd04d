/** Short words for describing an action and its life, so that a description reads as a list of what happened. */
import type { Delivery, EvidenceKind, Impact, Shows } from '../plan/action.ts'
import { FIRST_SERIES } from '../intake/target.ts'
import type { Day } from '../terms/day.ts'
import type { Calendar } from './calendar.ts'
import type {
  Happening,
  MeasureDescription,
  MilestoneDescription,
  TargetDescription,
  TimescaleDescription,
} from './description.ts'

/** An update from the leading post before that board. */
export const said = (board: number, text: string): Happening => ({ kind: 'update', board, text })

/** A rating, with its reason. */
export const rated = (board: number, delivery: Delivery, impact: Impact, reason: string): Happening => ({
  kind: 'rating',
  board,
  delivery,
  impact,
  reason,
})

/** A revised timescale that the Improvement Board agreed at that board. */
export const slipped = (board: number, timescale: TimescaleDescription, reason: string): Happening => ({
  kind: 'revision',
  board,
  agreedBy: 'Improvement Board',
  timescale,
  reason,
})

/** A revised timescale that the Executive Group agreed a fortnight before that board. */
export const slippedAtExecutive = (board: number, timescale: TimescaleDescription, reason: string): Happening => ({
  kind: 'revision',
  board,
  agreedBy: 'Executive Group',
  timescale,
  reason,
})

/** Evidence added before that board, telling of a day so many days earlier. */
export const shown = (
  board: number,
  of: EvidenceKind,
  shows: Shows,
  title: string,
  text: string,
  daysBefore = 21,
): Happening => ({ kind: 'evidence', board, of, shows, title, text, daysBefore })

/** A change of lead from then on. */
export const led = (board: number, leads: string[], reason: string): Happening => ({
  kind: 'leads',
  board,
  leads,
  reason,
})

/** A milestone met in time for that board. */
export const met = (text: string, board: number): MilestoneDescription => ({ text, outcome: 'met', board })
export const missed = (text: string, board: number, reason: string): MilestoneDescription => ({
  text,
  outcome: 'missed',
  board,
  reason,
})
/** Moved before one board, and met in time for a later one. */
export const moved = (text: string, board: number, metAtBoard: number, reason: string): MilestoneDescription => ({
  text,
  outcome: 'moved',
  board,
  metAtBoard,
  reason,
})
export const ahead = (text: string, due: Day): MilestoneDescription => ({ text, outcome: 'ahead', due })

/** A measure that promises no dated value. */
export const measure = (text: string): MeasureDescription => ({ text, targets: [] })

/** Values promised one after the other, each with its month: a series of its own where the first was re-based. */
type Series = { unit: string; bound: 'at least' | 'at most'; steps: [value: number, months: number][]; called: string }

export const atLeast = (unit: string, ...steps: Series['steps']): Series => ({
  unit,
  bound: 'at least',
  steps,
  called: FIRST_SERIES,
})
export const atMost = (unit: string, ...steps: Series['steps']): Series => ({
  unit,
  bound: 'at most',
  steps,
  called: FIRST_SERIES,
})
export const rebased = (called: string, series: Series): Series => ({ ...series, called })

/** A measure with dated targets; each `{}` in the words becomes a series (`60% by May 2025, 80% by May 2026`). */
export function measureTo(on: Calendar, words: string, ...series: Series[]): MeasureDescription {
  const promised = series.map(each => each.steps.map(([value, months]) => targetOf(on, each, value, months)))
  const text = promised.reduce(
    (all, targets) => all.replace('{}', targets.map(target => target.text).join(', ')),
    words,
  )
  return { text, targets: promised.flat() }
}

const targetOf = (on: Calendar, { unit, bound, called }: Series, value: number, months: number): TargetDescription => ({
  text: `${value}${unit === '%' ? '%' : ` ${unit}`} by ${on.name(months)}`,
  value,
  unit,
  bound,
  dueOn: on.monthEnd(months),
  series: called,
})

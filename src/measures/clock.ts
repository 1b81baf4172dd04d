/**
 * A clock: from one event to another, with the longest time the law, guidance or the council allows between them. One file each in
 * `clocks/`, with its source and its examples. The same clock gives the due day on a child's page, the list of what is overdue, and the
 * percentage in time.
 */
import type { DayNumber } from '../terms/day-number.ts'
import { after, type Counting, type Length } from '../terms/length-of-time.ts'
import { HOUR, type Instant } from '../terms/london-time.ts'
import type { DayFact, Facts, TypedFacts } from './clock-facts.ts'
import type { LeftOut, State } from './clock-state.ts'

export const CLOCK_AREA = {
  'front-door': 'Front door and assessment',
  protection: 'Child protection',
  need: 'Children in need',
  'looked-after': 'Looked after children',
  health: 'Health of looked after children',
  education: 'Education of looked after children',
  adoption: 'Adoption',
  fostering: 'Fostering',
  'private-fostering': 'Private fostering',
  'care-leavers': 'Care leavers',
  missing: 'Missing children',
  court: 'Court and pre-proceedings',
  complaints: 'Complaints',
  workforce: 'Workforce and supervision',
  quality: 'Quality of practice',
  improvement: 'Inspection and improvement',
} as const
export type ClockArea = keyof typeof CLOCK_AREA

export const STANDING = {
  statutory: 'Set by law',
  guidance: 'Set by statutory guidance',
  local: 'Set by the council',
} as const

/** How sure the rule is. A rule from knowledge is checked against its source before anybody relies on it. */
export const MARK = {
  F: 'Found in a public source',
  K: 'From knowledge, to be checked',
  D: 'A default chosen here; the council may set its own',
} as const
export type Mark = keyof typeof MARK

/** How an authority counts. Said under every figure, and never changed within one series. */
export type ClockSettings = {
  dayCount: Counting['dayCount']
  test: 'due-date' | 'elapsed'
  /** Null: as each clock has it. */
  chain: 'actual' | 'fixed' | null
}

export const USUAL_SETTINGS: ClockSettings = { dayCount: 'exclusive', test: 'due-date', chain: null }

/** A due day that takes more than one length: null where the facts give none. */
export type DueRule<N extends DayFact = never> = (facts: Facts & Record<N, DayNumber>, by: Counting) => DayNumber | null

/** Another reading, step or next interval of the same clock, under a name of its own: `rcpc-next/5-months`. */
export type Variant<N extends DayFact = never> = {
  name: string
  rule: string
  due: Length | DueRule<N>
  /** Where it needs less than the clock does. */
  needs?: readonly N[]
  marks?: readonly Mark[]
  starts?: string
  stops?: string
  then?: Next
}

/** What runs when the event has been held: the clock itself again, one of its variants by name, or another clock. */
export type Next = 'itself' | (string & {}) | Clock

export type ClockExample = {
  that: string
  /** A day, or a time in London where the clock counts hours. */
  starts: string
  due: string | null
  variant?: string
  given?: TypedFacts
  dayCount?: ClockSettings['dayCount']
  arrangeBy?: string
  notBefore?: string
  isShortBreaks?: boolean
  test?: ClockSettings['test']
  done?: string
  ended?: string
  asAt?: string
  state?: State
  over?: number
  because?: LeftOut
}

/** What a clock's file says. What it leaves out is as most clocks of its area have it: see `clock`. */
export type ClockGiven<N extends DayFact = never> = {
  id: string
  name: string
  area: ClockArea
  /** The two events, in words. */
  starts: string
  stops: string
  /** The due rule in a sentence. */
  rule: string
  due: Length | DueRule<N>
  /** Where the event has an earliest day as well. */
  notBefore?: DueRule<N>
  needs?: readonly N[]
  /** Facts that change the day where they are known. */
  asks?: readonly (DayFact | 'placement' | 'untilEighteen' | 'every')[]
  standing: keyof typeof STANDING
  source: string
  marks: readonly Mark[]
  then?: Next
  /** Which fact an event held becomes for the next interval; most clocks simply start again. */
  heldAs?: 'start' | 'lastVisitOn'
  chain?: NonNullable<ClockSettings['chain']>
  /** What starts it again, in words. */
  restarts?: string
  /** What happens at the edges, in words: who is left out, what does not stop it. */
  edges?: readonly string[]
  /** A breach may put a child at risk within days: it is escalated at once. */
  isUrgent?: boolean
  at18?: 'lapses' | 'runs'
  beforeBirth?: 'runs' | 'from-birth' | 'never'
  shortBreaks?: 'in' | 'out'
  /** What it means where the event came before the clock started. */
  doneBefore?: 'error' | 'met' | 'left-out'
  /** A stop at a weekend is a fault of the record. */
  neverAtWeekend?: boolean
  variants?: Readonly<Record<string, Variant<N>>>
  examples: readonly ClockExample[]
}

export type Clock = Required<Omit<ClockGiven, 'needs' | 'notBefore' | 'then' | 'due' | 'variants'>> & {
  needs: readonly DayFact[]
  due: Length | DueRule
  notBefore: DueRule | null
  then: Next | null
  variants: Readonly<Record<string, Variant>>
}

/** Areas of clocks about a child, which are no longer owed to somebody of 18. */
const UNTIL_18: readonly ClockArea[] = [
  'front-door',
  'protection',
  'need',
  'looked-after',
  'health',
  'education',
  'adoption',
  'private-fostering',
  'missing',
  'court',
]
/** A child is never looked after before birth; children in a series of short breaks have clocks of their own (regulation 48). */
const IN_CARE: readonly ClockArea[] = ['looked-after', 'health', 'education']

export const clock = <const N extends DayFact = never>(given: ClockGiven<N>): Clock => ({
  needs: [],
  asks: [],
  notBefore: null,
  then: null,
  heldAs: 'start',
  chain: 'actual',
  restarts: '',
  edges: [],
  isUrgent: false,
  at18: UNTIL_18.includes(given.area) ? 'lapses' : 'runs',
  beforeBirth: IN_CARE.includes(given.area) ? 'never' : 'runs',
  shortBreaks: IN_CARE.includes(given.area) ? 'out' : 'in',
  doneBefore: 'error',
  neverAtWeekend: false,
  variants: {},
  ...(given as unknown as ClockGiven),
})

/**
 * The last day in time, or null where a needed fact is not known, the rule gives no day, or the calendar does not hold the years. A
 * clock of hours whose times are not known counts whole days: the answer is approximate.
 */
export function dueDay(clock: Clock, facts: Facts, by: Counting): DayNumber | null {
  for (const need of clock.needs) if (facts[need] == null) return null
  const born = clock.beforeBirth === 'from-birth' ? (facts.bornOn ?? facts.start) : facts.start
  const from = born > facts.start ? { ...facts, start: born } : facts
  if (typeof clock.due === 'function') return clock.due(from, by)
  return after(from.start, (clock.asks.includes('every') && from.every) || clock.due, by)
}

/**
 * The last working day on or before the due day, which itself never moves. Null where that is before the clock started: what is due over
 * a holiday weekend is then done on a day most people do not work.
 */
export function arrangeBy(due: DayNumber, start: DayNumber, by: Counting): DayNumber | null {
  const worked = by.calendar.onOrBefore(due)
  return worked !== null && worked < start && due >= start ? null : worked
}

/** True where the clock counts hours between two instants. */
export const countsHours = (clock: Clock): boolean => typeof clock.due === 'object' && clock.due.unit === 'hours'

/** The last instant in time, of a clock of hours; exactly so many hours later is in time. Throws `RangeError` for any other clock. */
export function dueInstant(clock: Clock, start: Instant): Instant {
  if (typeof clock.due === 'function' || clock.due.unit !== 'hours') throw new RangeError(`${clock.id} counts no hours`)
  return start + clock.due.count * HOUR
}

/**
 * The last day on which the event is in time. By `due-date` it is the due day. By `elapsed`, which is nearer to how the statistics
 * band working days, it is the last day before one more working day has gone by; calendar clocks have no such difference.
 */
export function lastDayInTime(clock: Clock, due: DayNumber, test: ClockSettings['test'], by: Counting): DayNumber {
  if (test === 'due-date' || typeof clock.due === 'function' || clock.due.unit !== 'working days') return due
  return (by.calendar.after(due, 1) ?? due + 1) - 1
}

/** The clock as one of its variants reads it, with the variant's events, rule and length. Throws `RangeError` where it has none. */
export function variantOf(clock: Clock, id: string): Clock {
  const variant = clock.variants[id]
  if (!variant) throw new RangeError(`${clock.id} has no "${id}"`)
  return { ...clock, then: null, ...variant, id: `${clock.id.split('/')[0]}/${id}` }
}

/** The clock without its variant; a measure of the council's own is the clock it counts, and has none. */
export const clockBase = (id: string): string => (id.startsWith('own/') ? id : id.split('/')[0]!)

/** The clock with the council's own length in place of the one it comes with. */
export const withLength = (clock: Clock, due: Length, rule: string): Clock => ({ ...clock, due, rule })

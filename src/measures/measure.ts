/**
 * A measure: who is counted, what counts as done, over which period, by which rule and from which source. One file each in `catalogue/`,
 * with worked examples. It yields cases, one child and one thing at a time; every figure, breakdown, trend and list comes from them.
 */
import type { TableName, Tables } from '../children/records.ts'
import type { DayNumber } from '../terms/day-number.ts'
import { type ClockSettings, type Mark, USUAL_SETTINGS } from './clock.ts'
import type { LeftOut, State } from './clock-state.ts'
import type { History } from './history.ts'
import type { MeasureExample } from './measure-example.ts'
import type { RunningOf } from './running.ts'
import type { PeriodKind, Window } from './window.ts'

export const MEASURE_AREA = {
  'front-door': 'Front door',
  'early-help': 'Early help',
  assessment: 'Assessment',
  'section-47': 'Section 47 and conferences',
  protection: 'Child protection',
  need: 'Children in need',
  'looked-after': 'Looked after children',
  placement: 'Placements',
  health: 'Health of looked after children',
  education: 'Education of looked after children',
  'care-leavers': 'Care leavers',
  adoption: 'Adoption and permanence',
  fostering: 'Fostering and private fostering',
  missing: 'Missing and exploitation',
  court: 'Court and pre-proceedings',
  workforce: 'Workforce',
  supervision: 'Supervision',
  quality: 'Audit and recording',
  voice: 'Voice and participation',
  complaints: 'Complaints',
  partners: 'Partners',
  improvement: 'Improvement plan',
} as const
export type MeasureArea = keyof typeof MEASURE_AREA

export const POLARITY = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  band: 'Good within a band',
  none: 'Neither: to be compared, not judged',
} as const
export type Polarity = keyof typeof POLARITY

/** R10: which cases a period holds. A completed basis hides what was never finished, so the count of open and overdue stands beside it. */
export const BASIS = {
  completed: 'Completed in the period',
  due: 'Due in the period: late, never done and still open all count',
  happened: 'Happened in the period',
  snapshot: 'As things stood at the end of the day',
} as const
export type Basis = keyof typeof BASIS

/**
 * How cases become a figure. `percentage`: numerator over denominator. `count`: how many count. `mean`: the average of the cases'
 * amounts. `rate`: how many for each 10,000 children. `per`: how many for each one of what `per` says, times `times`.
 */
export type Valued = 'percentage' | 'count' | 'mean' | 'rate' | 'per'

/** `assessments.authorisedOn`: a field of a table, as `children` names them. */
export type Field = {
  [Table in TableName]: `${Table}.${Exclude<keyof Tables[Table], 'unread' | symbol | number>}`
}[TableName]

/** What no extract holds, in words: the measure cannot be worked out from records, and is entered by hand where it is wanted. */
export type Missing = { readonly notHeld: string }

/** Where a rating changes; the authority's own stand before these. Amber widths are a default chosen here [D]. */
export type Thresholds =
  | { readonly shape: 'higher' | 'lower'; readonly green: number; readonly amber: number }
  | { readonly shape: 'band'; readonly green: readonly [number, number]; readonly amber: readonly [number, number] }
  | { readonly shape: 'none' }

/** Something an authority may set, with what it is if nobody does. */
export type Setting = { readonly words: string; readonly value: number; readonly mark: Mark }

/** How an authority counts one measure: the clock's own settings and the measure's, by name. */
export type Settings = ClockSettings & { readonly [name: string]: string | number | null }

/** One child and one thing that was due or happened. Days are numbers; `personId` is null where the case is a worker, a carer or a meeting. */
export type Case = {
  /** The record's own number, with the interval's after a slash where one record gives many. */
  readonly id: string
  readonly personId: string | null
  /** The worker whose case it is, where that is not to be found by child and day. */
  readonly workerId?: string | null
  readonly start: DayNumber | null
  readonly due: DayNumber | null
  readonly done: DayNumber | null
}

/**
 * Takes one case. `met` counts in numerator and denominator; `late` in the denominator only (done late, or simply not so); `excluded` in
 * neither, with why. `open-in-time` counts as met in a snapshot and is in neither number otherwise; `open-overdue` is in the denominator
 * of what was due and of a snapshot, and in neither number on the completed basis. `amount` is what a mean is of, or the weight (full-time
 * equivalent, sessions); 1 where nothing is said.
 */
export type Take = (one: Case, state: State, amount?: number, because?: LeftOut | string | null) => void

/** Gives every case of the window, and what is left out of it. */
export type Count = ((history: History, window: Window, take: Take, settings: Settings) => void) & {
  /** The clocks it counts, running and stopped, where it counts clocks: what is due next is told from the same list. */
  readonly clocks?: RunningOf
}

export type MeasureGiven = {
  id: string
  /** Its place in the index of the catalogue, 1 to 122. */
  number: number
  name: string
  area: MeasureArea
  /** As it follows a figure: `%`, `days`, nothing for a count. */
  unit: string
  polarity: Polarity
  basis: Basis
  /** The first is the one shown first. */
  periods: readonly PeriodKind[]
  valued?: Valued
  /** Denominator, numerator and who is left out, in words a board understands. */
  outOf: string
  counted: string
  leftOut: string
  /** The rule of days, in words. */
  rule: string
  source: string
  marks: readonly Mark[]
  /** Fields without which nothing can be counted, and what no extract holds. */
  needs: readonly (Field | Missing)[]
  thresholds?: Thresholds
  /**
   * How many months before a period its figure looks, or `ever`: where the records do not reach back so far it is not worked out. None where
   * nothing is said.
   */
  looksBack?: number | 'ever'
  /** By id, of a clock that says when things are due. */
  clock?: string
  settings?: Readonly<Record<string, Setting>>
  count: Count
  /** What the numerator is divided by, for `per`: full-time posts, placements. */
  per?: (history: History, window: Window, settings: Settings) => number | null
  times?: number
  /** Of a count: the first day of which the records tell. What a window that begins before it counts is not known, and never 0. */
  since?: (history: History, settings: Settings) => DayNumber | null
  /** What the states are called where they are not about time: `{ met: 'Re-referred', late: 'Not re-referred' }`. */
  stateWords?: Partial<Readonly<Record<State, string>>>
  /** A changed definition is a new version, from the day it holds. */
  version?: { readonly number: number; readonly from: string }
  variants?: Readonly<Record<string, VariantGiven>>
  examples: readonly MeasureExample[]
}

/** Another reading of the same measure, under `id/variant`; it says only what differs. */
export type VariantGiven = Partial<Omit<MeasureGiven, 'id' | 'number' | 'variants' | 'name'>> & { name: string }

export type Measure = Required<Omit<MeasureGiven, 'variants' | 'clock' | 'per' | 'since'>> & {
  /** Of the measure itself, where this is a variant of it. */
  readonly base: string
  readonly clock: string | null
  readonly per: MeasureGiven['per'] | null
  readonly since: MeasureGiven['since'] | null
  readonly variants: readonly Measure[]
}

export function measure(given: MeasureGiven): Measure {
  const { variants = {}, ...own } = given
  const all = Object.entries(variants).map(([id, variant]) =>
    whole({ ...own, examples: [], ...variant, id: `${own.id}/${id}` }, own.id),
  )
  return { ...whole(own, own.id), variants: all }
}

const whole = (given: Omit<MeasureGiven, 'variants'>, base: string): Measure => ({
  valued: given.unit === '%' ? 'percentage' : 'count',
  thresholds: { shape: 'none' },
  looksBack: 0,
  settings: {},
  times: 1,
  stateWords: {},
  version: { number: 1, from: '2026-11-22' },
  ...given,
  clock: given.clock ?? null,
  per: given.per ?? null,
  since: given.since ?? null,
  base,
  variants: [],
})

/** The settings that a measure comes with, with an authority's own before them. */
export const settingsOf = ({ settings }: Measure, own: Partial<Settings> = {}): Settings => ({
  ...USUAL_SETTINGS,
  ...Object.fromEntries(Object.entries(settings).map(([name, { value }]) => [name, value])),
  ...(own as Settings),
})

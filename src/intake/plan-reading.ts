/**
 * An improvement plan as it was read from a document: the words of every cell, where each came from, and what they were
 * taken to mean. This is what a person checks and corrects before anything is kept, and what `golden-thread plan read` prints.
 */
import type { Day } from '../terms/day.ts'
import type { Problem } from '../terms/problem.ts'
import type { Timescale } from '../terms/timescale.ts'

/** The parts of an action that a column of a plan can fill. */
export const PLAN_FIELD = {
  ref: 'Reference',
  text: 'Action',
  theme: 'Theme or work stream',
  objective: 'Objective or area of improvement',
  desiredOutcome: 'Desired outcome',
  lead: 'Lead',
  timescale: 'Timescale',
  start: 'Start date',
  end: 'End date',
  measure: 'How we will measure',
  evidence: 'Evidence or progress',
  delivery: 'Delivery rating',
  impact: 'Impact rating',
  monitoredBy: 'Monitored by',
  cites: 'Source references',
  unmapped: 'Kept as it is',
} as const
export type PlanField = keyof typeof PLAN_FIELD

/** A column of the document and what it was taken for. One heading may fill two fields ("Evidence of Impact/ Outcome Measure"). */
export type ColumnMapping = {
  column: number
  heading: string
  fields: PlanField[]
  /** 0-1: how sure the reader is; 1 where the heading is the field's own word. A person's correction is 1. */
  confidence: number
  why: string
}

/** One way in which the document lays out its tables: most plans have one. */
export type Layout = { tables: string[]; headingRow: string[]; columns: ColumnMapping[] }

/** A citation of a finding: the source as the document names it (`DfE Notice`, `Ofsted`), and the finding's reference in it (`4.5`, `PA 27`), or null where the source is cited whole (`LGA PR`). */
export type Citation = { source: string; ref: string | null; text: string }

/** A measurable promise with its date: `35% by March 2015`. */
export type Target = {
  text: string
  value: number | null
  unit: string | null
  /** What the value is a bound of: `at least` for most, `at most` for `<30%`, `between` with `upTo`. */
  bound: 'exactly' | 'at least' | 'at most' | 'between'
  upTo: number | null
  dueOn: Day | null
  /** `first` for the targets as first set; the words that introduce them ("Milestones revised as of April 2015") for a later series. */
  series: string
}

/** A post or organisation named as lead. `offered` is a correction the reader suggests of broken words; never applied by itself. */
export type Lead = { text: string; kind: 'post' | 'organisation' | 'unknown'; offered: string | null }

export type ActionReading = {
  ref: string
  /** The document's own words, without the reference that stood before them. */
  text: string
  desiredOutcome: string
  leads: Lead[]
  leadText: string
  timescaleText: string
  timescale: Timescale
  startText: string | null
  endText: string | null
  measureText: string
  targets: Target[]
  cites: Citation[]
  /** The reference of the objective (within the theme) that the action stands under, or null. */
  objective: string | null
  /** The words or colour given as rating, as the document's own key explains them; null where there is none. */
  delivery: RatingReading | null
  impact: RatingReading | null
  monitoredBy: string
  evidenceText: string
  /** Cells that no field takes, by their heading. */
  unmapped: Record<string, string>
  /** Where the action's cells stand in the document. */
  where: string
  /** The row of the plan (1, 2, ... through the document) that it stands in: one row may hold several actions. */
  row: number
  /** Several actions of one row share an area of improvement, outcome and measure; the first has 1. */
  partOfRow: number
}

export type RatingReading = { text: string; colour: string | null; meaning: string | null }

export type ObjectiveReading = { ref: string; text: string; cites: Citation[]; section: string | null; where: string }

export type ThemeReading = {
  ref: string
  title: string
  objectives: ObjectiveReading[]
  actions: ActionReading[]
  where: string
}

export type PlanReading = {
  file: string
  title: string
  layouts: Layout[]
  themes: ThemeReading[]
  /** Words outside the plan's own tables (foreword, key, governance), kept so that nothing is lost. */
  surroundings: { where: string; text: string }[]
  problems: Problem[]
}

export type FindingReading = {
  ref: string
  /** The clause or heading that the finding stands under. */
  heading: string
  text: string
  lead: string | null
  /** What further columns of a table say of it (`P1`, `Status`), by their heading; absent where there are none. */
  status?: Record<string, string>
  where: string
}

/** A source document as read: an inspection report, notice, review or table of recommendations. */
export type SourceReading = { file: string; title: string; findings: FindingReading[]; problems: Problem[] }

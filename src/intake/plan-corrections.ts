/**
 * What a person put right about a reading of a plan, to be applied when the same document is read again: same document, same
 * corrections, same reading. Everything here is plain JSON.
 */
import type { ActionReading, PlanField } from './plan-reading.ts'

/** The fields of an action whose words a person may put right one by one. */
export type CorrectableField = Extract<
  keyof ActionReading,
  | 'ref'
  | 'text'
  | 'desiredOutcome'
  | 'leadText'
  | 'timescaleText'
  | 'startText'
  | 'endText'
  | 'measureText'
  | 'monitoredBy'
  | 'evidenceText'
>

export type PlanCorrections = {
  /** The title of the plan, where the reader took the wrong words for it. */
  title?: string
  /** What a column is; `layout` is the layout's place in the reading, `column` as there. No fields keeps the column as it is. */
  columns?: { layout: number; column: number; fields: PlanField[] }[]
  rows?: RowCorrection[]
}

/** `where` is an action's or a row's own, as the reading gives it; `part` is the action's `partOfRow`. */
export type RowCorrection =
  | { where: string; as: 'left-out'; reason: string }
  | { where: string; as: 'continuation' | 'section' | 'theme' | 'action' | 'heading' }
  | { where: string; part: number; field: CorrectableField; text: string }

export type RowKind = 'left-out' | 'continuation' | 'section' | 'theme' | 'action' | 'heading'

/** What a person said each row is, by where it stands; the last word holds. */
export const kindsGiven = (corrections: PlanCorrections): Map<string, RowKind> =>
  new Map((corrections.rows ?? []).flatMap(row => ('as' in row ? [[row.where, row.as] as const] : [])))

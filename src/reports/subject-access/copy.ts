/**
 * A copy of what is held of somebody, before it is a page, a Word document or a file for a machine: parts in the order they are read, each a
 * table of words.
 */
import { type Day, longDay } from '../../terms/day.ts'
import { ASKED_BY, type AccessRequest } from './request.ts'

export type Part = {
  /** Of the part in the page, for links to it. */
  id: string
  heading: string
  /** What it is, where its heading does not say so; what of it is left out. */
  about: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
}

export type Copy = {
  authority: string
  title: string
  /** Whose it is and which request it answers, in words. */
  facts: readonly (readonly [term: string, words: string])[]
  madeOn: Day
  parts: readonly Part[]
  /** The same for a machine, with its keys told. */
  machine: Readonly<Record<string, unknown>>
  /** What is not in it, and why; what is to be looked at before it is handed over. */
  leftOut: readonly string[]
  toLookAt: readonly string[]
}

/** More columns than this are told row by row, a field a line. */
export const MOST_COLUMNS = 6
export const isTall = ({ columns }: Part): boolean => columns.length > MOST_COLUMNS

/** A row as lines of what stands in it; what is empty is not said. */
export function linesOf({ columns }: Part, row: readonly string[]): [name: string, words: string][] {
  const lines = columns.flatMap((name, at): [string, string][] => (row[at] ? [[name, row[at]]] : []))
  return lines.length > 0 ? lines : [['What', 'Nothing but its number']]
}

/** Of rows of a thing: columns where nothing stands are left out. */
export function partOf<Row>(
  told: { id: string; heading: string; about?: string },
  columns: readonly (readonly [name: string, words: (row: Row) => string])[],
  rows: readonly Row[],
): Part {
  const cells = rows.map(row => columns.map(([, words]) => words(row)))
  const kept = columns.map((_, at) => at).filter(at => cells.some(row => row[at] !== ''))
  return {
    about: '',
    ...told,
    columns: kept.map(at => columns[at]![0]),
    rows: cells.map(row => kept.map(at => row[at]!)),
  }
}

/** Whose it is, and which request it answers. */
export const factsOf = (
  { reference, askedBy, receivedOn, dueOn }: AccessRequest,
  madeOn: Day,
  who: readonly (readonly [term: string, words: string])[],
): Copy['facts'] => [
  ...who,
  ['Request', reference],
  ['Asked by', ASKED_BY[askedBy]],
  ['Received', longDay(receivedOn)],
  ['Answer due', longDay(dueOn)],
  ['Made', longDay(madeOn)],
]

export const dayOr = (on: Day | null): string => (on ? longDay(on) : '')

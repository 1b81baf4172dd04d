/** What the address of the performance book asks for: one area, only what is like this, with variants. */
import type { BookLine } from './book-line.ts'
import { MEASURE_AREA, type MeasureArea } from './measure.ts'
import { signalOf } from './signal.ts'

export const ONLY = {
  better: 'getting better',
  worse: 'getting worse',
  off: 'off target',
  overdue: 'with children overdue',
} as const
export type Only = keyof typeof ONLY

export const IS: Record<Only, (line: BookLine) => boolean> = {
  better: line => signalOf(line) === 'improvement',
  worse: line => signalOf(line) === 'concern',
  off: line => line.rag.colour === 'red',
  overdue({ soFar, latest }) {
    const figure = soFar ?? latest
    return figure !== null && (figure.openOverdue > 0 || figure.hidesOverdue === true)
  },
}

export type BookAsked = {
  readonly only: Only | null
  readonly area: MeasureArea | null
  readonly withVariants: boolean
}

/** Variants are there where they are asked for. */
export const bookAsked = (query: URLSearchParams): BookAsked => ({
  only: known(ONLY, query.get('only')),
  area: known(MEASURE_AREA, query.get('area')),
  withVariants: query.has('all'),
})

const known = <Name extends string>(names: Readonly<Record<Name, unknown>>, asked: string | null): Name | null =>
  asked !== null && Object.hasOwn(names, asked) ? (asked as Name) : null

export const linesAsked = (lines: readonly BookLine[], { only, area, withVariants }: BookAsked): BookLine[] =>
  lines.filter(
    line =>
      (withVariants || line.measure.id === line.measure.base) &&
      (only === null || IS[only](line)) &&
      (area === null || line.measure.area === area),
  )

/** What of the performance book to look at first, and what it comes to in one sentence. */
import type { BookLine } from './book-line.ts'
import type { RagColour } from './rag.ts'
import { signalOf } from './signal.ts'
import type { Meaning } from './spc-icons.ts'

/** As many as are taken in at a glance. */
const FIRST = 6

/** Of fewer figures nobody can say that it is not chance. */
const FEWEST = 6

/**
 * What gets worse before what only misses its target, and of these what has most open and overdue. What misses its target and gets better is on its
 * way, and what is of few cases would be another thing next month: neither is among them.
 */
export const firstToLookAt = (lines: readonly BookLine[]): BookLine[] =>
  lines
    .map(line => ({ line, weight: weightOf(line) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || overdueOf(other.line) - overdueOf(one.line))
    .slice(0, FIRST)
    .map(({ line }) => line)

function weightOf(line: BookLine): number {
  const [signal, { colour, isFew }] = [signalOf(line), line.rag]
  if (signal === 'improvement' || isFew || line.latest === null || figuresOf(line) < FEWEST) return 0
  return (signal === 'concern' ? 2 : 0) + (colour === 'red' ? 1 : 0)
}

const figuresOf = ({ series }: BookLine): number => series.filter(({ value }) => value !== null).length

const overdueOf = ({ latest, soFar }: BookLine): number => (soFar ?? latest)?.openOverdue ?? 0

/** `Of 95 measures, 29 getting better and 2 getting worse. Of 60 rated, 22 on target, 12 near it and 26 off it.` */
export function bookInWords(lines: readonly BookLine[]): string {
  const told = (meaning: Meaning) => lines.filter(line => signalOf(line) === meaning).length
  const rated = (colour: RagColour) => lines.filter(({ rag }) => rag.colour === colour).length
  const [on, near, off] = [rated('green'), rated('amber'), rated('red')]
  const stands =
    on + near + off === 0
      ? 'None has a target yet.'
      : `Of ${on + near + off} rated, ${on} on target, ${near} near it and ${off} off it.`
  return `Of ${lines.length} measures, ${told('improvement')} getting better and ${told('concern')} getting worse. ${stands}`
}

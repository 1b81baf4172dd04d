/** Numbers for rows that have none of their own: the child and the day, the same from one file to the next. */
import type { Day } from '../../terms/day.ts'
import { isBlank } from './blank-words.ts'
import { readDayAndTime } from './extract-day.ts'
import type { SheetReader } from './found-sheets.ts'

export type NumberedBy = {
  /** Columns, counted from 0; -1 where there is none. */
  child: number
  day: number
  /** The heading over the child, which some files repeat below. */
  heading: string
  /** When two rows of a child and day are two: always; where they say different things; or never, and the second repeats the first. */
  two: 'always' | 'if-different' | 'never'
  asAt: Day
}

/** Sets the number before the cells of each row; an empty one where the row names no child. */
export function numberRows({ take, finish }: SheetReader, by: NumberedBy): SheetReader {
  const met = new Map<string, string[]>()
  return {
    finish,
    take(cells, row) {
      const child = cells[by.child] ?? ''
      if (child.toLowerCase() === by.heading.toLowerCase()) return
      take([numberOf(child, cells, by, met), ...cells], row)
    },
  }
}

function numberOf(child: string, cells: string[], { day, two, asAt }: NumberedBy, met: Map<string, string[]>): string {
  if (isBlank(child)) return ''
  const number = [child.replace(/\.0+$/, ''), isoDay(cells[day] ?? '', asAt)].filter(Boolean).join('|')
  if (two === 'never') return number
  const before = met.get(number) ?? []
  const words = two === 'always' ? '' : cells.join('\n')
  const same = two === 'always' ? -1 : before.indexOf(words)
  if (same === -1) met.set(number, [...before, words])
  const at = same === -1 ? before.length : same
  return at > 0 ? `${number}|${at + 1}` : number
}

export function isoDay(text: string, asAt: Day): string {
  const read = readDayAndTime(text, asAt)
  return typeof read === 'string' ? text : read.on
}

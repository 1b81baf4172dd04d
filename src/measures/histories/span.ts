/** Something that goes on from a day and stops on another, on which it is over (as-at rule: what ends on the day is closed at the day). */
import type { DayNumber } from '../../terms/day-number.ts'

export type Span = { readonly from: DayNumber; readonly until: DayNumber | null }

/** As things stood at the end of the day. */
export const isOpen = ({ from, until }: Span, on: DayNumber): boolean => from <= on && (until === null || until > on)

/** At some time in the window, both ends counted. */
export const wasOpenIn = ({ from, until }: Span, first: DayNumber, last: DayNumber): boolean =>
  from <= last && (until === null || until >= first)

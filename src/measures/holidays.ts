/**
 * The bank holidays that a council counts with: those built in, and what it has entered since. Entries are only added; one is withdrawn by a later
 * one, and withdrawing a withdrawal puts back what it withdrew. An office's closure is none: it is a working day of every statutory clock.
 */
import { BANK_HOLIDAYS, type HolidayTable } from '../terms/bank-holiday.ts'
import { type Day, dayOf, longDay, weekday } from '../terms/day.ts'
import { holidayName, isAtWeekend, type NamedHoliday } from '../terms/usual-holidays.ts'

/** What an entry says. `add` and `take-away` have one day, `year` all of a further year, `withdraw` none. */
export type EntrySaid = {
  entryId: number
  kind: 'add' | 'take-away' | 'year' | 'withdraw'
  days: NamedHoliday[]
  withdraws: number | null
}

export type HolidayEntry = EntrySaid & {
  /** When it was proclaimed or published, and where; null and empty of a withdrawal. */
  madeKnownOn: Day | null
  published: string
  why: string
  said: Day
  saidBy: string
}

/** Whose day it is: null where it is built in, else the entry that added it. */
export type ListedHoliday = NamedHoliday & { entryId: number | null }

export type OwnTable = {
  table: HolidayTable
  listed: ListedHoliday[]
  /** The entries that change something, by their numbers in order. */
  counted: number[]
}

/** The numbers of those that are withdrawn now, withdrawals among them. */
export function withdrawnEntries(entries: readonly EntrySaid[]): Set<number> {
  const withdrawn = new Set<number>()
  for (const { entryId, withdraws } of entries.toSorted((one, other) => other.entryId - one.entryId))
    if (withdraws !== null && !withdrawn.has(entryId)) withdrawn.add(withdraws)
  return withdrawn
}

/** Those that say something now, in the order they were made. */
export function standingEntries<Entry extends EntrySaid>(entries: readonly Entry[]): Entry[] {
  const withdrawn = withdrawnEntries(entries)
  return entries
    .filter(({ entryId, kind }) => kind !== 'withdraw' && !withdrawn.has(entryId))
    .sort((one, other) => one.entryId - other.entryId)
}

/** The table built in with the council's standing entries. What changes nothing, as a day that is built in by now, is passed over. */
export function tableWith(entries: readonly EntrySaid[], builtIn: HolidayTable = BANK_HOLIDAYS): OwnTable {
  let to = builtIn.to
  let listed: ListedHoliday[] = builtIn.holidays.map(on => ({ on, name: holidayName(on), entryId: null }))
  const counted: number[] = []
  for (const { entryId, kind, days } of standingEntries(entries)) {
    const [first] = days
    const isThere = listed.some(({ on }) => on === first!.on)
    if (kind === 'year' ? yearOf(first!.on) !== yearOf(to) + 1 : first!.on > to || isThere !== (kind === 'take-away')) continue
    if (kind === 'take-away') listed = listed.filter(({ on }) => on !== first!.on)
    else listed = [...listed, ...days.map(one => ({ ...one, entryId }))]
    if (kind === 'year') to = dayOf(yearOf(first!.on), 12, 31)
    counted.push(entryId)
  }
  if (counted.length === 0) return { table: builtIn, listed, counted }
  listed.sort((one, other) => (one.on < other.on ? -1 : 1))
  const version = `${builtIn.version}; with this council’s ${counted.length === 1 ? 'entry' : 'entries'} ${counted.join(', ')}`
  return { table: { ...builtIn, version, to, holidays: listed.map(({ on }) => on) }, listed, counted }
} // prettier-ignore

const yearOf = (on: Day): number => Number(on.slice(0, 4))

/** The year that may be added next. */
export const nextYear = ({ table }: OwnTable): number => yearOf(table.to) + 1

/** What may be said of a day: that it is one, that it is none, or, in words, why neither can be. */
export function mayBeSaid({ table, listed }: OwnTable, on: Day): { kind: 'add' | 'take-away' } | { entryId: number } | { not: string } {
  if (on < table.from || on > table.to)
    return { not: `Bank holidays are held from ${yearOf(table.from)} to ${yearOf(table.to)}. A later year is added whole, one after another.` }
  if (isAtWeekend(on))
    return { not: `It is a ${weekday(on)}, which is no working day anyway. Where a bank holiday falls at a weekend, enter the weekday that stands for it.` }
  const known = listed.find(one => one.on === on)
  if (!known) return { kind: 'add' }
  return known.entryId === null || isOfYear(listed, known) ? { kind: 'take-away' } : { entryId: known.entryId }
} // prettier-ignore

/** One of several days of an entry: a further year, of which one day moves. */
const isOfYear = (listed: ListedHoliday[], { entryId }: ListedHoliday) =>
  listed.filter(one => one.entryId === entryId).length > 1

/** Words of a day that is a council's own, or another nation's, and no bank holiday of England and Wales; null of any other. */
export function whyNoBankHoliday(name: string): string | null {
  if (/clos(ed?|ure|ing)\b|shut|office|council|privilege|inset|staff/i.test(name))
    return 'A day on which offices are closed is no bank holiday: it is a working day of every statutory clock, and children wait on it as on any other. Only a clock of the council’s own rules could leave it out.'
  if (/\bst\.? ?(andrew|patrick)|boyne|orangemen|scot|ireland/i.test(name))
    return 'Bank holidays of Scotland and Northern Ireland do not count: the working days of the law here are those of England and Wales.'
  return null
}

/** Reads a further year as a person lists it, a holiday on a line (`2029-01-01 New Year’s Day` or `1/1/2029 ...`); or says what is wrong. */
export function readYear(typed: string, year: number): { days: NamedHoliday[] } | { problem: string } {
  const days: NamedHoliday[] = []
  for (const line of typed.split('\n').map(one => one.trim()).filter(one => one !== '')) {
    const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\s+(.+)$/.exec(line)
    const on = found && asDay(found[3]!, found[2]!, found[1]!)
    if (!on) return { problem: `“${line.slice(0, 60)}”: write each as 25/12/${year} Christmas Day` }
    const not = whyNotInYear(on, year, days) ?? whyNoBankHoliday(found[4]!)
    if (not) return { problem: `${longDay(on)}: ${not}` }
    days.push({ on, name: found[4]!.slice(0, 100) })
  }
  if (days.length < FEWEST || days.length > MOST)
    return { problem: `A year has eight bank holidays, and up to ${MOST} where more are proclaimed: these are ${days.length}` }
  return { days: days.sort((one, other) => (one.on < other.on ? -1 : 1)) }
} // prettier-ignore

/** Proclamations have moved and added bank holidays since 1978, and never taken one away. */
const [FEWEST, MOST] = [8, 12]

function asDay(year: string, month: string, date: string): Day | null {
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)))
  return at.getUTCMonth() === Number(month) - 1 ? (at.toISOString().slice(0, 10) as Day) : null
}

function whyNotInYear(on: Day, year: number, before: NamedHoliday[]): string | null {
  if (yearOf(on) !== year) return `not a day of ${year}`
  if (isAtWeekend(on)) return `a ${weekday(on)}: enter the weekday that stands for it`
  return before.some(one => one.on === on) ? 'named twice' : null
}

/** Why an entry cannot be withdrawn or put back: another that stands would say what is so already, or what nobody can say any more. Null where it can. */
export function whyNotWithdrawn(entries: readonly EntrySaid[], entryId: number): string | null {
  const after = [...entries, { ...NEXT, kind: 'withdraw' as const, withdraws: entryId }]
  const [before, then] = [tableWith(entries).counted, tableWith(after).counted]
  const stood = standingEntries(entries).map(one => one.entryId)
  const lost = standingEntries(after).find(
    one => !then.includes(one.entryId) && (before.includes(one.entryId) || !stood.includes(one.entryId)),
  )
  if (!lost) return null
  return `Entry ${lost.entryId} would say nothing then: it is about the same day, or a day of that year. Withdraw it first.`
}

/** An entry that nobody has made yet comes after all that were. */
export const NEXT: EntrySaid = { entryId: Infinity, kind: 'add', days: [], withdraws: null }

/** What one table has and another has not. */
export function daysApart(was: OwnTable, is: OwnTable): { added: NamedHoliday[]; takenAway: NamedHoliday[] } {
  const without = (these: OwnTable, others: OwnTable) =>
    these.listed.filter(({ on }) => !others.listed.some(other => other.on === on))
  return { added: without(is, was), takenAway: without(was, is) }
}

/** Periods of care: unbroken chains of episodes, as the SSDA903 return counts them, with the legal status beside. */
import type { ClaEpisode } from '../../children/cla-episode.ts'
import { rowsOf, rowsBy } from '../../children/records.ts'
import type { LegalStatusCode } from '../../children/legal-status.ts'
import { type CarePeriod as PeriodInDays, carePeriodsOf } from '../../children/standing.ts'
import { type DayNumber, dayNumber } from '../../terms/day-number.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { isOpen, type Span } from './span.ts'

export type Episode = Span & { readonly row: ClaEpisode }

export type CarePeriod = Span & {
  /** The period's own number where the extract gives one, else its first episode's. */
  readonly id: string
  readonly personId: string
  readonly episodes: readonly Episode[]
  /** Why it ended; null while it goes on. */
  readonly ceased: ClaEpisode['ceasedReason']
  /** Nobody recorded that the child left care: it is over because the next period had begun, and is no leaving. */
  readonly isCutShort: boolean
  /** The child was accommodated only in a series of short breaks (V3, V4), and is in no looked-after measure (R19). */
  readonly isShortBreaks: boolean
}

/** In the order they began (ruling "Period of care"). Episodes whose days could not be read are left out (R20). */
export const carePeriods = (history: History): readonly CarePeriod[] =>
  [...rowsBy(history.records.claEpisodes, 'personId').keys()]
    .flatMap(personId => carePeriodsOf(history.records, personId).map(period => counted(history, period)))
    .sort((one, other) => one.from - other.from)

export const carePeriodsByChild = (history: History) => rowsBy(history.of(carePeriods), 'personId')

function counted(history: History, { personId, from, until, isCutShort, episodes }: PeriodInDays): CarePeriod {
  const [first, last] = [episodes[0]!, episodes.at(-1)!]
  const inNumbers = episodes.map(row => ({ from: dayNumber(row.startedOn!), until: numbered(row.ceasedOn), row }))
  return {
    id: first.careId ?? first.id,
    personId,
    from: dayNumber(from),
    until: numbered(until),
    episodes: inNumbers,
    ceased: until === null || isCutShort ? null : last.ceasedReason,
    isCutShort,
    isShortBreaks: inNumbers.every(episode => isShortBreak(legalStatusOn(history, personId, episode.from))),
  }
}

type Status = Span & { readonly status: LegalStatusCode }

const statuses = ({ records }: History): ReadonlyMap<string, readonly Status[]> => {
  const found = new Map<string, Status[]>()
  for (const row of records.legalStatuses) {
    const from = numbered(row.fromOn)
    if (from === null || row.status === null || isUnread(row, 'fromOn', 'untilOn')) continue
    const one = { from, until: numbered(row.untilOn), status: row.status }
    const same = found.get(row.personId)
    if (same) same.push(one)
    else found.set(row.personId, [one])
  }
  for (const list of found.values()) list.sort((one, other) => one.from - other.from)
  return found
}

/** Every legal status of a child, in the order they began. */
export const legalStatusesOf = (history: History, personId: string): readonly Status[] =>
  history.of(statuses).get(personId) ?? []

/** The legal status at the end of a day: the latest of those open then. Null where none is known. */
export function legalStatusOn(history: History, personId: string, on: DayNumber): LegalStatusCode | null {
  let found: LegalStatusCode | null = null
  for (const one of legalStatusesOf(history, personId)) {
    if (one.from > on) break
    if (isOpen(one, on)) found = one.status
  }
  return found
}

const isShortBreak = (status: LegalStatusCode | null) => status === 'V3' || status === 'V4'

/** The children looked after on a day, short breaks left out. */
export function lookedAfterOn(history: History, on: DayNumber): ReadonlyMap<string, CarePeriod> {
  const known = history.of(lookedAfterByDay)
  const found = known.get(on) ?? openOn(history, on)
  known.set(on, found)
  return found
}

const lookedAfterByDay = () => new Map<DayNumber, ReadonlyMap<string, CarePeriod>>()

function openOn(history: History, on: DayNumber): Map<string, CarePeriod> {
  const found = new Map<string, CarePeriod>()
  for (const period of history.of(carePeriods))
    if (isOpen(period, on) && !isShortBreak(legalStatusOn(history, period.personId, on)))
      found.set(period.personId, period)
  return found
}

/** The episode that was running at the end of a day. */
export const episodeOn = ({ episodes }: CarePeriod, on: DayNumber): Episode | undefined =>
  episodes.findLast(episode => isOpen(episode, on))

/** The child's care plans, reviews and the like, by the person: extracts do not always name the period. */
export const rowsWithin = <Row extends { readonly personId: string }>(
  rows: readonly Row[],
  { personId, from, until }: CarePeriod,
  dayOfRow: (row: Row) => DayNumber | null,
): Row[] =>
  rowsOf(rows, personId).filter(row => {
    const on = dayOfRow(row)
    return on !== null && on >= from && (until === null || on <= until)
  })

/**
 * How a child stands on a day, by the rulings: what ends on a day is closed at its end; a row whose days could not be read is no
 * answer either way and is left out.
 */
import type { Day } from '../terms/day.ts'
import type { ClaEpisode } from './cla-episode.ts'
import type { CpPlan } from './cp-plan.ts'
import type { LegalStatus } from './legal-status.ts'
import type { Recorded } from './recorded.ts'
import { type ChildRecords, rowsOf } from './records.ts'
import type { Referral } from './referral.ts'

export const isOpenOn = (from: Day | null, until: Day | null, on: Day): boolean =>
  from !== null && from <= on && (until === null || until > on)

export const isRead = (row: Recorded, ...fields: string[]): boolean =>
  row.unread.length === 0 || !fields.some(field => row.unread.includes(field))

/** A period of care: an unbroken chain of episodes (ruling "Period of care"). */
export type CarePeriod = {
  readonly personId: string
  readonly from: Day
  /** The day the child ceased to be looked after; null where they are still. */
  readonly until: Day | null
  /** Nobody recorded that the child left, but the next period had begun: a fault of the record. */
  readonly isCutShort: boolean
  readonly episodes: readonly ClaEpisode[]
}

const PERIODS = new WeakMap<readonly ClaEpisode[], Map<string, CarePeriod[]>>()

/** In the order they began. A period begins at S, or after an episode that ceased for another reason than X1. */
export function carePeriodsOf({ claEpisodes }: ChildRecords, personId: string): readonly CarePeriod[] {
  const known = PERIODS.get(claEpisodes) ?? new Map<string, CarePeriod[]>()
  PERIODS.set(claEpisodes, known)
  const before = known.get(personId)
  if (before) return before
  const chains: ClaEpisode[][] = []
  for (const episode of episodesInOrder(rowsOf(claEpisodes, personId))) {
    const last = chains.at(-1)?.at(-1)
    const isNew = !last || episode.startReason === 'S' || (last.ceasedOn !== null && last.ceasedReason !== 'X1')
    if (isNew) chains.push([episode])
    else chains.at(-1)!.push(episode)
  }
  const periods = chains.map((episodes, at) => periodOf(personId, episodes, chains[at + 1]?.[0]!.startedOn ?? null))
  known.set(personId, periods)
  return periods
}

const episodesInOrder = (rows: readonly ClaEpisode[]) =>
  rows
    .filter(row => row.startedOn !== null && isRead(row, 'startedOn', 'ceasedOn'))
    .filter(({ startedOn, ceasedOn }) => ceasedOn === null || ceasedOn >= startedOn!)
    .sort((a, b) => compare(a.startedOn!, b.startedOn!) || compare(a.ceasedOn ?? '9999', b.ceasedOn ?? '9999'))

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** A child is in one period at a time: one that nobody ended is over when the next begins. */
function periodOf(personId: string, episodes: readonly ClaEpisode[], next: Day | null): CarePeriod {
  const { ceasedOn, ceasedReason } = episodes.at(-1)!
  const ended = ceasedReason === 'X1' ? null : ceasedOn
  const isCutShort = ended === null && next !== null
  return { personId, from: episodes[0]!.startedOn!, until: ended ?? next, isCutShort, episodes }
}

/** The legal status at the end of a day, the latest of those that run then; undefined where none is known. */
export const legalStatusOn = (records: ChildRecords, personId: string, on: Day): LegalStatus | undefined =>
  rowsOf(records.legalStatuses, personId)
    .filter(row => row.status !== null && isRead(row, 'fromOn', 'untilOn') && isOpenOn(row.fromOn, row.untilOn, on))
    .reduce<LegalStatus | undefined>((last, row) => (last && last.fromOn! > row.fromOn! ? last : row), undefined)

export const isShortBreak = (status: LegalStatus | undefined): boolean => status?.status === 'V3' || status?.status === 'V4' // prettier-ignore

/** The period in which the child is looked after on a day; a series of short breaks is none (ruling "Legal status"). */
export function lookedAfterOn(records: ChildRecords, personId: string, on: Day): CarePeriod | undefined {
  const period = carePeriodsOf(records, personId).findLast(({ from, until }) => isOpenOn(from, until, on))
  return period && isShortBreak(legalStatusOn(records, personId, on)) ? undefined : period
}

/** True for a referral that led to more than "no further action" and whose days are known. */
export const isNeed = (row: Referral): boolean =>
  row.noFurtherAction !== true && row.referredOn !== null && isRead(row, 'referredOn', 'closedOn')

export const isOpenNeed = (row: Referral, on: Day): boolean => isNeed(row) && isOpenOn(row.referredOn, row.closedOn, on)

/** True for a plan of the authority's own whose days are known (ruling "Plans of other authorities"). */
export const isOwnPlan = (row: CpPlan): boolean =>
  row.isOtherAuthority !== true && row.startedOn !== null && isRead(row, 'startedOn', 'endedOn')

export const isOpenPlan = (row: CpPlan, on: Day): boolean => isOwnPlan(row) && isOpenOn(row.startedOn, row.endedOn, on)

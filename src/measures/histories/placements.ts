/**
 * Placements of looked after children as the statistics count them (rulings "Placement" and "Same carer after a temporary placement"). A
 * placement begins at an episode that starts with S, P, T, B or U; temporary ones (T0 to T4) and those of less than a day are no placements, and
 * the one before goes on through them.
 */
import type { Placement } from '../../children/placement.ts'
import { rowsBy, rowsOf, rowWithId } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type History, numbered } from '../history.ts'
import { type CarePeriod, carePeriods, type Episode, episodeOn } from './care-periods.ts'
import { isOpen, type Span } from './span.ts'

export type CarePlacement = Span & {
  /** Its own number, or its first episode's where the episode names no placement that is there, or one named before. */
  readonly id: string
  readonly personId: string
  readonly period: CarePeriod
  /** What the extract says of it; after a temporary placement, of the one come back to. */
  readonly row: Placement | undefined
  /** The carer changed (S, P or B). Adoption by the carers the child is with already is no move. */
  readonly isMove: boolean
}

/** In one care, with one carer: what a change of status or of the placement's kind does not break. */
export type Stay = Span & {
  readonly id: string
  readonly personId: string
  readonly period: CarePeriod
  readonly placements: readonly CarePlacement[]
}

const NONE: readonly never[] = []

const placementsByPeriod = (history: History): ReadonlyMap<CarePeriod, readonly CarePlacement[]> =>
  new Map(history.of(carePeriods).map(period => [period, placementsOf(history, period)]))

/** Of one period of care, in the order they began. */
export const placementsIn = (history: History, period: CarePeriod): readonly CarePlacement[] =>
  history.of(placementsByPeriod).get(period) ?? NONE

/** Every placement, those of children only in short breaks left out. */
export const carePlacements = (history: History): readonly CarePlacement[] =>
  [...history.of(placementsByPeriod)].flatMap(([{ isShortBreaks }, placements]) => (isShortBreaks ? [] : placements))

export const carePlacementsByChild = (history: History) => rowsBy(history.of(carePlacements), 'personId')

/** Where the child is placed at the end of a day. */
export const placementOn = (history: History, period: CarePeriod, on: DayNumber): CarePlacement | undefined =>
  placementsIn(history, period).findLast(placement => isOpen(placement, on))

/** What the extract says of where the child is at the end of a day, a temporary placement too. */
export function placementRowOn(history: History, period: CarePeriod, on: DayNumber): Placement | undefined {
  const episode = episodeOn(period, on)
  return episode && rowOf(history, period.personId, episode)
}

const staysByPeriod = (history: History): ReadonlyMap<CarePeriod, readonly Stay[]> =>
  new Map([...history.of(placementsByPeriod)].map(([period, placements]) => [period, joined(placements)]))

export const staysIn = (history: History, period: CarePeriod): readonly Stay[] =>
  history.of(staysByPeriod).get(period) ?? NONE

export const stayOn = (history: History, period: CarePeriod, on: DayNumber): Stay | undefined =>
  staysIn(history, period).findLast(stay => isOpen(stay, on))

function joined(placements: readonly CarePlacement[]): Stay[] {
  const found: Stay[] = []
  for (const placement of placements) {
    const { id, personId, period, from, until, isMove } = placement
    const last = found.at(-1)
    if (last && !isMove) found[found.length - 1] = { ...last, until, placements: [...last.placements, placement] }
    else found.push({ id, personId, period, from, until, placements: [placement] })
  }
  return found
}

type Beginning = Span & { readonly id: string; readonly row: Placement | undefined; readonly isMove: boolean }

function placementsOf(history: History, period: CarePeriod): CarePlacement[] {
  const found: Beginning[] = []
  let isAfterGap = false
  for (const beginning of beginningsOf(history, period)) {
    const last = found.at(-1)
    if (isTemporary(beginning.row) || beginning.from === beginning.until) {
      isAfterGap = true
      continue
    }
    if (last && isAfterGap && isSameCarer(history, last.row, beginning.row))
      found[found.length - 1] = { ...last, row: beginning.row }
    else found.push(beginning)
    isAfterGap = false
  }
  return found.map(({ id, from, row, isMove }, at) => ({
    id,
    personId: period.personId,
    period,
    from,
    until: found[at + 1]?.from ?? period.until,
    row,
    isMove: at === 0 || (isMove && !isWithCurrentCarer(row)),
  }))
}

/** Every beginning of a placement, temporary ones among them. Where no reason is given, another placement's number tells. */
function beginningsOf(history: History, { personId, until, episodes }: CarePeriod): Beginning[] {
  const firsts = episodes.filter(({ row }, at) => {
    const before = episodes[at - 1]?.row
    return !before || (row.startReason === null ? row.placementId !== before.placementId : row.startReason !== 'L')
  })
  return firsts.map((episode, at) => {
    const row = rowOf(history, personId, episode)
    const { id, placementId, startReason: reason } = episode.row
    const isNamed = row?.id === placementId && !firsts.slice(0, at).some(one => one.row.placementId === placementId)
    return {
      id: isNamed ? row!.id : id,
      from: episode.from,
      until: firsts[at + 1]?.from ?? until,
      row,
      isMove: reason !== 'T' && reason !== 'U',
    }
  })
}

/** The placement that the episode names, else the one the child was in on its first day. */
function rowOf({ records }: History, personId: string, { row, from }: Episode): Placement | undefined {
  const named = rowWithId(records.placements, row.placementId)
  return (
    named ??
    rowsOf(records.placements, personId).findLast(({ startedOn, endedOn }) => {
      const began = numbered(startedOn)
      return began !== null && isOpen({ from: began, until: numbered(endedOn) }, from)
    })
  )
}

const isTemporary = (row: Placement | undefined) => row?.type?.startsWith('T') ?? false

export const isForAdoption = (row: Placement | undefined) => row?.type?.startsWith('A') ?? false

const isWithCurrentCarer = (row: Placement | undefined) => row?.type === 'A3' || row?.type === 'A5'

/** By the carer's number where both have one; else the same kind, provider and postcode. */
function isSameCarer({ records }: History, one: Placement | undefined, other: Placement | undefined): boolean {
  if (!one || !other) return false
  const carerOf = ({ id }: Placement) => rowsBy(records.placementCarers, 'placementId').get(id)?.[0]?.carerId ?? null
  const [carer, otherCarer] = [carerOf(one), carerOf(other)]
  if (carer !== null && otherCarer !== null) return carer === otherCarer
  return (
    one.postcode !== null &&
    one.postcode === other.postcode &&
    one.type === other.type &&
    one.urn === other.urn &&
    one.provider === other.provider
  )
}

/** Periods of care as the return counts them: a new episode whenever the legal status or the placement changes. */
import type { EPISODE_REASON } from '../../children/cla-episode.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import type { Care } from './care.ts'
import { tell } from './episode.ts'

export function tellEpisodes(care: Care): void {
  const { world, one, child, careId, from, to, ceased } = care
  for (const { status, from: fromOn, until: untilOn } of care.legal)
    tell(one, 'legalStatuses', { id: world.number('LS'), personId: child.id, status, fromOn, untilOn })
  for (const { id, from: startedOn, until: endedOn, ...placement } of care.placed)
    tell(one, 'placements', {
      id,
      careId,
      personId: child.id,
      startedOn,
      endedOn,
      ...placement,
      changeReason: endedOn < to ? placement.changeReason : null,
    })
  tellCarers(care)
  const days = [...new Set([...care.legal, ...care.placed].map(({ from }) => from))].sort((a, b) => a - b)
  for (const [at, startedOn] of days.entries()) {
    const next = days[at + 1]
    tell(one, 'claEpisodes', {
      id: world.number('LE'),
      personId: child.id,
      placementId: care.placed.findLast(placed => placed.from <= startedOn)!.id,
      startedOn,
      startReason: startReason(care, startedOn),
      need: one.need === 'N0' || one.need === 'N9' ? 'N1' : one.need,
      ceasedOn: next ?? to,
      ceasedReason: next === undefined ? ceased : 'X1',
      careId,
      referralId: one.referralId,
      lastIroContactOn: lastContact(care, next ?? to),
      enteredCareOn: from,
    })
  }
}

/** Which of the authority's own carers the child was with. */
function tellCarers({ world, one, child, placed }: Care): void {
  for (const { id: placementId, type, provider, from, until } of placed) {
    if (!type.startsWith('U') || provider !== 'PR1' || from > world.asAt) continue
    const isKin = type === 'U1' || type === 'U3'
    const carerId = world.carers.carerFor(isKin, from, until, child.family.chance.below(1000))
    tell(one, 'placementCarers', { placementId, carerId })
  }
}

function startReason({ from, legal, placed }: Care, on: DayNumber): keyof typeof EPISODE_REASON {
  if (on === from) return 'S'
  const moved = placed.findIndex(placement => placement.from === on)
  if (moved < 0) return 'L'
  const withSameCarer = placed[moved - 1]!.postcode === placed[moved]!.postcode
  const ordered = legal.some(held => held.from === on)
  if (ordered) return withSameCarer ? 'U' : 'B'
  return withSameCarer ? 'T' : 'P'
}

/** The reviewing officer is in touch about every two months. */
function lastContact({ world, from, chance }: Care, until: DayNumber): DayNumber | null {
  const on = Math.min(until, world.asAt) - chance.between(1, 70)
  return on > from ? on : null
}

/** Disabled children who stay away for short breaks: in the extract as looked after under V4, and in no count of the looked after. */
import { type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import { nextWorkingDay } from './days.ts'
import { type Case, tell, tellEvent, until18 } from './episode.ts'
import type { World } from './world.ts'

/** So many families with a disabled child's plan. */
export const HAVE_SHORT_BREAKS = 0.17

export function tellShortBreaks(world: World, one: Case, from: DayNumber, to: DayNumber): void {
  const { child } = one
  const { chance } = child.family
  const [startedOn, ceasedOn] = [nextWorkingDay(from + 40), until18(one, to) - 5]
  if (ceasedOn - startedOn < 60 || ceasedOn < world.from) return
  const [careId, placementId] = [world.number('LA'), world.number('PL')]
  const common = { personId: child.id, careId }
  tell(one, 'legalStatuses', {
    id: world.number('LS'),
    personId: child.id,
    status: 'V4',
    fromOn: startedOn,
    untilOn: ceasedOn,
  })
  tell(one, 'placements', {
    id: placementId,
    ...common,
    startedOn,
    endedOn: ceasedOn,
    type: chance.yes(0.6) ? 'K2' : 'U6',
    provider: 'PR1',
    urn: 'SC991204',
    miles: chance.between(2, 15),
    postcode: 'ZZ14AL',
  })
  tell(one, 'claEpisodes', {
    id: world.number('LE'),
    ...common,
    placementId,
    startedOn,
    startReason: 'S',
    need: 'N2',
    ceasedOn,
    ceasedReason: 'E8',
    referralId: one.referralId,
    enteredCareOn: startedOn,
  })
  tellReviewsAndVisits(world, one, careId, startedOn, ceasedOn)
}

/** The first review after three months, then every six, each with a visit some weeks before. */
function tellReviewsAndVisits(world: World, one: Case, careId: string, from: DayNumber, to: DayNumber): void {
  const { child } = one
  const { chance } = child.family
  const common = { personId: child.id, careId }
  for (let last = from, months = 3; ; months = 6) {
    const dueOn = monthsAfter(last, months)
    last = nextWorkingDay(dueOn - 8 + (chance.yes(0.85) ? 0 : 25))
    if (last >= to || last > world.asAt) return
    const [id, visitedOn] = [world.number('LR'), nextWorkingDay(last - 20)]
    tellEvent(world, one, last, 'claReviews', {
      id,
      ...common,
      dueOn,
      heldOn: last,
      isCancelled: false,
      participation: 'PN6',
    })
    tellEvent(world, one, visitedOn, 'claVisits', {
      id: world.number('V'),
      ...common,
      visitedOn,
      childSeen: true,
      seenAlone: false,
    })
  }
}

/** Children whom their parents placed with others for more than four weeks: visited within a week of our knowing, and every six after. */
import type { DayNumber } from '../../terms/day-number.ts'
import { workingDaysAfter } from './days.ts'
import { type Case, tell, tellEvent, until18 } from './episode.ts'
import type { World } from './world.ts'

export function tellPrivateFostering(world: World, one: Case, awareOn: DayNumber, to: DayNumber): void {
  const { child } = one
  const { chance } = child.family
  const arrangementId = world.number('PF')
  const endedOn = until18(one, to)
  tell(one, 'privateFosterings', {
    id: arrangementId,
    personId: child.id,
    awareOn,
    startedOn: awareOn - chance.between(-10, 60),
    endedOn,
  })
  for (let on = awareOn, first = true; ; first = false) {
    const inTime = chance.yes(world.pace.share(0.7, 0.92, on))
    on = workingDaysAfter(
      on,
      first
        ? inTime
          ? chance.between(2, 7)
          : chance.between(8, 14)
        : inTime
          ? chance.between(22, 29)
          : chance.between(31, 44),
    )
    if (on >= endedOn || on > world.asAt) return
    tellEvent(world, one, on, 'privateFosteringVisits', {
      id: world.number('FV'),
      arrangementId,
      personId: child.id,
      visitedOn: on,
      childSeen: chance.yes(0.96),
    })
  }
}

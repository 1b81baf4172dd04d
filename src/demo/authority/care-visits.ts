/** Reviews of a looked-after child and visits to it. */
import { monthsAfter } from '../../terms/day-number.ts'
import { nextWorkingDay, workingDaysAfter } from './days.ts'
import type { Care } from './care.ts'
import { tellEvent, workedBy } from './episode.ts'
import { tellCaseNote, tellKeyEvent } from './oversight.ts'
import { participationOf } from './participation.ts'

/** The first within 20 working days, the second three months after it, then every six. */
export function tellCareReviews({ world, one, child, chance, careId, from, to }: Care): void {
  let last = from
  for (let number = 1; ; number++) {
    const dueOn = number === 1 ? workingDaysAfter(from, 20) : monthsAfter(last, number === 2 ? 3 : 6)
    const inTime = chance.yes(world.pace.share(0.855, 0.945, dueOn, workedBy(world, one, last)))
    const heldOn = inTime
      ? workingDaysAfter(dueOn, -1 - chance.below(number === 1 ? 6 : 14))
      : nextWorkingDay(dueOn + 1 + chance.length(10, 0.8))
    last = Math.max(last + 5, heldOn)
    if (last >= to || last > world.asAt) return
    if (number > 1 && chance.yes(world.pace.share(0.5, 0.82, last)))
      tellKeyEvent(world, one, 'iro-midpoint', nextWorkingDay(last + 86 + chance.below(24)))
    tellEvent(world, one, last, 'claReviews', {
      id: world.number('LR'),
      careId,
      personId: child.id,
      dueOn,
      heldOn: last,
      isCancelled: false,
      participation: participationOf(chance, child, last),
    })
  }
}

/** In the first week, then every six weeks; after a year of a settled placement every three months where that was agreed. */
export function tellCareVisits({ world, one, child, chance, careId, from, to, settledFrom }: Care): void {
  for (let on = from, number = 0; ; number++) {
    const most = number === 0 ? 7 : settledFrom !== null && on > settledFrom ? 88 : 42
    const inTime = chance.yes(world.pace.share(0.87, 0.955, on, workedBy(world, one, on)))
    on = nextWorkingDay(
      on + (inTime ? Math.round(most * (0.62 + chance.part() * 0.33)) : most + 2 + chance.length(12, 0.7)),
    )
    if (on >= to || on > world.asAt) return
    if (on < world.eventsFrom || chance.yes(world.missed(on))) continue
    const childSeen = chance.yes(0.98)
    tellCaseNote(world, one, on)
    tellEvent(world, one, on, 'claVisits', {
      id: world.number('V'),
      careId,
      personId: child.id,
      visitedOn: on,
      childSeen,
      seenAlone: childSeen && chance.yes(world.pace.share(0.6, 0.8, on)),
    })
  }
}

/** A strategy discussion and the section 47 enquiry that it begins. */
import type { SECTION47_OUTCOME } from '../../children/section47.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { tellAttendance } from './attendance.ts'
import type { Chance } from './chance.ts'
import { clock } from './clock.ts'
import { nextWorkingDay, workingDaysAfter } from './days.ts'
import { type Case, type Episode, signed, tell } from './episode.ts'
import { eighteen } from './family.ts'

/** An enquiry that ends without a conference, and before the assessment does. */
export function enquire(episode: Episode, cases: readonly Case[], from: DayNumber, assessedOn: DayNumber): void {
  const { chance } = episode.family
  const startedOn = beginsOn(chance, from)
  const endedOn = Math.min(assessedOn, workingDaysAfter(startedOn, chance.length(12, 0.5) + 1))
  if (endedOn <= startedOn) return
  for (const one of whoAreEnquiredOf(cases, startedOn, endedOn)) tellEnquiry(episode, one, startedOn, endedOn, false)
}

export const beginsOn = (chance: Chance, from: DayNumber): DayNumber =>
  nextWorkingDay(from + (chance.yes(0.55) ? chance.between(0, 3) : chance.length(9, 0.6)))

export const whoAreEnquiredOf = (cases: readonly Case[], startedOn: DayNumber, until: DayNumber): Case[] =>
  cases.filter(({ child }) => child.bornOn < startedOn + 150 && eighteen(child) > until + 5 && child.goneOn > until)

type Outcome = keyof typeof SECTION47_OUTCOME

export function tellEnquiry(
  { world, family }: Episode,
  one: Case,
  startedOn: DayNumber,
  endedOn: DayNumber,
  toConference: boolean,
): string {
  const { chance } = family
  const id = world.number('E')
  const without: Outcome[] = chance.yes(0.6) ? ['assessment-continues'] : ['no-further-action']
  const outcomes: Outcome[] = toConference ? ['cp-conference'] : without
  const common = { personId: one.child.id, referralId: one.referralId }
  tell(one, 'section47s', {
    id,
    ...common,
    startedOn,
    endedOn,
    noFurtherAction: !toConference,
    outcomes,
    ...signed(world, one, startedOn),
  })
  const isSlow = !chance.yes(world.pace.share(0.7, 0.9, startedOn))
  const neededOn = isSlow ? workingDaysAfter(startedOn, -chance.between(1, 3)) : startedOn
  const neededAt = clock(neededOn, chance.between(8, 10), chance.below(60))
  const heldAt = clock(startedOn, chance.between(11, 17), chance.below(60))
  const discussion = world.number('SD')
  tell(one, 'strategyDiscussions', {
    id: discussion,
    ...common,
    section47Id: id,
    neededOn,
    neededAt,
    heldOn: startedOn,
    heldAt,
    outcome: 'Section 47 enquiry',
  })
  if (startedOn >= world.eventsFrom) tellAttendance(world, one, chance, discussion, startedOn, 'strategy')
  return id
}

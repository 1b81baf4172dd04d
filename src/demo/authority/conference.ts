/** An enquiry that ends in a conference, and the plans that it makes. */
import type { DayNumber } from '../../terms/day-number.ts'
import { tellAttendance } from './attendance.ts'
import { workingDaysAfter } from './days.ts'
import { beginsOn, tellEnquiry, whoAreEnquiredOf } from './enquiry.ts'
import { type Case, type Episode, signed, tell, workedBy } from './episode.ts'
import type { Planned, Step } from './step.ts'

/** So many conferences make a plan. */
const PLANS_MADE = 0.87

export function goToConference(episode: Episode, cases: readonly Case[], from: DayNumber): Step[] {
  const { world, family } = episode
  const { chance } = family
  const startedOn = beginsOn(chance, from)
  const inTime = chance.yes(world.pace.share(0.775, 0.91, startedOn, workedBy(world, cases[0]!, startedOn)))
  const heldOn = workingDaysAfter(startedOn, inTime ? chance.between(9, 15) : 16 + Math.floor(chance.part() ** 2 * 16))
  const endedOn = workingDaysAfter(startedOn, Math.min(chance.between(4, 12), inTime ? 8 : 14))
  const enquired = whoAreEnquiredOf(cases, startedOn, heldOn)
  const enquiries = enquired.map(one => ({ one, id: tellEnquiry(episode, one, startedOn, endedOn, true) }))
  const others = cases.filter(one => !enquired.includes(one))
  const steps = confer(episode, enquiries, startedOn, heldOn)
  return others.length > 0 ? [...steps, { to: 'need', cases: others, on: heldOn, after: 'conference' }] : steps
}

function confer(
  episode: Episode,
  enquiries: readonly { one: Case; id: string }[],
  startedOn: DayNumber,
  heldOn: DayNumber,
): Step[] {
  const { world, family } = episode
  const { chance } = family
  if (enquiries.length === 0) return []
  const meetingId = world.number('M')
  const makesPlan = chance.yes(PLANS_MADE)
  const planned: Planned[] = []
  const without: Case[] = []
  for (const { one, id: section47Id } of enquiries) {
    const planMade = makesPlan && (planned.length === 0 || chance.yes(0.95))
    const [id, planId] = [world.number('IC'), planMade ? world.number('CP') : null]
    tell(one, 'conferences', {
      id,
      meetingId,
      section47Id,
      personId: one.child.id,
      cpPlanId: planId,
      referralId: one.referralId,
      isTransferIn: false,
      targetOn: workingDaysAfter(startedOn, 15),
      heldOn,
      planMade,
      outcomes: [planMade ? 'cp-plan' : 'services'],
      ...signed(world, one, startedOn),
    })
    if (planId) planned.push({ one, planId, conferenceId: id })
    else without.push(one)
  }
  tellAttendance(world, enquiries[0]!.one, chance, meetingId, heldOn, 'conference')
  const steps: Step[] = []
  if (planned.length > 0) steps.push({ to: 'plan', planned, on: heldOn })
  if (without.length > 0) steps.push({ to: 'need', cases: without, on: heldOn, after: 'conference' })
  return steps
}

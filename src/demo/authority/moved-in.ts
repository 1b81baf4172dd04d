/** Families who move here while their children are on another authority's plan: a transfer-in conference, or a stay for a time. */
import type { DayNumber } from '../../terms/day-number.ts'
import { workingDaysAfter } from './days.ts'
import { close, type Episode, passTo, signed, tell } from './episode.ts'
import type { Planned, Step } from './step.ts'

/** So many stay for good, and are given a plan here. */
const STAY = 0.65

export function receive(episode: Episode): Step[] {
  const { world, family, cases, referredOn } = episode
  const { chance, area } = family
  const post = world.workforce.postFor('protection', area, chance)
  for (const one of cases) passTo(one, post, workingDaysAfter(referredOn, 2))
  return chance.yes(STAY) ? transferIn(episode) : stayForATime(episode)
}

function transferIn(episode: Episode): Step[] {
  const { world, family, cases, referredOn } = episode
  const { chance } = family
  const inTime = chance.yes(world.pace.share(0.7, 0.88, referredOn))
  const heldOn = workingDaysAfter(referredOn, inTime ? chance.between(8, 15) : chance.between(16, 28))
  const meetingId = world.number('M')
  const planned = cases.map((one): Planned => {
    const [id, planId] = [world.number('IC'), world.number('CP')]
    const targetOn = workingDaysAfter(referredOn, 15)
    const common = { meetingId, section47Id: null, personId: one.child.id, referralId: one.referralId }
    tell(one, 'conferences', {
      id,
      ...common,
      cpPlanId: planId,
      isTransferIn: true,
      targetOn,
      heldOn,
      planMade: true,
      outcomes: ['cp-plan'],
      ...signed(world, one, heldOn),
    })
    return { one, planId, conferenceId: id }
  })
  return [{ to: 'plan', planned, on: heldOn }]
}

/** The plan stays the other authority's, is held here, and is in no count of our own. */
function stayForATime({ world, family: { chance }, cases, referredOn }: Episode): Step[] {
  const endedOn: DayNumber = referredOn + 30 + chance.length(80, 0.5)
  const category = chance.pick({ NEG: 5, EMO: 4, PHY: 1 } as const)
  for (const one of cases) {
    tell(one, 'cpPlans', {
      id: world.number('CP'),
      referralId: one.referralId,
      conferenceId: null,
      personId: one.child.id,
      startedOn: referredOn,
      endedOn,
      isOtherAuthority: true,
      firstCategory: category,
      latestCategory: category,
    })
    close(one, endedOn, 'RC5')
  }
  return []
}

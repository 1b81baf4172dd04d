/** The plan for a looked-after child's permanence, who reviews it, and what permanence there was before. */
import type { PERMANENCE_PLAN } from '../../children/care-plan.ts'
import type { PREVIOUS_PERMANENCE } from '../../children/previous-permanence.ts'
import { dayNumbered } from '../../terms/day-number.ts'
import type { Care, CareEnding } from './care.ts'
import { workingDaysAfter } from './days.ts'
import { tell, tellEvent } from './episode.ts'
import { ageAt } from './family.ts'

type Plan = keyof typeof PERMANENCE_PLAN

export function tellCarePlans(care: Care): void {
  const { world, one, child, chance, from, to } = care
  const first = workingDaysAfter(
    from,
    chance.yes(world.pace.share(0.7, 0.9, from)) ? chance.between(1, 10) : chance.between(11, 25),
  )
  if (first >= to) return
  const isByReview = chance.yes(world.pace.share(0.5, 0.86, from))
  const changes = from + (isByReview ? chance.between(45, 100) : 125 + chance.length(70, 0.5))
  const tells = (plan: Plan, fromOn: number, untilOn: number) =>
    tell(one, 'carePlans', { id: world.number('PP'), personId: child.id, fromOn, untilOn, plans: [plan] })
  tells(child.isAlone ? 'supported-living' : 'home-in-6-months', first, Math.min(changes, to))
  if (changes >= to) return
  tells(permanencePlan(care), changes, to)
  tellEvent(world, one, changes, 'keyEvents', {
    id: world.number('KE'),
    personId: child.id,
    kind: 'permanence-agreed',
    happenedOn: changes,
    recordedOn: changes + chance.below(9),
  })
}

function permanencePlan({ ending, child, chance, from, placed }: Care): Plan {
  const plans: Partial<Record<CareEnding, Plan>> = {
    adoption: 'adoption',
    'special-guardianship': 'long-term-relatives',
    arrangements: 'long-term-relatives',
    home: 'home-later',
  }
  if (plans[ending]) return plans[ending]
  if (child.isAlone || ageAt(child, from) > 15.5) return 'supported-living'
  if (placed.at(-1)!.type.startsWith('K')) return 'residential'
  return chance.yes(0.85) ? 'long-term-fostering' : 'long-term-relatives'
}

export function tellReviewingOfficer({ world, one, child, chance, from, to }: Care): void {
  if (to < world.eventsFrom) return
  const post = world.workforce.postFor('reviewing', child.family.area, chance)
  const starts = Math.max(from, world.eventsFrom)
  const workerId = world.workforce.holderOn(post, starts).worker.id
  tell(one, 'involvements', {
    id: world.number('INV'),
    personId: child.id,
    workerId,
    role: 'IRO',
    teamId: post.team.id,
    fromOn: from + chance.between(1, 7),
    untilOn: Math.max(to, from + 8),
    changeReason: 'FCONTA',
    referralId: one.referralId,
  })
}

/** Asked once, when the child comes into care. */
export function tellEarlierPermanence({ world, one, child, chance, from }: Care): void {
  const option: keyof typeof PREVIOUS_PERMANENCE = chance.pick({ Z1: 93, P1: 1.5, P2: 4, P3: 1.5 } as const)
  const ordered = option === 'Z1' || ageAt(child, from) < 4 ? null : dayNumbered(from - chance.between(400, 1200))
  const known = option !== 'Z1' && ordered !== null
  const [year = '', month = '', date = ''] = ordered?.split('-') ?? []
  const text = chance.yes(0.7) ? `${date}/${month}/${year}` : `zz/${month}/${year}`
  tell(one, 'previousPermanence', {
    id: world.number('PV'),
    personId: child.id,
    option: known ? option : 'Z1',
    arrangedBy: known ? chance.one(['999', 'WAL', 'SCO']) : null,
    orderText: known ? text : null,
  })
}

/** A referral is opened for each child of the family, given to a worker, and decided on. */
import type { Source } from '../../children/contact.ts'
import type { Need, REFERRAL_OUTCOME } from '../../children/referral.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { clock } from './clock.ts'
import { workingDaysAfter } from './days.ts'
import { type Case, close, type Episode, tell } from './episode.ts'
import type { Child, Family, FamilyKind } from './family.ts'
import type { World } from './world.ts'

const NEEDS: Partial<Record<Need, number>> = { N1: 57, N2: 8, N3: 3, N4: 9, N5: 14, N6: 3, N7: 1, N8: 3, N9: 1, N0: 1 }

const OUTCOMES: Partial<Record<FamilyKind, keyof typeof REFERRAL_OUTCOME>> = {
  'moved-in': 'cp-transfer-in',
  'private-fostering': 'private-fostering',
}

/** So many referrals go no further than the decision. */
const NO_FURTHER = 0.06

export function openReferral(
  world: World,
  family: Family,
  children: readonly Child[],
  on: DayNumber,
  decidedOn: DayNumber,
  source: Source,
): Episode {
  const { chance, kind, area } = family
  const need = kind === 'disabled' ? 'N2' : kind === 'seeking-asylum' ? 'N8' : chance.pick(NEEDS)
  const team = kind === 'disabled' ? 'disability' : 'assessment'
  const post = world.workforce.postFor(team, area, chance)
  const cases = children.map((child): Case => ({
    child,
    referralId: world.number('R'),
    need,
    held: [{ post, from: decidedOn }],
    protectedUntil: 0,
    closedOn: null,
    closeReason: null,
    told: [],
  }))
  const goesNoFurther = kind === 'ordinary' && chance.yes(NO_FURTHER)
  const episode: Episode = {
    world,
    family,
    source,
    referredOn: on,
    outcomes: [
      goesNoFurther ? 'no-further-action' : on === family.comesOn ? (OUTCOMES[kind] ?? 'assessment') : 'assessment',
    ],
    cases,
  }
  tellDecision(episode, decidedOn)
  if (goesNoFurther) for (const one of cases) close(one, decidedOn, 'RC7')
  return episode
}

function tellDecision({ world, family, cases, referredOn, source, outcomes }: Episode, decidedOn: DayNumber): void {
  const { chance } = family
  const { pace } = world
  const receivedAt = clock(referredOn, chance.between(8, 12), chance.below(60))
  const decidedAt = clock(decidedOn, chance.between(13, 17), chance.below(60))
  const isTold = source !== '9' && chance.yes(pace.share(0.5, 0.88, referredOn))
  const referrerToldOn = isTold
    ? workingDaysAfter(decidedOn, chance.yes(pace.share(0.55, 0.9, referredOn)) ? 0 : chance.between(1, 6))
    : null
  const decision = outcomes.includes('no-further-action') ? 'No further action' : 'Assessment'
  for (const one of cases) {
    tell(one, 'referralDecisions', {
      referralId: one.referralId,
      receivedOn: referredOn,
      receivedAt,
      decidedOn,
      decidedAt,
      decision,
      referrerToldOn,
    })
  }
}

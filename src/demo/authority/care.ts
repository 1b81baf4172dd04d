/** A child is looked after: why it ends and when, and all that is done meanwhile. */
import type { CEASED_REASON } from '../../children/cla-episode.ts'
import type { Closure } from '../../children/referral.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { tellEpisodes } from './care-episodes.ts'
import { tellCareEvents, tellVisitAgreements } from './care-events.ts'
import { tellCarePlans, tellEarlierPermanence, tellReviewingOfficer } from './care-plans.ts'
import { tellCareReviews, tellCareVisits } from './care-visits.ts'
import type { Chance } from './chance.ts'
import { tellProceedings } from './court.ts'
import { tellPermanence } from './adoption.ts'
import { workingDaysAfter, YEAR } from './days.ts'
import { tellEducationPlans } from './education.ts'
import { tellHealth, tellImmunisations } from './health.ts'
import { leaveCare } from './leaving-care.ts'
import { tellMissing } from './missing.ts'
import { tellMotherhood } from './motherhood.ts'
import { tellChronology, tellOversight } from './oversight.ts'
import { type Case, close, type Episode, passTo } from './episode.ts'
import { ageAt, type Child, eighteen } from './family.ts'
import { legalHistory, type Held } from './legal.ts'
import { placementHistory, type Placed } from './placements.ts'
import type { Step } from './step.ts'
import type { World } from './world.ts'

export type CareEnding = 'home' | 'special-guardianship' | 'arrangements' | 'adoption' | 'stays' | 'elsewhere'

/** One period of care of one child. */
export type Care = {
  world: World
  one: Case
  child: Child
  chance: Chance
  careId: string
  from: DayNumber
  to: DayNumber
  ending: CareEnding
  ceased: keyof typeof CEASED_REASON
  legal: Held[]
  placed: Placed[]
  /** From when it is agreed that the child stays where it is until eighteen. */
  settledFrom: DayNumber | null
}

/** Not all brothers and sisters come into care; those at home are helped there. */
export function someEnterCare(episode: Episode, cases: readonly Case[], on: DayNumber): Step[] {
  const { chance } = episode.family
  const eldest = cases.toSorted((a, b) => a.child.bornOn - b.child.bornOn)[0]
  const onlyEldest = chance.yes(0.3)
  const coming = cases.filter(
    one =>
      (!onlyEldest || one === eldest) &&
      ageAt(one.child, on) < 17.9 &&
      one.child.bornOn < on + 120 &&
      one.child.goneOn > on + 5,
  )
  const staying = cases.filter(one => !coming.includes(one))
  const steps = coming.flatMap(one => enterCare(episode, one, Math.max(on, one.child.bornOn + chance.between(1, 3))))
  return staying.length > 0 ? [...steps, { to: 'need', cases: staying, on, after: 'care' }] : steps
}

/** How care ends for a child who came at an age, in hundredths. */
const ENDINGS: readonly { below: number; weights: Record<CareEnding, number> }[] = [
  {
    below: 1,
    weights: { home: 24, 'special-guardianship': 24, arrangements: 4, adoption: 28, stays: 19, elsewhere: 1 },
  },
  {
    below: 5,
    weights: { home: 34, 'special-guardianship': 22, arrangements: 5, adoption: 12, stays: 26, elsewhere: 1 },
  },
  {
    below: 10,
    weights: { home: 38, 'special-guardianship': 13, arrangements: 4, adoption: 1, stays: 43, elsewhere: 1 },
  },
  {
    below: 16,
    weights: { home: 46, 'special-guardianship': 4, arrangements: 2, adoption: 0, stays: 46, elsewhere: 2 },
  },
  {
    below: 19,
    weights: { home: 18, 'special-guardianship': 0, arrangements: 1, adoption: 0, stays: 77, elsewhere: 4 },
  },
]
const LENGTHS: Record<Exclude<CareEnding, 'stays'>, readonly [number, number]> = {
  home: [130, 1.1],
  'special-guardianship': [400, 0.4],
  arrangements: [330, 0.4],
  adoption: [760, 0.25],
  elsewhere: [300, 0.8],
}

function enterCare(episode: Episode, one: Case, from: DayNumber): Step[] {
  const { world, family } = episode
  const { chance } = family
  const { child } = one
  const { weights } = ENDINGS.find(({ below }) => ageAt(child, from) < below)!
  const ending = child.isAlone ? 'stays' : chance.pick(weights)
  const majority = eighteen(child)
  const to =
    ending === 'stays'
      ? majority
      : Math.min(majority, workingDaysAfter(from + 5 + chance.length(...LENGTHS[ending]), 0))
  const ends = to >= majority ? 'stays' : ending
  if (isLongOver(world, child, to)) return leave(one, ends, to)
  const legal = legalHistory(chance, child, from, to, ends)
  const placed = placementHistory(world, chance, child, from, to, ends, legal)
  const settledFrom = ends === 'stays' && chance.yes(0.55) ? Math.round(from + 1.3 * YEAR) : null
  const ceased = reasonCeased(chance, ends)
  const care: Care = {
    world,
    one,
    child,
    chance,
    careId: world.number('LA'),
    from,
    to,
    ending: ends,
    ceased,
    legal,
    placed,
    settledFrom,
  }
  const teamFrom = Math.min(to, from + 40 + chance.length(90, 0.5))
  passTo(one, world.workforce.postFor('looked-after', family.area, chance), child.isAlone ? from : teamFrom)
  if (from <= world.asAt) for (const part of PARTS) part(care)
  const steps = leave(one, ends, to)
  leaveCare(care)
  tellOversight(world, one, from, to)
  return steps
}

/** A period of care is told in parts, of which none needs another. */
const PARTS: readonly ((care: Care) => void)[] = [
  tellEpisodes,
  tellCareReviews,
  tellCareVisits,
  tellCarePlans,
  tellReviewingOfficer,
  tellEarlierPermanence,
  tellHealth,
  tellImmunisations,
  tellEducationPlans,
  tellPermanence,
  tellProceedings,
  tellCareEvents,
  tellVisitAgreements,
  tellMotherhood,
  ({ world, one, from, to }) => tellMissing(world, one, from, to, 0.22),
  ({ world, one, from, to }) => tellChronology(world, one, from, to),
]

/** Care that ended before the six years matters only to those who are care leavers in them. */
const isLongOver = (world: World, child: Child, to: DayNumber): boolean =>
  to < world.from && (ageAt(child, to) < 17.9 || ageAt(child, world.from) > 21)

function reasonCeased(chance: Chance, ending: CareEnding): keyof typeof CEASED_REASON {
  switch (ending) {
    case 'home':
      return chance.yes(0.75) ? 'E4A' : 'E4B'
    case 'special-guardianship':
      return chance.pick({ E45: 40, E46: 14, E47: 34, E48: 12 } as const)
    case 'arrangements':
      return 'E41'
    case 'adoption':
      return chance.yes(0.55) ? 'E12' : 'E11'
    case 'stays':
      return chance.pick({ E5: 42, E6: 8, E7: 6, E17: 30, E8: 14 } as const)
    case 'elsewhere':
      return chance.pick({ E3: 3, E13: 4, E8: 5, E9: 1 } as const)
  }
}

const CLOSURES: Partial<Record<CareEnding, Closure>> = {
  adoption: 'RC1',
  'special-guardianship': 'RC4',
  arrangements: 'RC3',
}

/** A child who goes home is helped there for a while; one who comes of age is a care leaver. */
function leave(one: Case, ending: CareEnding, to: DayNumber): Step[] {
  if (ending === 'home') return [{ to: 'need', cases: [one], on: to, after: 'care' }]
  close(one, to, CLOSURES[ending] ?? 'RC7')
  if (ending === 'adoption') one.child.goneOn = to
  return []
}

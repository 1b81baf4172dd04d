/** Young people who leave care: a personal adviser, a pathway plan, somewhere to live, something to do, and staying in touch. */
import type { ACCOMMODATION, ACTIVITY, ELIGIBILITY, IN_TOUCH } from '../../children/care-leaver.ts'
import { birthday, type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import type { Care } from './care.ts'
import { close, passTo, tell, tellEvent } from './episode.ts'
import { ageAt, eighteen } from './family.ts'

const THIRTEEN_WEEKS = 91
const STAYS_TO_25 = 0.06

/** Sixteen and in care for thirteen weeks: there is a duty from then to 21, or to 25 for those who want it. */
export function leaveCare(care: Care): void {
  const { world, one, child, chance, from, to } = care
  const sixteen = birthday(child.bornOn, 16)
  const qualifiesOn = Math.max(sixteen, from + THIRTEEN_WEEKS)
  if (to <= qualifiesOn || child.leavesCare) return
  child.leavesCare = true
  const post = world.workforce.postFor('leaving-care', child.family.area, chance)
  const adviserFrom = qualifiesOn + 60 + chance.length(60, 0.6)
  tellPathway(care, qualifiesOn)
  const majority = eighteen(child)
  const left = Math.max(to, majority)
  const until = chance.yes(STAYS_TO_25)
    ? birthday(child.bornOn, 25)
    : chance.yes(0.5)
      ? birthday(child.bornOn, 21)
      : left + chance.between(120, 700)
  if (adviserFrom < to) tellAdviser(care, adviserFrom)
  const closes = Math.min(until, birthday(child.bornOn, 21))
  if (to >= majority) {
    passTo(one, post, to)
    close(one, closes, 'RC7')
  }
  if (qualifiesOn <= world.asAt && until > world.asAt) tellNow(care, left)
}

/** Before eighteen the adviser works beside the social worker. */
function tellAdviser({ world, one, child, chance, to }: Care, fromOn: DayNumber): void {
  const post = world.workforce.postFor('leaving-care', child.family.area, chance)
  const workerId = world.workforce.holderOn(post, fromOn).worker.id
  if (to >= world.eventsFrom)
    tell(one, 'involvements', {
      id: world.number('INV'),
      personId: child.id,
      workerId,
      role: 'PA',
      teamId: post.team.id,
      fromOn,
      untilOn: to,
      changeReason: 'FCONTA',
      referralId: one.referralId,
    })
}

/** The first plan within three months of qualifying, and a review every six months. */
function tellPathway({ world, one, child, chance }: Care, qualifiesOn: DayNumber): void {
  const inTime = chance.yes(world.pace.share(0.6, 0.88, qualifiesOn))
  let on = inTime ? qualifiesOn + chance.between(30, 90) : qualifiesOn + 95 + chance.length(60, 0.7)
  for (let first = true; on <= world.asAt && ageAt(child, on) < 21; first = false) {
    tellEvent(world, one, on, 'keyEvents', {
      id: world.number('KE'),
      personId: child.id,
      kind: first ? 'first-pathway-plan' : 'pathway-review',
      happenedOn: on,
      recordedOn: on + chance.below(6),
    })
    child.pathwayOn = on
    const isOnTime = chance.yes(world.pace.share(0.7, 0.9, on))
    on = monthsAfter(on, 6) + (isOnTime ? -chance.below(25) : 5 + chance.length(40, 0.7))
  }
}

/** How things are on the last day: the dataset keeps one row a young person. */
function tellNow({ world, one, child, chance, to }: Care, left: DayNumber): void {
  const { asAt, pace } = world
  const age = ageAt(child, asAt)
  const eligibility: keyof typeof ELIGIBILITY = asAt < to ? 'eligible' : asAt < left ? 'relevant' : 'former-relevant'
  const inTouch: keyof typeof IN_TOUCH =
    eligibility === 'eligible' || chance.yes(0.935) ? 'YES' : chance.pick({ NO: 6, REFU: 2, NREQ: 2 } as const)
  const isInTouch = inTouch === 'YES'
  const leaver = asAt >= to
  const adviser = world.workforce.postFor('leaving-care', child.family.area, chance)
  const caseHolder = one.held.findLast(({ from }) => from <= asAt)?.post ?? adviser
  const workerId = world.workforce.holderOn(adviser, asAt).worker.id
  tell(one, 'careLeavers', {
    id: world.number('CL'),
    personId: child.id,
    eligibility,
    inTouch,
    lastContactOn: asAt - (isInTouch ? chance.length(24, 0.7) : 90 + chance.length(120, 0.6)),
    accommodation: !leaver ? null : isInTouch ? chance.pick(age < 19 ? ROOMS_AT_18 : ROOMS_LATER) : 'R',
    isAccommodationSuitable: leaver && isInTouch ? chance.yes(pace.share(0.84, 0.93, asAt)) : null,
    activity: !leaver ? null : isInTouch ? chance.pick(ACTIVITIES) : '0',
    pathwayPlanOn: child.pathwayOn,
    personalAdviserId: workerId,
    teamId: caseHolder.team.id,
    workerId: leaver ? workerId : world.workforce.holderOn(caseHolder, asAt).worker.id,
  })
}

const ROOMS_AT_18: Partial<Record<keyof typeof ACCOMMODATION, number>> = {
  Z: 27,
  D: 27,
  U: 12,
  B: 12,
  E: 4,
  C: 4,
  T: 4,
  K: 2,
  X: 3,
  Y: 3,
  S: 1,
  V: 1,
}
const ROOMS_LATER: Partial<Record<keyof typeof ACCOMMODATION, number>> = {
  U: 40,
  Z: 12,
  D: 16,
  B: 12,
  E: 3,
  C: 3,
  T: 2,
  K: 3,
  X: 4,
  Y: 3,
  S: 2,
  W: 1,
  G: 1,
}
const ACTIVITIES: Partial<Record<keyof typeof ACTIVITY, number>> = {
  F1: 6,
  F2: 22,
  F4: 4,
  F5: 18,
  P2: 5,
  P5: 7,
  G4: 12,
  G5: 19,
  G6: 6,
  '0': 2,
}

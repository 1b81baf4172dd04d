/** Children on a child protection plan: reviews, visits and core groups until a review ends it. */
import type { Abuse } from '../../children/cp-plan.ts'
import { type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import { tellAttendance } from './attendance.ts'
import { nextWorkingDay, workingDaysAfter } from './days.ts'
import { type Case, close, type Episode, passTo, tell, tellEvent, until18, workedBy } from './episode.ts'
import { participationOf } from './participation.ts'
import type { Planned, Step } from './step.ts'

/** At which review a plan ends: about one in twenty goes on past two years. */
const ENDS_AT_REVIEW = { 1: 18, 2: 40, 3: 26, 4: 10, 5: 4, 6: 2 }
const CATEGORIES: Partial<Record<Abuse, number>> = { NEG: 49, EMO: 36, PHY: 8, SAB: 4, MUL: 3 }

export function onPlan(episode: Episode, planned: readonly Planned[], startedOn: DayNumber): Step[] {
  const { world, family } = episode
  const { chance, area } = family
  const cases = planned.map(({ one }) => one)
  const held = cases[0]!.held.at(-1)!.post
  const post = held.team.kind === 'protection' ? held : world.workforce.postFor('protection', area, chance)
  for (const one of cases) passTo(one, post, workingDaysAfter(startedOn, chance.between(0, 5)))
  const reviews = reviewDays(episode, cases, startedOn)
  const lastReview = reviews.at(-1)!.heldOn
  const ending = chance.pick({ 'step-down': 66, closes: 13, care: 21 } as const)
  const intoCare = startedOn + Math.round((lastReview - startedOn) * (0.35 + chance.part() * 0.6))
  tellPlans(episode, planned, startedOn, lastReview)
  tellReviews(episode, planned, reviews)
  tellVisits(episode, planned, startedOn, lastReview)
  tellCoreGroups(episode, planned, startedOn, lastReview)
  if (ending === 'care') return [{ to: 'care', cases, on: intoCare }]
  if (ending === 'step-down') return [{ to: 'need', cases, on: lastReview, after: 'plan' }]
  for (const one of cases) close(one, until18(one, workingDaysAfter(lastReview, chance.between(0, 8))), 'RC7')
  return []
}

type Review = { dueOn: DayNumber; heldOn: DayNumber }

/** The first within three months, the next within six of the one before. The last of them ends the plan. */
function reviewDays({ world, family: { chance } }: Episode, cases: readonly Case[], startedOn: DayNumber): Review[] {
  const count = Number(chance.pick(ENDS_AT_REVIEW))
  const reviews: Review[] = []
  let last = startedOn
  for (let number = 0; number < count; number++) {
    const dueOn = monthsAfter(last, number === 0 ? 3 : 6)
    const inTime = chance.yes(world.pace.share(0.86, 0.955, dueOn, workedBy(world, cases[0]!, last)))
    const early = chance.below(number === 0 ? 12 : 35)
    const heldOn = inTime ? nextWorkingDay(dueOn - 4 - early) : nextWorkingDay(dueOn + 1 + chance.length(9, 0.8))
    reviews.push({ dueOn, heldOn: heldOn > dueOn && inTime ? workingDaysAfter(dueOn, -1) : heldOn })
    last = reviews.at(-1)!.heldOn
  }
  return reviews
}

function tellPlans(
  { family: { chance } }: Episode,
  planned: readonly Planned[],
  startedOn: DayNumber,
  endedOn: DayNumber,
): void {
  const firstCategory = chance.pick(CATEGORIES)
  const latestCategory = chance.yes(0.1) ? chance.pick(CATEGORIES) : firstCategory
  for (const { one, planId: id, conferenceId } of planned) {
    one.child.earlierPlans += 1
    const common = { personId: one.child.id, referralId: one.referralId, conferenceId, isOtherAuthority: false }
    tell(one, 'cpPlans', { id, ...common, startedOn, endedOn: until18(one, endedOn), firstCategory, latestCategory })
  }
}

function tellReviews(
  { world, family: { chance } }: Episode,
  planned: readonly Planned[],
  reviews: readonly Review[],
): void {
  for (const [at, { dueOn, heldOn }] of reviews.entries()) {
    if (heldOn < world.eventsFrom || heldOn > world.asAt) continue
    const meetingId = world.number('M')
    const isQuorate = chance.yes(0.97)
    const planContinues = at < reviews.length - 1
    tellAttendance(world, planned[0]!.one, chance, meetingId, heldOn, 'review')
    for (const { one, planId } of planned)
      if (heldOn <= until18(one, heldOn))
        tellEvent(world, one, heldOn, 'cpReviews', {
          id: world.number('CR'),
          personId: one.child.id,
          cpPlanId: planId,
          dueOn,
          heldOn,
          meetingId,
          planContinues,
          isQuorate,
          participation: participationOf(chance, one.child, heldOn),
        })
  }
}

function tellVisits(
  { world, family: { chance } }: Episode,
  planned: readonly Planned[],
  from: DayNumber,
  to: DayNumber,
): void {
  for (let on = from; ;) {
    const inTime = chance.yes(world.pace.share(0.74, 0.92, on, workedBy(world, planned[0]!.one, on)))
    on = workingDaysAfter(on, inTime ? chance.between(6, 10) : 11 + Math.floor(chance.part() ** 2 * 12))
    if (on >= to || on > world.asAt) return
    if (on < world.eventsFrom || chance.yes(world.missed(on))) continue
    for (const { one, planId } of planned) {
      if (on >= until18(one, to)) continue
      const unborn = on < one.child.bornOn
      const childSeen = !unborn && chance.yes(world.pace.share(0.9, 0.96, on))
      const seenAlone = childSeen && chance.yes(world.pace.share(0.52, 0.74, on))
      tellEvent(world, one, on, 'cpVisits', {
        id: world.number('V'),
        personId: one.child.id,
        cpPlanId: planId,
        visitedOn: on,
        childSeen,
        seenAlone,
        bedroomSeen: chance.yes(0.62),
      })
    }
  }
}

function tellCoreGroups(
  { world, family: { chance } }: Episode,
  planned: readonly Planned[],
  from: DayNumber,
  to: DayNumber,
): void {
  let on = from
  for (let number = 0; ; number++) {
    const inTime = chance.yes(world.pace.share(0.68, 0.88, on, workedBy(world, planned[0]!.one, on)))
    on =
      number === 0
        ? workingDaysAfter(from, inTime ? chance.between(5, 10) : chance.between(11, 22))
        : nextWorkingDay(on + (inTime ? chance.between(28, 41) : chance.between(43, 75)))
    if (on >= to || on > world.asAt) return
    for (const { one, planId } of planned)
      if (on < until18(one, to))
        tellEvent(world, one, on, 'coreGroups', {
          id: world.number('CG'),
          cpPlanId: planId,
          personId: one.child.id,
          heldOn: on,
        })
  }
}

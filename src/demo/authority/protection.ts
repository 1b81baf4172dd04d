/** Children on a child protection plan: reviews, visits and core groups until a review ends it. */
import type { Abuse } from '../../children/cp-plan.ts'
import { type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import { tellAttendance } from './attendance.ts'
import { tellSteppedDown } from './court.ts'
import { nextWorkingDay, workingDaysAfter } from './days.ts'
import { type Case, close, type Episode, passTo, tell, tellEvent, until18, workedBy } from './episode.ts'
import { ageAt } from './family.ts'
import { tellMissing } from './missing.ts'
import { tellCaseNote, tellChronology, tellOversight } from './oversight.ts'
import { participationOf } from './participation.ts'
import type { Planned, Step } from './step.ts'
import type { World } from './world.ts'

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
  const youngest = Math.min(...cases.map(({ child }) => ageAt(child, startedOn)))
  const ending = chance.pick({ 'step-down': 68, closes: 14, care: youngest < 2 ? 36 : youngest < 6 ? 16 : 9 })
  const reviews = reviewDays(episode, cases, startedOn)
  const intoCare = startedOn + Math.round((reviews.at(-1)!.heldOn - startedOn) * (0.25 + chance.part() * 0.65))
  if (ending === 'care') endSoonAfter(reviews, intoCare + 20 + chance.below(40))
  const lastReview = reviews.at(-1)!.heldOn
  for (const one of cases) if (chance.yes(DIE)) die(one, startedOn + chance.between(20, 80))
  tellPlans(episode, planned, startedOn, lastReview)
  tellReviews(episode, planned, reviews)
  tellVisits(episode, planned, startedOn, lastReview)
  tellCoreGroups(episode, planned, startedOn, lastReview)
  tellSteppedDown(world, cases, startedOn, ending === 'care' ? startedOn : lastReview)
  for (const one of cases) tellMore(world, one, startedOn, ending === 'care' ? intoCare : lastReview)
  if (ending === 'care') return [{ to: 'care', cases, on: intoCare }]
  if (ending === 'step-down') return [{ to: 'need', cases, on: lastReview, after: 'plan' }]
  for (const one of cases) close(one, until18(one, workingDaysAfter(lastReview, chance.between(0, 8))), 'RC7')
  return []
}

/** Of a thousand children on a plan. */
const DIE = 0.001

function die(one: Case, on: DayNumber): void {
  if (on < one.child.bornOn + 10) return
  one.child.diedOn = on
  one.child.goneOn = on
}

/** So many older children on a plan go missing. */
const GO_MISSING = 0.14

function tellMore(world: World, one: Case, from: DayNumber, to: DayNumber): void {
  const { child } = one
  const until = until18(one, to)
  tellOversight(world, one, from, until)
  tellChronology(world, one, from, until)
  tellMissing(world, one, from, until, GO_MISSING)
  if (until < world.eventsFrom || until <= from + 3) return
  const post = world.workforce.postFor('reviewing', child.family.area, child.family.chance)
  const workerId = world.workforce.holderOn(post, from).worker.id
  tell(one, 'involvements', {
    id: world.number('INV'),
    personId: child.id,
    workerId,
    role: 'CHAIR',
    teamId: post.team.id,
    fromOn: from,
    untilOn: until,
    changeReason: 'FCONTA',
    referralId: one.referralId,
  })
}

/** A plan ends at the first review after the child has come into care. */
function endSoonAfter(reviews: Review[], on: DayNumber): void {
  const kept = reviews.filter(({ heldOn }) => heldOn < on)
  const next = reviews[kept.length]
  if (next)
    reviews.splice(kept.length, Infinity, { dueOn: next.dueOn, heldOn: Math.min(next.heldOn, nextWorkingDay(on)) })
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
    one.protectedUntil = until18(one, endedOn)
    const common = { personId: one.child.id, referralId: one.referralId, conferenceId, isOtherAuthority: false }
    tell(one, 'cpPlans', { id, ...common, startedOn, endedOn: one.protectedUntil, firstCategory, latestCategory })
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
      tellCaseNote(world, one, on)
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

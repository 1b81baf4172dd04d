/** Children in need at home: a plan, visits to it, and how it ends. */
import type { DayNumber } from '../../terms/day-number.ts'
import { workingDaysAfter } from './days.ts'
import { type Case, close, type Episode, passTo, signed, tell, tellEvent, until18, workedBy } from './episode.ts'
import { tellEarlyHelp } from './early-help.ts'
import { isDisabledFamily } from './family.ts'
import { tellMissing } from './missing.ts'
import { tellCaseNote, tellChronology, tellOversight, tellPlanReviews } from './oversight.ts'
import { tellPrivateFostering } from './private-fostering.ts'
import { HAVE_SHORT_BREAKS, tellShortBreaks } from './short-breaks.ts'
import type { Before, Step } from './step.ts'
import type { World } from './world.ts'

const MEDIAN_LENGTH: Record<Before, number> = { assessment: 165, plan: 105, care: 110, conference: 110 }

export function inNeed(episode: Episode, cases: readonly Case[], from: DayNumber, before: Before): Step[] {
  const { world, family } = episode
  const { chance, area } = family
  const kind = isDisabledFamily(family) ? 'disability' : 'protection'
  const post = cases[0]!.held.at(-1)!.post
  const keeps = post.team.kind === kind || (before === 'assessment' && chance.yes(0.12))
  const next = keeps ? post : world.workforce.postFor(kind, area, chance)
  const takenOn = workingDaysAfter(from, before === 'plan' ? 0 : chance.between(1, 8))
  const lasts = 28 + chance.length(MEDIAN_LENGTH[before] * (kind === 'disability' ? 3.4 : 1), 0.55)
  const wasOnPlan = cases.some(({ child }) => child.earlierPlans > 0)
  const end =
    (before === 'assessment' || before === 'plan') && kind === 'protection'
      ? chance.pick({ closes: 87, conference: wasOnPlan ? 24 : 7, care: 3 })
      : 'closes'
  const startedOn =
    before === 'plan'
      ? from
      : workingDaysAfter(from, chance.between(2, chance.yes(world.pace.share(0.6, 0.9, from)) ? 10 : 35))
  const endedOn = Math.max(startedOn + 5, from + lasts)
  for (const one of cases) passTo(one, next, takenOn)
  tellPlan(episode, cases, startedOn, endedOn)
  tellVisits(episode, cases, startedOn, endedOn)
  tellPlanReviews(world, cases, startedOn, endedOn)
  if (chance.yes(HELPED_BESIDE)) tellEarlyHelp(world, family, cases, before === 'plan' ? endedOn - 30 : startedOn)
  for (const one of cases) tellMore(episode, one, startedOn, endedOn, end === 'closes')
  if (end === 'conference') return [{ to: 'conference', cases, on: endedOn }]
  if (end === 'care') return [{ to: 'care', cases, on: endedOn }]
  const reason = chance.yes(MOVE_AWAY) ? 'RC5' : 'RC7'
  for (const one of cases) close(one, until18(one, workingDaysAfter(endedOn, chance.between(0, 12))), reason)
  return []
}

/** So many families have early help beside the social worker, or from soon before it ends. */
const HELPED_BESIDE = 0.16
/** So many teenagers at home go missing. */
const GO_MISSING = 0.1
const MOVE_AWAY = 0.06

function tellMore({ world, referredOn }: Episode, one: Case, from: DayNumber, to: DayNumber, isLast: boolean): void {
  const { family } = one.child
  tellOversight(world, one, from, to)
  tellChronology(world, one, from, to)
  tellMissing(world, one, from, to, GO_MISSING)
  if (!isLast) return
  if (isDisabledFamily(family) && family.chance.yes(HAVE_SHORT_BREAKS)) tellShortBreaks(world, one, from, to)
  if (family.kind === 'private-fostering' && referredOn === family.comesOn) tellPrivateFostering(world, one, from, to)
}

function tellPlan({ world }: Episode, cases: readonly Case[], startedOn: DayNumber, endedOn: DayNumber): void {
  for (const one of cases) {
    const [begins, ends] = [Math.max(startedOn, one.protectedUntil), until18(one, endedOn)]
    if (begins < ends)
      tell(one, 'cinPlans', {
        id: world.number('N'),
        referralId: one.referralId,
        personId: one.child.id,
        startedOn: begins,
        endedOn: ends,
        ...signed(world, one, begins),
      })
  }
}

/** Every four weeks; every eight where the family has a disabled child's long plan. */
function tellVisits({ world, family }: Episode, cases: readonly Case[], from: DayNumber, to: DayNumber): void {
  const { chance } = family
  const most = isDisabledFamily(family) ? 40 : 20
  for (let on = from; ;) {
    const inTime = chance.yes(world.pace.share(0.66, 0.84, on, workedBy(world, cases[0]!, on)))
    on = workingDaysAfter(on, world.pace.workingDays(chance, most, inTime))
    if (on >= to || on > world.asAt) return
    if (on < world.eventsFrom || chance.yes(world.missed(on))) continue
    for (const one of cases) tellVisit(world, one, on, to)
  }
}

function tellVisit(world: World, one: Case, on: DayNumber, to: DayNumber): void {
  const { chance } = one.child.family
  if (on >= until18(one, to) || on < one.child.bornOn) return
  const childSeen = chance.yes(0.93)
  tellCaseNote(world, one, on)
  tellEvent(world, one, on, 'cinVisits', {
    id: world.number('V'),
    personId: one.child.id,
    visitedOn: on,
    childSeen,
    seenAlone: childSeen && chance.yes(0.55),
    bedroomSeen: chance.yes(0.4),
  })
}

/** Education: a personal education plan each term for looked-after children, and the plans of children with special needs. */
import type { SEN_NEED } from '../../children/sen-need.ts'
import { dayNumber, dayNumbered, type DayNumber } from '../../terms/day-number.ts'
import type { Day } from '../../terms/day.ts'
import type { Care } from './care.ts'
import type { Chance } from './chance.ts'
import { nextWorkingDay, workingDaysAfter, YEAR } from './days.ts'
import { tellEvent } from './episode.ts'
import { ageAt, type Child } from './family.ts'
import { TERMS } from './school-year.ts'
import type { World } from './world.ts'

/** Plans are for those of three to seventeen. */
export function tellEducationPlans({ world, one, child, chance, from, to }: Care): void {
  const firstYear = Number(dayNumbered(Math.max(from, world.eventsFrom)).slice(0, 4))
  const lastYear = Number(dayNumbered(Math.min(to, world.asAt)).slice(0, 4))
  for (let year = firstYear; year <= lastYear; year++)
    for (const term of TERMS) {
      const [starts, ends] = [dayNumber(`${year}-${term.from}` as Day), dayNumber(`${year}-${term.to}` as Day)]
      const isFirst = from > starts - 20 && from < ends
      const earliest = Math.max(starts + 3, isFirst ? from : starts + 12)
      if (earliest >= Math.min(ends, to) || ageAt(child, earliest) < 3 || ageAt(child, earliest) >= 18) continue
      if (!chance.yes(world.pace.share(0.76, 0.95, starts))) continue
      const heldOn = isFirst
        ? firstPlanOn(world, chance, earliest)
        : nextWorkingDay(earliest + chance.below(Math.min(ends, to) - earliest))
      if (heldOn >= to) continue
      const grade = chance.yes(world.pace.share(0.5, 0.78, heldOn)) ? 'Green' : chance.yes(0.75) ? 'Amber' : 'Red'
      tellEvent(world, one, heldOn, 'educationPlans', {
        id: world.number('EP'),
        personId: child.id,
        heldOn,
        term: `${term.name} ${year}`,
        grade,
      })
    }
}

/** Begun within ten working days and ready for the first review. */
const firstPlanOn = (world: World, chance: Chance, from: DayNumber): DayNumber =>
  workingDaysAfter(
    from,
    chance.yes(world.pace.share(0.62, 0.88, from)) ? chance.between(3, 10) : chance.between(11, 26),
  )

type SenNeed = keyof typeof SEN_NEED
const SEN_NEEDS: Partial<Record<SenNeed, number>> = {
  ASD: 33,
  SEMH: 22,
  SLCN: 20,
  MLD: 9,
  SLD: 7,
  PD: 3,
  PMLD: 2,
  HI: 1,
  VI: 1,
  SPLD: 3,
}

/** A request, an assessment within twenty weeks or later, and a plan that is reviewed each year. */
export function writeEducationHealthCare(world: World, child: Child): void {
  const { chance } = child.family
  const { extract, asAt, number } = world
  const wantedAt = child.bornOn + Math.round(YEAR * (3.5 + chance.part() * 8))
  const requestedOn = nextWorkingDay(Math.min(wantedAt, asAt - 250 - chance.below(300)))
  const takes = chance.yes(0.55) ? chance.between(100, 139) : 141 + chance.length(50, 0.8)
  const planOn = requestedOn + takes
  if (planOn > asAt) return
  const [sendId, requestId, assessmentId] = [number('SN'), number('ER'), number('EA')]
  const decidedOn = requestedOn + chance.between(25, 42)
  const hasException = chance.yes(0.05)
  extract.add('sends', { id: sendId, personId: child.id })
  extract.add('ehcRequests', { id: requestId, sendId, requestedOn, decidedOn, decision: 'Y' })
  extract.add('ehcAssessments', { id: assessmentId, requestId, decidedOn: planOn, decision: 'Y', hasException })
  extract.add('ehcNamedPlans', { id: number('NP'), assessmentId, startedOn: planOn })
  writeActivePlan(world, chance, requestId, planOn)
}

function writeActivePlan({ extract, asAt, number }: World, chance: Chance, requestId: string, planOn: DayNumber): void {
  const activePlanId = number('AP')
  const reviewedOn = asAt - chance.below(400)
  extract.add('ehcActivePlans', {
    id: activePlanId,
    requestId,
    lastReviewOn: reviewedOn > planOn + 180 ? reviewedOn : null,
  })
  const needs = [...new Set([chance.pick(SEN_NEEDS), chance.pick(SEN_NEEDS)])]
  for (const [at, need] of needs.entries())
    extract.add('senNeeds', { id: number('SE'), activePlanId, need, rank: at + 1 })
}

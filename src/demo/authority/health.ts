/** The health of looked-after children: assessments, teeth, eyes, immunisations, questionnaires, and what troubles some of the older ones. */
import { birthday, type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import type { Care } from './care.ts'
import { nextWorkingDay, workingDaysAfter, YEAR } from './days.ts'
import { tell, tellEvent } from './episode.ts'
import { ageAt } from './family.ts'

export function tellHealth(care: Care): void {
  tellAssessments(care)
  tellYearly(care, 'dental', 0.78, 0.92)
  if (ageAt(care.child, care.from) < 5) tellYearly(care, 'development', 0.75, 0.92)
  if (care.chance.yes(0.4)) tellYearly(care, 'optical', 0.5, 0.7)
  tellQuestionnaires(care)
  tellTroubles(care)
}

/** The first within 20 working days; then twice a year under five and once a year from five. */
function tellAssessments(care: Care): void {
  const { world, child, chance, from, to } = care
  const inTime = chance.yes(world.pace.share(0.62, 0.89, from))
  const first = workingDaysAfter(from, inTime ? chance.between(8, 20) : 21 + chance.length(14, 0.7))
  if (first >= to) return
  tellCheck(care, 'initial', first)
  for (let last = first; ;) {
    const within6Months = monthsAfter(last, 6) < birthday(child.bornOn, 5)
    const dueOn = monthsAfter(last, within6Months ? 6 : 12)
    const isOnTime = chance.yes(world.pace.share(0.82, 0.92, dueOn))
    last = nextWorkingDay(isOnTime ? dueOn - 3 - chance.below(30) : dueOn + 3 + chance.length(40, 0.7))
    if (last >= to || last > world.asAt + 60) return
    tellCheck(care, 'review', last)
  }
}

function tellYearly(care: Care, kind: 'dental' | 'optical' | 'development', before: number, after: number): void {
  const { world, child, chance, from, to } = care
  const earliest = kind === 'development' ? 0.4 : 1.3
  let on = Math.max(from + 20 + chance.length(70, 0.6), child.bornOn + earliest * YEAR)
  for (on = nextWorkingDay(Math.round(on)); on < to && on <= world.asAt;) {
    if (kind === 'development' && ageAt(child, on) >= 5) return
    if (chance.yes(0.97)) tellCheck(care, kind, on)
    const inTime = chance.yes(world.pace.share(before, after, on))
    on = nextWorkingDay(on + (inTime ? chance.between(180, 360) : 370 + chance.length(110, 0.6)))
  }
}

/** Some are refused; one that is still ahead is planned. */
function tellCheck(
  { world, one, child, chance }: Care,
  kind: 'initial' | 'review' | 'dental' | 'optical' | 'development',
  checkedOn: DayNumber,
): void {
  const refused = ageAt(child, checkedOn) > 13 && chance.yes(0.04)
  const status = checkedOn > world.asAt ? 'planned' : refused ? 'refused' : 'completed'
  tellEvent(world, one, checkedOn, 'healthChecks', {
    id: world.number('HC'),
    personId: child.id,
    kind,
    checkedOn,
    status,
  })
}

/** Strengths and difficulties: once a year from 4 to 16, for those who have been looked after for a year. */
function tellQuestionnaires({ world, one, child, chance, from, to }: Care): void {
  const usual = 6 + chance.length(7, 0.5)
  for (let on = from + 300 + chance.below(100); on < to && on <= world.asAt; on += 330 + chance.below(70)) {
    const age = ageAt(child, on)
    if (age < 4 || age >= 17 || chance.yes(world.pace.share(0.26, 0.12, on))) continue
    const isRefused = age > 12 && chance.yes(0.06)
    const score = Math.max(0, Math.min(40, usual + chance.between(-3, 3)))
    const said = isRefused ? { reason: chance.one(['SDQ2', 'SDQ5'] as const) } : { score }
    tellEvent(world, one, on, 'sdqs', { id: world.number('SQ'), personId: child.id, completedOn: on, ...said })
  }
}

function tellTroubles({ world, one, child, chance, from, to }: Care): void {
  for (let on = from + 60; on < to && on <= world.asAt; on += 180) {
    if (ageAt(child, on) < 11) continue
    if (chance.yes(0.025)) {
      const substance = chance.one(['Cannabis', 'Cannabis', 'Alcohol', 'Vapes containing drugs'])
      tellEvent(world, one, on, 'substanceMisuse', {
        id: world.number('SM'),
        personId: child.id,
        identifiedOn: on,
        substance,
        interventionReceived: chance.yes(0.6),
      })
    }
    if (chance.yes(0.015))
      tellEvent(world, one, on, 'convictions', { id: world.number('CV'), personId: child.id, offenceOn: on })
  }
}

/** One row a child, of those looked after near the last day. */
export function tellImmunisations({ world, one, child, chance, to }: Care): void {
  if (to < world.asAt - 365 || child.isImmunised !== null) return
  child.isImmunised = chance.yes(child.isAlone ? 0.6 : 0.85)
  tell(one, 'immunisations', { personId: child.id, upToDate: child.isImmunised, asAt: world.asAt - chance.below(200) })
}

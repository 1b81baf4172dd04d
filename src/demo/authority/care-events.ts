/** What is done for a looked-after child beside reviews and visits, as the authority's own list of events has it. */
import type { DayNumber } from '../../terms/day-number.ts'
import type { Care } from './care.ts'
import { nextWorkingDay, workingDaysAfter } from './days.ts'
import { tell } from './episode.ts'
import { ageAt, eighteen } from './family.ts'
import { tellKeyEvent } from './oversight.ts'

export function tellCareEvents(care: Care): void {
  const { world, one, child, chance, from, to, placed, legal } = care
  const told = (kind: Parameters<typeof tellKeyEvent>[2], on: DayNumber) =>
    on < to && tellKeyEvent(world, one, kind, nextWorkingDay(on))
  const isPrompt = (on: DayNumber) => chance.yes(world.pace.share(0.6, 0.88, on))
  told('health-notified', from + (isPrompt(from) ? chance.below(3) : 5 + chance.length(8, 0.6)))
  for (const { from: movedOn } of placed) {
    told('placement-meeting', movedOn + (isPrompt(movedOn) ? chance.between(1, 3) : chance.between(4, 12)))
    if (movedOn > from && chance.yes(0.9))
      told('health-notified', movedOn + (isPrompt(movedOn) ? chance.below(3) : 4 + chance.length(8, 0.6)))
  }
  if (chance.yes(0.85)) tellKeyEvent(world, one, 'health-notified', nextWorkingDay(to + chance.length(3, 0.7)))
  if (isPrompt(from)) told('oversight-6-months', from + 170 + chance.below(25))
  for (let on = from + 85; on < to && on <= world.asAt; on += 165 + chance.below(30)) {
    if (legal.findLast(held => held.from <= on)?.status === 'V2' && isPrompt(on)) told('s20-review', on + 10)
    if (ageAt(child, on) >= 5 && chance.yes(0.05)) told('school-move', on)
    if (ageAt(child, on) >= 8 && chance.yes(0.05) && told('advocate-wanted', on))
      told('advocate-started', on + chance.length(16, 0.6))
  }
  if (care.ending === 'adoption' || (care.ending === 'stays' && ageAt(child, from) < 12)) {
    const started = from + 200 + chance.length(150, 0.5)
    if (told('life-story-started', started)) told('life-story-completed', started + 120 + chance.length(120, 0.5))
  }
  if (care.ending === 'adoption') told('family-finding-referral', from + 60 + chance.length(60, 0.5))
  if (to >= eighteen(child) && isPrompt(to))
    told(chance.yes(0.92) ? 'health-history-given' : 'health-history-refused', to - chance.between(6, 90))
}

/** What sets how often visits are due: a placement until eighteen, relatives not yet approved, parents not yet assessed. */
export function tellVisitAgreements({ world, one, child, placed, to, settledFrom }: Care): void {
  const agree = (
    fromOn: DayNumber,
    untilOn: DayNumber,
    said: { isUntilEighteen?: boolean; isTemporaryApproval?: boolean; isBeforeAssessment?: boolean; weeks?: number },
  ) => {
    if (untilOn < world.eventsFrom) return
    const why = { isUntilEighteen: false, isTemporaryApproval: false, isBeforeAssessment: false, ...said }
    tell(one, 'visitAgreements', { id: world.number('VA'), personId: child.id, fromOn, untilOn, ...why })
  }
  if (settledFrom !== null && settledFrom < to) agree(settledFrom, to, { isUntilEighteen: true })
  for (const { type, from, until } of placed) {
    if (type === 'U3') agree(from, Math.min(until, workingDaysAfter(from, 80)), { isTemporaryApproval: true, weeks: 1 })
    if (type === 'P1') agree(from, Math.min(until, from + 50), { isBeforeAssessment: true, weeks: 1 })
  }
}

/**
 * What managers and workers write of the case itself: oversight, reviews of plans, chronologies, notes written up late. The system has
 * held these for two years only.
 */
import type { KEY_EVENT } from '../../children/key-event.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { nextWorkingDay, workingDaysAfter, YEAR } from './days.ts'
import { type Case, postOf, tell, workedBy } from './episode.ts'
import { managerOf } from './workforce.ts'
import type { World } from './world.ts'

const HELD_FOR = 2 * YEAR

/** Management oversight of the case about once a month. */
export function tellOversight(world: World, one: Case, from: DayNumber, to: DayNumber): void {
  const { chance } = one.child.family
  const last = Math.min(to, world.asAt)
  for (let on = Math.max(from + 5 + chance.below(20), Math.round(world.asAt - HELD_FOR)); on < last;) {
    const heldOn = nextWorkingDay(on)
    const post = postOf(one, heldOn)
    const isOnTime = chance.yes(world.pace.share(0.55, 0.86, heldOn, workedBy(world, one, heldOn)))
    on += isOnTime ? chance.between(22, 31) : chance.between(36, 75)
    if (heldOn >= last) return
    const workerId = world.workforce.holderOn(post, heldOn).worker.id
    const recordedOn = chance.yes(0.96) ? heldOn + chance.length(3, 1) : null
    tell(one, 'supervisions', {
      id: world.number('SU'),
      workerId,
      supervisorId: world.workforce.holderOn(managerOf(post), heldOn).worker.id,
      heldOn,
      recordedOn,
      childId: one.child.id,
    })
  }
}

type Kind = keyof typeof KEY_EVENT

/** Answers whether it is told: not before the system held it, nor after the last day. */
export function tellKeyEvent(world: World, one: Case, kind: Kind, happenedOn: DayNumber): boolean {
  if (happenedOn < world.asAt - HELD_FOR || happenedOn > world.asAt || happenedOn >= one.child.goneOn) return false
  const { chance } = one.child.family
  const slow = chance.yes(world.pace.share(0.32, 0.12, happenedOn))
  const recordedOn = happenedOn + (slow ? 5 + chance.length(12, 0.8) : chance.below(4))
  if (recordedOn > world.asAt) return false
  tell(one, 'keyEvents', { id: world.number('KE'), personId: one.child.id, kind, happenedOn, recordedOn })
  return true
}

/** One visit in three has its note in the list, with the day it was written. */
export function tellCaseNote(world: World, one: Case, on: DayNumber): void {
  if (one.child.family.chance.yes(0.33)) tellKeyEvent(world, one, 'case-note', on)
}

/** The chronology and the assessment of risk are to be brought up to date every three months or so. */
export function tellChronology(world: World, one: Case, from: DayNumber, to: DayNumber): void {
  const { chance } = one.child.family
  for (let on = from + 20 + chance.below(50); on < to && on <= world.asAt; on += 50 + chance.length(45, 0.7)) {
    tellKeyEvent(world, one, 'chronology-updated', on)
    if (chance.yes(world.pace.share(0.6, 0.85, on))) tellKeyEvent(world, one, 'risk-assessment', on + chance.below(30))
  }
}

/** The plan of a child in need is reviewed after six weeks and then every three months. */
export function tellPlanReviews(world: World, cases: readonly Case[], from: DayNumber, to: DayNumber): void {
  const { chance } = cases[0]!.child.family
  let on = from
  for (let first = true; ; first = false) {
    const inTime = chance.yes(world.pace.share(0.58, 0.85, on))
    on = workingDaysAfter(
      on,
      first
        ? inTime
          ? chance.between(20, 30)
          : chance.between(31, 50)
        : inTime
          ? chance.between(48, 63)
          : chance.between(64, 95),
    )
    if (on >= to || on > world.asAt) return
    for (const one of cases) tellKeyEvent(world, one, 'cin-review', on)
  }
}

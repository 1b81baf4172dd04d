/** The front door: a contact comes, somebody decides within a day or later, and it becomes a referral, early help or nothing more. */
import type { CONTACT_OUTCOME, Source } from '../../children/contact.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import type { Chance } from './chance.ts'
import { nextWorkingDay, workingDaysAfter } from './days.ts'
import type { Child, Family } from './family.ts'
import type { World } from './world.ts'
import { clock } from './clock.ts'

type Outcome = keyof typeof CONTACT_OUTCOME

const SOURCES: Partial<Record<Source, number>> = {
  '6': 290, '2A': 195, '2B': 18, '1A': 60, '1B': 14, '1C': 12, '1D': 16, '3A': 22, '3B': 30, '3C': 12, '3D': 10, '3E': 50, '3F': 38, '4': 20,
  '5A': 50, '5B': 28, '5C': 46, '5D': 48, '7': 34, '8': 50, '9': 26, '10': 6,
} // prettier-ignore

/** Schools tell nothing while they are closed. */
export function sourceOn(chance: Chance, isHoliday: boolean): Source {
  const source = chance.pick(SOURCES)
  return isHoliday && (source === '2A' || source === '2B') ? '6' : source
}

/** One contact about each child of the family that is given. Answers the day it was decided on. */
export function tellContacts(
  world: World,
  family: Family,
  children: readonly Child[],
  on: DayNumber,
  source: Source,
  outcome: Outcome,
): DayNumber {
  const { pace, extract } = world
  const { chance } = family
  const inTime = chance.yes(pace.share(0.62, 0.93, on))
  const decidedOn = inTime
    ? chance.yes(0.6)
      ? nextWorkingDay(on)
      : workingDaysAfter(on, 1)
    : workingDaysAfter(on, 2 + Math.floor(chance.part() ** 2 * 6))
  if (decidedOn < world.from) return decidedOn
  const receivedAt = clock(on, chance.between(8, 18), chance.below(60))
  const decidedAt = clock(decidedOn, decidedOn === on ? 19 : chance.between(9, 17), chance.below(60))
  const told =
    source !== '9' && chance.yes(pace.share(0.45, 0.85, on))
      ? workingDaysAfter(decidedOn, chance.yes(pace.share(0.6, 0.9, on)) ? chance.between(0, 1) : chance.between(2, 6))
      : null
  const decision =
    outcome === 'new-referral' && source === '6' && chance.yes(0.5)
      ? 'Referral after MASH'
      : (DECISIONS[outcome] ?? 'Other')
  for (const child of children) {
    const id = world.number('C')
    child.isKnown = true
    extract.add('contacts', { id, personId: child.id, receivedOn: on, source, sourceText: null, outcomes: [outcome] })
    extract.add('contactDecisions', {
      contactId: id,
      receivedOn: on,
      receivedAt,
      decidedOn,
      decidedAt,
      decision,
      referrerToldOn: told,
    })
  }
  return decidedOn
}

const DECISIONS: Partial<Record<Outcome, string>> = {
  'new-referral': 'Referral',
  'existing-referral': 'Passed to the worker',
  'no-further-action': 'No further action',
  'early-help': 'Early help',
  advice: 'Advice',
}

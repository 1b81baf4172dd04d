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
  const { chance } = family
  const decided = decisionOn(world, chance, on, source, outcome)
  if (decided.decidedOn < world.from) return decided.decidedOn
  for (const child of children) {
    const id = world.number('C')
    child.isKnown = true
    world.extract.add('contacts', { id, personId: child.id, receivedOn: on, source, outcomes: [outcome] })
    world.extract.add('contactDecisions', { contactId: id, ...decided })
  }
  return decided.decidedOn
}

/** Most within a working day, and most of those who told us are told what came of it. */
function decisionOn({ pace }: World, chance: Chance, on: DayNumber, source: Source, outcome: Outcome) {
  const inTime = chance.yes(pace.share(0.62, 0.93, on))
  const soon = chance.yes(0.6) ? nextWorkingDay(on) : workingDaysAfter(on, 1)
  const decidedOn = inTime ? soon : workingDaysAfter(on, 2 + Math.floor(chance.part() ** 2 * 6))
  const tellsSoon = chance.yes(pace.share(0.6, 0.9, on))
  const isTold = source !== '9' && chance.yes(pace.share(0.45, 0.85, on))
  const viaHub = outcome === 'new-referral' && source === '6' && chance.yes(0.5)
  return {
    receivedOn: on,
    receivedAt: clock(on, chance.between(8, 18), chance.below(60)),
    decidedOn,
    decidedAt: clock(decidedOn, decidedOn === on ? 19 : chance.between(9, 17), chance.below(60)),
    decision: viaHub ? 'Referral after MASH' : (DECISIONS[outcome] ?? 'Other'),
    referrerToldOn: isTold
      ? workingDaysAfter(decidedOn, tellsSoon ? chance.between(0, 1) : chance.between(2, 6))
      : null,
  }
}

const DECISIONS: Partial<Record<Outcome, string>> = {
  'new-referral': 'Referral',
  'existing-referral': 'Passed to the worker',
  'no-further-action': 'No further action',
  'early-help': 'Early help',
  advice: 'Advice',
}

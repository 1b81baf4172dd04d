/** Early help: support without a social worker, after a contact or an assessment. */
import type { DayNumber } from '../../terms/day-number.ts'
import type { Case } from './episode.ts'
import { tell } from './episode.ts'
import type { Child, Family } from './family.ts'
import type { World } from './world.ts'

const REASONS = [
  'Behaviour at home',
  'Parenting support',
  'School attendance',
  'Domestic abuse support',
  'Emotional wellbeing',
  'Housing and debt',
]
const ENDS = ['Outcomes met', 'Outcomes met', 'Family withdrew', 'Stepped up to social care', 'Moved away']
const ORGANISATIONS = [
  'Council early help',
  'Council early help',
  'School',
  'Health visiting service',
  'Voluntary organisation',
]

export function tellEarlyHelp(world: World, family: Family, cases: readonly Case[], from: DayNumber): void {
  const row = episodeFrom(world, family, from)
  for (const one of cases) tell(one, 'earlyHelp', { ...row, id: world.number('EH'), personId: one.child.id })
}

/** After a contact, where there is no referral. */
export function giveEarlyHelp(world: World, family: Family, children: readonly Child[], from: DayNumber): DayNumber {
  const row = episodeFrom(world, family, from)
  if (row.endedOn < world.from) return row.endedOn
  for (const child of children) {
    child.isKnown = true
    world.extract.add('earlyHelp', { ...row, id: world.number('EH'), personId: child.id })
  }
  return row.endedOn
}

function episodeFrom(world: World, { chance, area }: Family, from: DayNumber) {
  const startedOn = from + chance.between(2, 21)
  const endedOn = startedOn + 20 + chance.length(150, 0.5)
  const workerId = world.workforce.holderOn(world.workforce.postFor('early-help', area, chance), startedOn).worker.id
  return {
    startedOn,
    endedOn,
    reason: chance.one(REASONS),
    endReason: chance.one(ENDS),
    organisation: chance.one(ORGANISATIONS),
    workerId,
  }
}

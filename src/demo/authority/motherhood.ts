/** Girls in care who have a child of their own. */
import { birthday } from '../../terms/day-number.ts'
import type { Care } from './care.ts'
import { tell } from './episode.ts'
import { childOf } from './family.ts'

/** Of girls who are in care after fifteen. */
const BECOME_MOTHERS = 0.04

export function tellMotherhood({ world, one, child, chance, from, to }: Care): void {
  const bornOn = Math.max(from, birthday(child.bornOn, 15)) + 120 + chance.below(700)
  if (child.sex !== 'F' || child.isMother || bornOn >= to || bornOn > world.asAt || !chance.yes(BECOME_MOTHERS)) return
  const baby = childOf(world, child.family, bornOn, child.ethnicity)
  child.isMother = true
  child.family.children.push({ ...baby, surname: child.surname, isKnown: true })
  tell(one, 'motherhoods', { id: world.number('MO'), personId: child.id, childId: baby.id, childBornOn: bornOn })
}

/** How a child took part in a review: the older, the more in person. */
import type { Participation } from '../../children/participation.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import type { Chance } from './chance.ts'
import { ageAt, type Child } from './family.ts'

export function participationOf(chance: Chance, child: Child, on: DayNumber): Participation {
  const age = ageAt(child, on)
  if (age < 4) return 'PN0'
  const inPerson = Math.min(0.62, (age - 4) * 0.055)
  return chance.pick({
    PN1: inPerson,
    PN2: 0.05,
    PN3: 0.02,
    PN4: 0.03,
    PN5: 0.18,
    PN6: 0.8 - inPerson,
    PN7: 0.05,
  } as const)
}

/** A looked-after child's legal statuses, one after another: agreement or order, proceedings, and what the court makes of them. */
import type { LegalStatusCode } from '../../children/legal-status.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import type { CareEnding } from './care.ts'
import type { Chance } from './chance.ts'
import { ageAt, type Child } from './family.ts'

/** `until` is the first day on which it no longer holds. */
export type Held = { status: LegalStatusCode; from: DayNumber; until: DayNumber }

/** Days from a placement order to the adoption at most: who waits for longer was in care for something else before. */
const LONGEST_ORDERED = 700

export function legalHistory(chance: Chance, child: Child, from: DayNumber, to: DayNumber, ending: CareEnding): Held[] {
  const statuses: { status: LegalStatusCode; from: DayNumber }[] = [{ status: firstStatus(chance, child, from), from }]
  const first = statuses[0]!.status
  const add = (status: LegalStatusCode, on: DayNumber) => {
    if (on > statuses.at(-1)!.from && on < to - 3) statuses.push({ status, from: on })
  }
  if (first === 'L1') add(chance.yes(0.6) ? 'V2' : 'C1', from + 2)
  if (first === 'L2') add('C1', from + chance.between(3, 8))
  const issuedOn = proceedingsOn(chance, child, statuses.at(-1)!, ending)
  if (issuedOn !== null) {
    add('C1', issuedOn)
    const finalOn = issuedOn + 110 + chance.length(115, 0.4)
    const orderedOn = Math.max(Math.min(finalOn, to - 200), to - LONGEST_ORDERED)
    if (ending === 'adoption') {
      if (orderedOn > finalOn) add('C2', finalOn)
      add('E1', orderedOn)
    } else if (ending === 'stays' || ending === 'home') add('C2', finalOn)
  }
  return statuses.map((held, at) => ({ ...held, until: statuses[at + 1]?.from ?? to }))
}

function firstStatus(chance: Chance, child: Child, on: DayNumber): LegalStatusCode {
  if (child.isAlone) return 'V2'
  const age = ageAt(child, on)
  if (age >= 16) return chance.pick({ V2: 88, J1: 9, C1: 3 } as const)
  if (age >= 11) return chance.pick({ V2: 66, C1: 22, L1: 7, J1: 5 } as const)
  return chance.pick({ V2: 34, C1: 46, L1: 12, L2: 8 } as const)
}

/** When proceedings bring an order, or null where the child stays by agreement. */
function proceedingsOn(
  chance: Chance,
  child: Child,
  { status, from }: { status: LegalStatusCode; from: DayNumber },
  ending: CareEnding,
): DayNumber | null {
  if (status === 'C1') return from
  if (status === 'J1' || child.isAlone || ageAt(child, from) > 16) return null
  const likely = ending === 'adoption' ? 1 : ending === 'stays' ? 0.8 : ending === 'home' ? 0.1 : 0.7
  return chance.yes(likely) ? from + 20 + chance.length(60, 0.6) : null
}

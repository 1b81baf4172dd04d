/** What a child is to the service on a day: looked after, on a plan, in need, a care leaver; and who holds the case. */
import { rowsOf } from '../children/records.ts'
import type { DayNumber } from '../terms/day-number.ts'
import { lookedAfterOn } from './histories/care-periods.ts'
import { childrenInNeedOn } from './histories/children-in-need.ts'
import { LEFT } from './histories/care-leavers.ts'
import { type CaseHolding, caseHolderOn } from './histories/case-holders.ts'
import { onCpPlanOn } from './histories/cp-plans.ts'
import { isOpen } from './histories/span.ts'
import { type History, isUnread, numbered } from './history.ts'

export const CHILD_STATUS = {
  'looked-after': 'Looked after',
  'cp-plan': 'Child protection plan',
  need: 'Child in need',
  'care-leaver': 'Care leaver',
  closed: 'Closed',
} as const
export type ChildStatus = keyof typeof CHILD_STATUS

/** The first that holds, from looked after down. Everyone with an open episode on the day of the extract. */
export const openChildren = (history: History): ReadonlyMap<string, ChildStatus> => {
  const on = history.asAt
  const found = new Map<string, ChildStatus>()
  for (const personId of lookedAfterOn(history, on).keys()) found.set(personId, 'looked-after')
  for (const personId of onCpPlanOn(history, on).keys()) if (!found.has(personId)) found.set(personId, 'cp-plan')
  for (const personId of childrenInNeedOn(history, on).keys()) if (!found.has(personId)) found.set(personId, 'need')
  return found
}

/** A young person who has left care and is owed help is a care leaver, whether or not an episode of need is open beside. */
export function statusOf(history: History, personId: string): ChildStatus {
  const open = history.of(openChildren).get(personId)
  if (open !== undefined && open !== 'need') return open
  return history.of(careLeavers).has(personId) ? 'care-leaver' : (open ?? 'closed')
}

const careLeavers = ({ records }: History): ReadonlySet<string> =>
  new Set(
    records.careLeavers
      .filter(({ eligibility }) => eligibility !== null && LEFT.includes(eligibility))
      .map(({ personId }) => personId),
  )

/** Who works with the child on the day of the extract: whoever holds the case, else the personal adviser. */
export function heldBy(history: History, personId: string): Pick<CaseHolding, 'workerId' | 'teamId'> | undefined {
  const on = history.asAt
  return (
    caseHolderOn(history, personId, on) ??
    rowsOf(history.records.involvements, personId).findLast(row => {
      const from = numbered(row.fromOn)
      if (row.role !== 'PA' || from === null || isUnread(row, 'fromOn', 'untilOn')) return false
      return isOpen({ from, until: numbered(row.untilOn) }, on)
    })
  )
}

/** `9 years`, `7 months`, `3 weeks`, `not born yet`. */
export function ageWords(bornOn: DayNumber | null, on: DayNumber): string {
  if (bornOn === null) return 'age not known'
  const days = on - bornOn
  if (days < 0) return 'not born yet'
  if (days < 61) return `${Math.floor(days / 7)} weeks`
  if (days < 731) return `${Math.floor(days / 30.4375)} months`
  return `${Math.floor(days / 365.25)} years`
}

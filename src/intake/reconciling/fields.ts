/** What both sources say of one child, compared where both say something: a blank contradicts nothing. */
import { birthOf, type Person } from '../../children/person.ts'
import { type ChildRecords, rowsOf, rowWithId } from '../../children/records.ts'
import { type CarePeriod, isOpenNeed, isOpenPlan, legalStatusOn, lookedAfterOn } from '../../children/standing.ts'
import type { Day } from '../../terms/day.ts'
import { sexOf } from './same-children.ts'

type Said = string | number | boolean | null | undefined
type Compared = { readonly field: string; readonly of: (records: ChildRecords, personId: string, asAt: Day) => Said }

const person = (read: (person: Person) => Said) => (records: ChildRecords, personId: string) => {
  const found = rowWithId(records.people, personId)
  return found && read(found)
}

const openNeed = (records: ChildRecords, personId: string, asAt: Day) =>
  rowsOf(records.referrals, personId).findLast(row => isOpenNeed(row, asAt))
const openPlan = (records: ChildRecords, personId: string, asAt: Day) =>
  rowsOf(records.cpPlans, personId).findLast(row => isOpenPlan(row, asAt))
const inCare = (read: (period: CarePeriod, records: ChildRecords, asAt: Day) => Said) => (records: ChildRecords, personId: string, asAt: Day) => {
  const period = lookedAfterOn(records, personId, asAt)
  return period && read(period, records, asAt)
} // prettier-ignore

const placement = ({ personId, from }: CarePeriod, { placements }: ChildRecords, asAt: Day) =>
  rowsOf(placements, personId)
    .filter(({ startedOn }) => startedOn !== null && startedOn >= from && startedOn <= asAt)
    .toSorted((a, b) => (a.startedOn! < b.startedOn! ? -1 : 1))
    .at(-1)

const leaver = (records: ChildRecords, personId: string) => rowsOf(records.careLeavers, personId)[0]

export const FIELDS: readonly Compared[] = [
  { field: 'date of birth', of: person(birthOf) },
  { field: 'gender or sex', of: person(sexOf) },
  { field: 'ethnicity', of: person(({ ethnicity }) => ethnicity) },
  { field: 'UPN', of: person(({ upn }) => upn) },
  { field: 'open episode of need: began', of: (...given) => openNeed(...given)?.referredOn },
  { field: 'open episode of need: primary need', of: (...given) => openNeed(...given)?.need },
  { field: 'open child protection plan: began', of: (...given) => openPlan(...given)?.startedOn },
  { field: 'open child protection plan: category', of: (...given) => openPlan(...given)?.latestCategory },
  { field: 'looked after since', of: inCare(({ from }) => from) },
  {
    field: 'legal status',
    of: inCare(({ personId }, records, asAt) => legalStatusOn(records, personId, asAt)?.status),
  },
  { field: 'placement: began', of: inCare((...given) => placement(...given)?.startedOn) },
  { field: 'placement: type', of: inCare((...given) => placement(...given)?.type) },
  { field: 'care leaver: in touch', of: (records, personId) => leaver(records, personId)?.inTouch },
  { field: 'care leaver: accommodation', of: (records, personId) => leaver(records, personId)?.accommodation },
  { field: 'care leaver: activity', of: (records, personId) => leaver(records, personId)?.activity },
]

/** What is counted from both sources: children by how they stand on the day, and events of the months before. */
import { ageOn } from '../../children/person.ts'
import { type ChildRecords, rowWithId, type TableName } from '../../children/records.ts'
import { isOpenNeed, isOpenPlan, lookedAfterOn } from '../../children/standing.ts'
import type { Day } from '../../terms/day.ts'

/** Children, once each, or events by child and day. */
export type Counted = { readonly personId: string; readonly on: Day | null }

export type Count = {
  readonly id: string
  readonly name: string
  readonly needs: TableName
  /** How far back, in months; null for how things stand on the day. */
  readonly months: 6 | 12 | null
  readonly of: (records: ChildRecords, asAt: Day, from: Day) => readonly Counted[]
}

const children = (ids: Iterable<string>): Counted[] => [...new Set(ids)].map(personId => ({ personId, on: null }))

/** Of 18 or more, an open episode is that of a care leaver, whom the inspection lists put in a list of their own. */
function isUnder18({ personId }: Counted, { people }: ChildRecords, asAt: Day): boolean {
  const person = rowWithId(people, personId)
  return person === undefined || (ageOn(person, asAt) ?? 0) < 18
}

const inWindow = <Row extends { readonly personId: string }>(rows: readonly Row[], dayOf: (row: Row) => Day | null, from: Day, until: Day): Counted[] =>
  rows.flatMap(row => {
    const on = dayOf(row)
    return on !== null && on >= from && on <= until ? [{ personId: row.personId, on }] : []
  }) // prettier-ignore

const STANDING: Count[] = [
  {
    id: 'children-in-need',
    name: 'Children under 18 with an open episode of need',
    needs: 'referrals',
    months: null,
    of: (records, asAt) =>
      children(records.referrals.filter(row => isOpenNeed(row, asAt)).map(row => row.personId)).filter(one => isUnder18(one, records, asAt)), // prettier-ignore
  },
  {
    id: 'child-protection',
    name: 'Children on a child protection plan',
    needs: 'cpPlans',
    months: null,
    of: ({ cpPlans }, asAt) => children(cpPlans.filter(row => isOpenPlan(row, asAt)).map(row => row.personId)),
  },
  {
    id: 'looked-after',
    name: 'Children looked after',
    needs: 'claEpisodes',
    months: null,
    of: (records, asAt) =>
      children(records.claEpisodes.map(row => row.personId)).filter(one => lookedAfterOn(records, one.personId, asAt)),
  },
  {
    id: 'care-leavers',
    name: 'Care leavers',
    needs: 'careLeavers',
    months: null,
    of: ({ careLeavers }) => children(careLeavers.filter(row => row.eligibility !== 'none').map(row => row.personId)),
  },
]

/** Conferences of children who moved here on a plan are left out: the inspection lists and the census put them elsewhere. */
const EVENTS: Omit<Count, 'months'>[] = [
  {
    id: 'referrals',
    name: 'Referrals',
    needs: 'referrals',
    of: ({ referrals }, asAt, from) => inWindow(referrals, row => row.referredOn, from, asAt),
  },
  {
    id: 'assessments',
    name: 'Assessments begun',
    needs: 'assessments',
    of: ({ assessments }, asAt, from) => inWindow(assessments, row => row.startedOn, from, asAt),
  },
  {
    id: 'section-47s',
    name: 'Section 47 enquiries begun',
    needs: 'section47s',
    of: ({ section47s }, asAt, from) => inWindow(section47s, row => row.startedOn, from, asAt),
  },
  {
    id: 'conferences',
    name: 'Initial conferences held',
    needs: 'conferences',
    of: ({ conferences }, asAt, from) => inWindow(conferences, row => (row.isTransferIn === true ? null : row.heldOn), from, asAt), // prettier-ignore
  },
]

export const COUNTS: readonly Count[] = [
  ...STANDING,
  ...([6, 12] as const).flatMap(months => EVENTS.map(event => ({ ...event, id: `${event.id}-${months}m`, name: `${event.name} in the last ${months} months`, months }))), // prettier-ignore
]

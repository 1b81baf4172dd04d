/** Care leavers who stay with the foster carers they grew up with. */
import { ageAt, isUnread } from '../history.ts'
import { countCareLeavers, LEFT, wasFosteredAt18, whyNotCounted } from '../histories/care-leavers.ts'
import { measure, type VariantGiven } from '../measure.ts'

const atAges = (first: number, last: number) =>
  countCareLeavers(LEFT, ({ row, child, on }, history) => {
    const age = ageAt(child, on)
    if (age === null || age < first || age > last) return null
    if (!wasFosteredAt18(history, { personId: row.personId, eighteenOn: child!.eighteenOn! })) return null
    if (isUnread(row, 'accommodation')) return { leftOut: 'unread' }
    return whyNotCounted(row, child, on) ?? row.accommodation === 'Z'
  })

const aged = (age: number): VariantGiven => ({
  name: `Care leavers aged ${age} who stay with their former foster carers`,
  outOf: `Relevant and former relevant young people of ${age} who were in foster care on the day before they became 18`,
  count: atAges(age, age),
})

const people = [
  { id: '1', bornOn: '1998-03-31' },
  { id: '2', bornOn: '1995-04-01' },
  { id: '3', bornOn: '1995-03-31' },
  { id: '4', bornOn: '1997-06-02' },
  { id: '5', bornOn: '1997-06-02' },
]
const left = ['2016-03-31', '2013-04-01', '2013-03-31', '2015-06-02', '2015-06-01']
const RECORDS = {
  people,
  claEpisodes: people.map(({ id }, at) => ({
    id,
    personId: id,
    placementId: id,
    startedOn: '2010-01-04',
    startReason: 'S' as const,
    ceasedOn: left[at]!,
    ceasedReason: 'E17' as const, // prettier-ignore
  })),
  placements: people.map(({ id }) => ({ id, personId: id, type: id === '4' ? ('K2' as const) : ('U4' as const) })),
  careLeavers: people.map(({ id }) => ({
    id,
    personId: id,
    eligibility: 'former-relevant' as const,
    inTouch: 'YES' as const,
    accommodation: id === '2' ? ('U' as const) : ('Z' as const),
  })),
}

export default measure({
  id: 'staying-put',
  number: 76,
  name: 'Care leavers aged 18 to 20 who stay with their former foster carers',
  area: 'care-leavers',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf:
    'Relevant and former relevant young people of 18 to 20 who were in foster care on the day before they became 18',
  counted: 'Living with the former foster carers',
  leftOut: 'Those who died or returned home for six months or more',
  rule: 'Latest position only: the dataset keeps one row a young person, and earlier days cannot be told',
  source: 'SSDA903 (OC3); DfE statistics of care leavers',
  marks: ['F'],
  needs: ['careLeavers.accommodation', 'placements.type', 'claEpisodes.startedOn', 'people.bornOn'],
  stateWords: { met: 'Stays put', late: 'Lives elsewhere' },
  count: atAges(18, 20),
  variants: { 18: aged(18), 19: aged(19), 20: aged(20) },
  examples: [
    {
      that: '18 today and 20 still tomorrow; from a children’s home, 21 today, or left before 18 are not counted',
      records: RECORDS,
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50, states: { 1: 'met', 2: 'late' } },
    },
    {
      that: 'of 18 only',
      variant: '18',
      records: RECORDS,
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, states: { 1: 'met' } },
    },
  ],
})

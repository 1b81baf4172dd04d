/** How many children are at each step of the way to adoption. */
import type { Permanence } from '../../children/permanence.ts'
import { countHappened, dated } from '../happened.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { type Count, measure, type VariantGiven } from '../measure.ts'

type Step = 'decidedOn' | 'placementOrderOn' | 'placedOn' | 'orderedOn' | 'reversedOn'

const dayOf = (row: Permanence, step: Step) =>
  isUnread(row, step) || (step === 'orderedOn' && row.orderType !== 'adoption') ? null : numbered(row[step])

const reached = (step: Step) => {
  const list = ({ records }: History) =>
    records.permanence.flatMap(row => {
      const on = dayOf(row, step)
      return on === null ? [] : [dated(row.id, row.personId, on)]
    })
  return countHappened(list)
}

const placedNotAdopted: Count = (history, { asAt }, take) => {
  for (const row of history.records.permanence) {
    const [placed, ordered, reversed] = (['placedOn', 'orderedOn', 'reversedOn'] as const).map(step =>
      numbered(row[step]),
    )
    const isOver = [ordered, reversed].some(on => on != null && on <= asAt)
    if (placed == null || placed > asAt || isOver || isUnread(row, 'placedOn', 'orderedOn', 'reversedOn')) continue
    take({ id: row.id, personId: row.personId, start: placed, due: null, done: null }, 'met')
  }
}

const events = (name: string, counted: string, step: Step): VariantGiven => ({
  name,
  counted,
  basis: 'happened',
  periods: ['quarter', 'year-to-date', 'rolling-year'],
  rule: 'By the day it happened',
  needs: [`permanence.${step}`],
  stateWords: { met: 'Counted' },
  count: reached(step),
})

const row = (id: string, days: object) => ({ id, personId: id, ...days })
const SOME = [
  row('1', { decidedOn: '2015-06-01', placementOrderOn: '2015-09-01', placedOn: '2016-01-04' }),
  row('2', { decidedOn: '2014-06-02', placedOn: '2015-06-01', orderedOn: '2016-03-31', orderType: 'adoption' }),
  row('3', { decidedOn: '2016-01-01', reversedOn: '2016-03-31' }),
  row('4', { orderedOn: '2016-02-01', orderType: 'special-guardianship' }),
  row('5', { decidedOn: '2015-12-31', placementOrderOn: '2016-03-31', placedOn: '2016-04-01' }),
]

export default measure({
  id: 'adoption-pipeline',
  number: 85,
  name: 'Children placed for adoption and not yet adopted',
  area: 'adoption',
  unit: '',
  polarity: 'none',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Children on the way to adoption',
  counted: 'Placed for adoption by the end of the day, with no order and no change of plan',
  leftOut: 'Children of whom a day could not be read',
  rule: 'At the end of the day',
  source: 'Adoption and Special Guardianship quarterly data; adoption scorecards',
  marks: ['F'],
  needs: ['permanence.placedOn'],
  stateWords: { met: 'Placed, not yet adopted' },
  count: placedNotAdopted,
  variants: {
    decisions: events('Decisions that a child should be adopted', 'Decisions in the period that a child should be placed for adoption', 'decidedOn'), // prettier-ignore
    'placement-orders': events('Placement orders', 'Placement orders made in the period', 'placementOrderOn'),
    placed: events('Children placed for adoption', 'Children placed for adoption in the period', 'placedOn'),
    adopted: events('Children adopted', 'Adoption orders made in the period', 'orderedOn'),
    reversed: events('Adoption decisions reversed', 'Decisions in the period that a child should no longer be adopted', 'reversedOn'), // prettier-ignore
    'applications-lodged': {
      name: 'Adoption applications lodged',
      basis: 'happened',
      periods: ['quarter'],
      counted: 'Adoption applications lodged with the court in the period',
      rule: 'By the day lodged',
      source: 'Adoption service or regional agency, quarterly return',
      needs: [{ notHeld: 'when applications to adopt are lodged' }],
      count: () => {},
    },
  },
  examples: [
    {
      that: 'placed; adopted today is no longer waiting, placed tomorrow is not yet',
      records: { permanence: SOME },
      at: '2016-03-31',
      gives: { numerator: 1, value: 1, states: { 1: 'met' } },
    },
    {
      that: 'decided on the first day of the quarter, and the day before it',
      variant: 'decisions',
      records: { permanence: SOME },
      at: '2016-03-31',
      gives: { numerator: 1, states: { 3: 'met' } },
    },
    { that: 'ordered on the last day', variant: 'placement-orders', records: { permanence: SOME }, at: '2016-03-31', gives: { numerator: 1, states: { 5: 'met' } } }, // prettier-ignore
    { that: 'placed in the quarter', variant: 'placed', records: { permanence: SOME }, at: '2016-03-31', gives: { numerator: 1, states: { 1: 'met' } } }, // prettier-ignore
    {
      that: 'special guardianship is no adoption',
      variant: 'adopted',
      records: { permanence: SOME },
      at: '2016-03-31',
      gives: { numerator: 1, states: { 2: 'met' } },
    },
    { that: 'given up on the last day', variant: 'reversed', records: { permanence: SOME }, at: '2016-03-31', gives: { numerator: 1, states: { 3: 'met' } } }, // prettier-ignore
  ],
})

/** A10 of the adoption scorecards: A1, where children adopted by their foster carers stop at moving in with those. */
import { countAmounts } from '../happened.ts'
import { type Adoption, adoptions } from '../histories/adoptions.ts'
import { measure } from '../measure.ts'

function daysOf({ leftOut, row, entered, placed, placedWithCarer }: Adoption) {
  if (leftOut) return { leftOut }
  if (row.isAdoptedByCarer !== true) return placed! - entered!
  if (placedWithCarer === null) return { leftOut: 'When the child moved in with the foster carers is missing' }
  return Math.max(0, placedWithCarer - entered!)
}

const child = (id: string, startedOn: string) => ({ id, personId: id, startedOn, startReason: 'S' as const })
const adopted = (id: string, more: object) => ({ id, personId: id, orderType: 'adoption' as const, ...more })

export default measure({
  id: 'adoption-a10-adjusted',
  number: 79,
  name: 'A10: days from entering care to moving in, adjusted for adoption by foster carers',
  area: 'adoption',
  unit: 'days',
  polarity: 'lower',
  basis: 'completed',
  periods: ['three-years', 'rolling-year', 'year-to-date'],
  valued: 'mean',
  outOf: 'Children adopted from care, by the day of the adoption order',
  counted:
    'The average number of days from entering care to moving in with the adoptive family; of children adopted by their foster carers, to moving in with those',
  leftOut: 'Children not placed for adoption before the order; those of whom a day is missing',
  rule: 'Calendar days from the start of the period of care; three-year averages to 31 March',
  source: 'Department for Education adoption scorecards; it has replaced A1 in quarterly statistics since 2021',
  marks: ['F', 'D'],
  needs: [
    'claEpisodes.startedOn',
    'permanence.placedOn',
    'permanence.orderedOn',
    'permanence.orderType',
    'permanence.isAdoptedByCarer',
  ],
  thresholds: { shape: 'lower', green: 426, amber: 468.6 },
  clock: 'a1',
  count: countAmounts(adoptions, daysOf),
  examples: [
    {
      that: 'adopted by the carers stops at the foster placement; without its day the child is left out',
      period: 'rolling-year',
      records: {
        claEpisodes: ['1', '2', '3'].map(id => child(id, '2015-01-01')),
        permanence: [
          adopted('1', { placedOn: '2015-12-01', orderedOn: '2016-01-01', isAdoptedByCarer: false }),
          adopted('2', { placedOn: '2015-12-01', orderedOn: '2016-01-01', isAdoptedByCarer: true, placedWithCarerOn: '2015-01-11' }), // prettier-ignore
          adopted('3', { placedOn: '2015-12-01', orderedOn: '2016-01-01', isAdoptedByCarer: true }),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 344, denominator: 2, value: 172, excluded: 1, states: { 2: 'met', 3: 'excluded' } },
    },
    {
      that: 'with the carers since the day of entering care is no days',
      period: 'rolling-year',
      records: {
        claEpisodes: [child('1', '2015-01-01')],
        permanence: [
          adopted('1', { placedOn: '2015-12-01', orderedOn: '2016-01-01', isAdoptedByCarer: true, placedWithCarerOn: '2015-01-01' }), // prettier-ignore
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 1, value: 0 },
    },
  ],
})

/** A1 of the adoption scorecards: from entering care to moving in with the adoptive family. */
import { countAmounts } from '../happened.ts'
import { adoptions } from '../histories/adoptions.ts'
import { measure } from '../measure.ts'

const child = (id: string, startedOn: string) => ({ id, personId: id, startedOn, startReason: 'S' as const })
const adopted = (id: string, more: object) => ({ id, personId: id, orderType: 'adoption' as const, ...more })

export default measure({
  id: 'adoption-a1-entry-to-placement',
  number: 78,
  name: 'A1: days from entering care to moving in with the adoptive family',
  area: 'adoption',
  unit: 'days',
  polarity: 'lower',
  basis: 'completed',
  periods: ['three-years', 'rolling-year', 'year-to-date'],
  valued: 'mean',
  outOf: 'Children adopted from care, by the day of the adoption order',
  counted: 'The average number of days from entering care to moving in with the adoptive family',
  leftOut:
    'Children not placed for adoption before the order; those whose day of entering care or moving in is missing',
  rule: 'Calendar days from the start of the period of care; three-year averages to 31 March',
  source: 'Department for Education adoption scorecards; 426 days is the threshold of 2013 to 2016',
  marks: ['F', 'K', 'D'],
  needs: ['claEpisodes.startedOn', 'permanence.placedOn', 'permanence.orderedOn', 'permanence.orderType'],
  thresholds: { shape: 'lower', green: 426, amber: 468.6 },
  clock: 'a1',
  count: countAmounts(adoptions, one => (one.leftOut ? { leftOut: one.leftOut } : one.placed! - one.entered!)),
  examples: [
    {
      that: 'ordered on the first day of the three years and on the last; the day after is not counted',
      records: {
        claEpisodes: [child('1', '2012-01-01'), child('2', '2014-01-01'), child('3', '2014-01-01')],
        permanence: [
          adopted('1', { placedOn: '2012-04-10', orderedOn: '2013-04-01' }),
          adopted('2', { placedOn: '2014-01-31', orderedOn: '2016-03-31' }),
          adopted('3', { placedOn: '2015-01-31', orderedOn: '2016-04-01' }),
        ],
      },
      at: '2016-05-15',
      gives: { numerator: 130, denominator: 2, value: 65, median: 65 },
    },
    {
      that: 'placed on the day of the order, the day after, undated, and before entering care',
      period: 'rolling-year',
      records: {
        claEpisodes: ['1', '2', '3', '4'].map(id => child(id, id === '4' ? '2015-06-02' : '2015-01-01')),
        permanence: [
          adopted('1', { placedOn: '2016-01-01', orderedOn: '2016-01-01' }),
          adopted('2', { placedOn: '2016-01-02', orderedOn: '2016-01-01' }),
          adopted('3', { placedOn: null, orderedOn: '2016-01-01' }),
          adopted('4', { placedOn: '2015-06-01', orderedOn: '2016-01-01' }),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 365, denominator: 1, value: 365, excluded: 3, states: { 1: 'met', 2: 'excluded' } },
    },
  ],
})

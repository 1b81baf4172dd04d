/** A2 of the adoption scorecards: from the placement order to deciding on a match. */
import { countAmounts } from '../happened.ts'
import { type Adoption, adoptions } from '../histories/adoptions.ts'
import { measure } from '../measure.ts'

/** Matched before the order, or on its day, is no days. */
function daysOf({ leftOut, ordered, matched }: Adoption) {
  if (leftOut) return { leftOut }
  if (ordered === null) return { leftOut: 'There was no placement order' }
  return matched === null ? { leftOut: 'When the match was decided is missing' } : Math.max(0, matched - ordered)
}

const child = (id: string, startedOn: string) => ({ id, personId: id, startedOn, startReason: 'S' as const })
const adopted = (id: string, more: object) => ({ id, personId: id, orderType: 'adoption' as const, ...more })

export default measure({
  id: 'adoption-a2-order-to-match',
  number: 80,
  name: 'A2: days from the placement order to deciding on a match',
  area: 'adoption',
  unit: 'days',
  polarity: 'lower',
  basis: 'completed',
  periods: ['three-years', 'rolling-year', 'year-to-date'],
  valued: 'mean',
  outOf: 'Children adopted from care with a placement or freeing order, by the day of the adoption order',
  counted: 'The average number of days from the placement order to the match decided',
  leftOut:
    'Children with no placement order; those not placed for adoption before the adoption order; those of whom a day is missing',
  rule: 'Calendar days; a match before the order is 0 days; three-year averages to 31 March',
  source: 'Department for Education adoption scorecards; 121 days is the threshold of 2013 to 2016',
  marks: ['F', 'D'],
  needs: ['permanence.placementOrderOn', 'permanence.matchedOn', 'permanence.orderedOn', 'permanence.orderType'],
  thresholds: { shape: 'lower', green: 121, amber: 133.1 },
  clock: 'a2',
  count: countAmounts(adoptions, daysOf),
  examples: [
    {
      that: 'matched after the order, on its day, before it, and with no order',
      period: 'rolling-year',
      records: {
        claEpisodes: ['1', '2', '3', '4'].map(id => child(id, '2015-01-01')),
        permanence: ['2015-10-01', '2015-07-03', '2015-06-01', '2015-10-01'].map((matchedOn, at) =>
          adopted(`${at + 1}`, {
            placementOrderOn: at === 3 ? null : '2015-07-03',
            matchedOn,
            placedOn: '2015-11-02',
            orderedOn: '2016-03-31',
          }),
        ),
      },
      at: '2016-03-31',
      gives: { numerator: 90, denominator: 3, value: 30, median: 0, excluded: 1, states: { 4: 'excluded' } },
    },
    {
      that: 'an adoption whose placing is not before the order is left out, whatever the match',
      period: 'rolling-year',
      records: {
        claEpisodes: [child('1', '2015-01-01')],
        permanence: [
          adopted('1', { placementOrderOn: '2015-07-03', matchedOn: '2015-08-03', orderedOn: '2016-03-31' }),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 0, value: null, excluded: 1 },
    },
  ],
})

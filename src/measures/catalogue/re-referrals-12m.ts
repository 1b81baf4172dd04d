/** Referrals of children who had been referred in the twelve months before. */
import { type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import { rowsBy } from '../../children/records.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { type Case, measure } from '../measure.ts'

type Referred = Case & { readonly start: DayNumber; readonly isRepeat: boolean }

/**
 * A repeat: the same child had an earlier referral d with d < this one <= d + 12 months, the last day counted. Two on one day are not
 * repeats of each other (ruling "Two referrals on one day"). Referrals with no further action count on both sides [K].
 */
function referrals({ records }: History): Referred[] {
  const byChild = rowsBy(records.referrals, 'personId')
  return [...byChild.values()].flatMap(rows => {
    const days = rows.flatMap(row => numbered(row.referredOn) ?? [])
    return rows.flatMap(row => {
      const start = numbered(row.referredOn)
      if (start === null || isUnread(row, 'referredOn')) return []
      const isRepeat = days.some(earlier => earlier < start && start <= monthsAfter(earlier, 12))
      return [{ id: row.id, personId: row.personId, start, due: null, done: null, isRepeat }]
    })
  })
}

export default measure({
  id: 're-referrals-12m',
  number: 7,
  name: 'Re-referrals within 12 months of a previous referral',
  area: 'front-door',
  unit: '%',
  polarity: 'lower',
  basis: 'happened',
  periods: ['month', 'rolling-year', 'year-to-date'],
  looksBack: 12,
  outOf: 'Referrals received in the period, each one counted',
  counted: 'The same child had an earlier referral within the 12 months before',
  leftOut: 'Referrals without a day that can be read. Referrals with no further action count as earlier referrals too',
  rule: 'An earlier referral exactly 12 months before still counts; one on the same day does not',
  source: 'DfE Children in Need statistics: within 12 months of a previous referral',
  marks: ['F', 'D'],
  needs: ['referrals.referredOn'],
  thresholds: { shape: 'lower', green: 20, amber: 30 },
  stateWords: { met: 'Re-referred', late: 'Not re-referred' },
  count: (history, { from, to }, take) => {
    for (const one of history.of(referrals))
      if (one.start >= from && one.start <= to) take(one, one.isRepeat ? 'met' : 'late')
  },
  examples: [
    {
      that: 'the last day of the twelve months counts, the day after does not',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2016-02-29' },
          { id: 'r2', personId: '1', referredOn: '2017-02-28' },
          { id: 'r3', personId: '2', referredOn: '2016-02-27' },
          { id: 'r4', personId: '2', referredOn: '2017-02-28' },
        ],
      },
      at: '2017-02',
      gives: { numerator: 1, denominator: 2, value: 50, states: { r2: 'met', r4: 'late' } },
    },
    {
      that: 'two on one day are not repeats of each other',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2017-02-28' },
          { id: 'r2', personId: '1', referredOn: '2017-02-28' },
        ],
      },
      at: '2017-02',
      gives: { numerator: 0, denominator: 2, value: 0 },
    },
    {
      that: 'the first and the last day of the month; the day after is not of it',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2017-02-01' },
          { id: 'r2', personId: '1', referredOn: '2017-02-28' },
          { id: 'r3', personId: '1', referredOn: '2017-03-01' },
          { id: 'r4', personId: '2', unread: ['referredOn'] },
        ],
      },
      at: '2017-02',
      asAt: '2017-03-31',
      gives: { numerator: 1, denominator: 2, states: { r1: 'late', r2: 'met' } },
    },
  ],
})

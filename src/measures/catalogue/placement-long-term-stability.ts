/** Children long in care who have been two years in one placement. */
import { type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import { countLookedAfter } from '../count-looked-after.ts'
import type { CarePeriod } from '../histories/care-periods.ts'
import { isForAdoption, placementOn, stayOn, staysIn } from '../histories/placements.ts'
import { ageAt, type History } from '../history.ts'
import { measure } from '../measure.ts'

/** Since when the child has been where they are: an adoptive placement and the one before it count as one. Null where it is not known. */
function settledSince(history: History, period: CarePeriod, on: DayNumber): DayNumber | null {
  const stay = stayOn(history, period, on)
  if (!stay || !isForAdoption(placementOn(history, period, on)?.row)) return stay?.from ?? null
  const before = staysIn(history, period).findLast(({ from }) => from < stay.from)
  return before?.from ?? stay.from
}

const stays = (id: string, ...days: string[]) =>
  days.map((startedOn, at) => ({
    id: `${id}.${at}`,
    personId: id,
    placementId: `${id}.${at}`,
    startedOn,
    startReason: at === 0 ? ('S' as const) : ('P' as const),
    ceasedOn: days[at + 1] ?? null,
    ceasedReason: days[at + 1] ? ('X1' as const) : null,
  }))

export default measure({
  id: 'placement-long-term-stability',
  number: 51,
  name: 'Children long in care who have been two years in the same placement',
  area: 'placement',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  looksBack: 30,
  outOf: 'Children under 16 looked after without a break for two and a half years or more',
  counted:
    'Two years or more in the same placement, or placed for adoption and two years or more there and in the placement before together',
  leftOut: 'Children only in short breaks; children of whom no placement is recorded',
  rule: 'A change of status with the same carer, and a temporary placement, do not break it',
  source: 'DfE looked after statistics (SSDA903), the former NI 63; local target of 70%',
  marks: ['F', 'D'],
  needs: ['claEpisodes.startedOn', 'claEpisodes.startReason'],
  thresholds: { shape: 'higher', green: 70, amber: 60 },
  stateWords: { met: 'Two years or more', late: 'Less than two years' },
  count: countLookedAfter((period, on, history) => {
    if (monthsAfter(period.from, 30) > on) return null
    const age = ageAt(history.child(period.personId), on)
    if (age === null) return { leftOut: 'The date of birth is not known' }
    if (age >= 16) return null
    const since = settledSince(history, period, on)
    return since === null ? { leftOut: 'No placement is recorded' } : monthsAfter(since, 24) <= on
  }),
  examples: [
    {
      that: 'two and a half years in care to the day and a day less; two years in the placement to the day and a day less',
      records: {
        people: ['1', '2', '3'].map(id => ({ id, bornOn: '2005-06-01' })),
        claEpisodes: [
          ...stays('1', '2013-09-30', '2014-03-31'),
          ...stays('2', '2013-10-01', '2013-10-10'),
          ...stays('3', '2013-09-30', '2014-04-01'),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50, states: { '1.0': 'met', '3.0': 'late' } },
    },
    {
      that: 'sixteen today is not counted, the day before is',
      records: {
        people: [
          { id: '1', bornOn: '2000-03-31' },
          { id: '2', bornOn: '2000-04-01' },
        ],
        claEpisodes: [...stays('1', '2010-01-04'), ...stays('2', '2010-01-04')],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, value: 100, states: { '2.0': 'met' } },
    },
    {
      that: 'placed for adoption with the time before it; with the same carer; another carer',
      records: {
        claEpisodes: [
          ...stays('1', '2013-01-07', '2016-02-01'),
          { ...stays('2', '2013-01-07', '2016-02-01')[0]! },
          { ...stays('2', '2013-01-07', '2016-02-01')[1]!, startReason: 'T' },
          ...stays('3', '2013-01-07', '2016-02-01'),
        ],
        placements: [{ id: '1.1', personId: '1', type: 'A6' }],
      },
      at: '2016-03-31',
      gives: { numerator: 2, denominator: 3, value: 66.7, states: { '1.0': 'met', '2.0': 'met', '3.0': 'late' } },
    },
  ],
})

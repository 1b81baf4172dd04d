/** Between two extracts: the cases that came, went, or count otherwise, and nothing of those that moved no figure. */
import { expect, test } from 'vitest'
import { type Day, day } from '../terms/day.ts'
import { measureNamed } from './catalogue.ts'
import { differenceBetween } from './explain-difference.ts'
import { figureOf } from './figure.ts'
import { historyOf } from './history.ts'
import { settingsOf } from './measure.ts'
import { type ExampleRecords, recordsOf } from './measure-example.ts'
import { periodTo, windowOf } from './window.ts'

const IN_TIME = measureNamed('assessments-45wd')!
const SEPTEMBER = periodTo('month', day('2015-09-30'))

const referral = (id: string) => ({ id: `r${id}`, personId: `P${id}`, referredOn: '2015-07-01' })
const assessment = (id: string, authorisedOn: string | null) => ({
  id: `a${id}`,
  personId: `P${id}`,
  referralId: `r${id}`,
  startedOn: '2015-07-02',
  ...(authorisedOn && { authorisedOn }),
})
const countedFrom = (asAt: Day, records: ExampleRecords, settings: Record<string, number> = {}) => ({
  history: historyOf(recordsOf(records, asAt)),
  window: windowOf(SEPTEMBER, asAt),
  settings: settingsOf(IN_TIME, settings),
})
const referrals = ['1', '2', '3', '4'].map(referral)
/** Of July: 45 working days end on 3 September. */
const then = countedFrom(day('2015-10-02'), {
  referrals,
  assessments: [assessment('1', '2015-09-02'), assessment('2', '2015-09-10'), assessment('3', '2015-09-02')],
})

test('one recorded late came, one taken away went, one whose day was corrected counts otherwise', () => {
  const now = countedFrom(day('2015-10-09'), {
    referrals,
    assessments: [assessment('1', '2015-09-02'), assessment('2', '2015-09-01'), assessment('4', '2015-09-15')],
  })
  const { came, went, changed } = differenceBetween(IN_TIME, then, now)
  expect(came.map(({ personId, then, now }) => [personId, then?.state, now?.state])).toEqual([
    ['P4', undefined, 'late'],
  ])
  expect(went.map(({ personId, then, now }) => [personId, then?.state, now?.state])).toEqual([['P3', 'met', undefined]])
  expect(changed.map(({ personId, then, now }) => [personId, then?.state, now?.state])).toEqual([['P2', 'late', 'met']])
  const of = ({ history, window, settings }: typeof then) => figureOf(IN_TIME, history, window, settings)
  expect(of(now).denominator! - of(then).denominator!).toBe(came.length - went.length)
})

test('a day corrected within the limit moves nothing', () => {
  const now = countedFrom(day('2015-10-09'), {
    referrals,
    assessments: [assessment('1', '2015-09-01'), assessment('2', '2015-09-11'), assessment('3', '2015-09-02')],
  })
  expect(differenceBetween(IN_TIME, then, now)).toEqual({ came: [], went: [], changed: [] })
})

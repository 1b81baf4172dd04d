/** Which measures and periods the records can support: nothing is counted that was never brought. */
import { describe, expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { measureNamed } from './catalogue.ts'
import { historyOf } from './history.ts'
import { recordsOf } from './measure-example.ts'
import { settingsOf } from './measure.ts'
import { isInReach, lacking, lackWords, reachOf, reachWords } from './support.ts'
import { figuresOf, lastDays } from './work-out.ts'

const inTime = measureNamed('assessments-45wd')!
const again = measureNamed('re-referrals-12m')!
const second = measureNamed('cpp-second-or-subsequent')!
const [EARLIER, LATER] = [day('2025-11-23'), day('2026-05-22')]
const REFERRALS = [{ id: 'r', personId: '1', referredOn: '2026-05-25' }]
const numbers = (count: number) => Array.from({ length: count }, (_, at) => `${at}`)
const period = (from: string) => ({ from: day(from), to: day('2026-06-30') })

test('a measure reaches as far as that of its tables which reaches least', () => {
  expect(reachOf(inTime, {})).toBeNull()
  expect(reachOf(inTime, { contacts: LATER })).toBeNull()
  expect(reachOf(inTime, { referrals: EARLIER, assessments: LATER })).toEqual({ table: 'assessments', from: LATER })
})

test.each([
  ['2026-05-22', true],
  ['2026-05-21', false],
])('of what is brought from 22 May a period from %s: %s', (from, is) => {
  expect(isInReach(inTime, period(from), { assessments: LATER })).toBe(is)
  expect(isInReach(inTime, period(from), {})).toBe(true)
})

test.each([
  ['2026-11-23', true],
  ['2026-11-22', false],
])('one that looks twelve months before its period needs them too: from %s %s', (from, is) => {
  expect(isInReach(again, { from: day(from), to: day('2026-12-31') }, { referrals: EARLIER })).toBe(is)
})

test('one that looks at everything before is not worked out from what does not hold it', () => {
  expect(isInReach(second, period('2026-06-01'), { cpPlans: EARLIER })).toBe(false)
  expect(isInReach(second, period('2026-06-01'))).toBe(true)
})

describe('the words say which table, from when, and what follows', () => {
  test.each([
    [inTime, { assessments: LATER }, 'The extract has assessments from 22 May 2026 only: periods that begin before then are not worked out'],
    [again, { referrals: EARLIER }, 'The extract has referrals from 23 November 2025 only: it looks 12 months before each period, and periods that need more are not worked out'],
    [second, { cpPlans: EARLIER }, 'The extract has child protection plans from 23 November 2025 only: it looks at everything before, and is not worked out'],
    [inTime, { contacts: LATER }, null],
  ] as const)('%#', (measure, reaches, words) => {
    expect(reachWords(measure, reaches)).toBe(words)
  }) // prettier-ignore
})

test('months that begin before the reach, and longer periods, have no figure and never a low one', () => {
  const asAt = day('2026-07-31')
  const records = {
    ...recordsOf(
      {
        referrals: [{ id: 'r1', personId: '1', referredOn: '2026-05-25' }],
        assessments: [
          { id: 'a1', personId: '1', referralId: 'r1', startedOn: '2026-05-25', authorisedOn: '2026-06-05' },
        ],
      },
      asAt,
    ),
    reaches: { assessments: LATER, referrals: LATER },
  }
  const figures = figuresOf(inTime, historyOf(records), lastDays(asAt, 6), settingsOf(inTime))
  expect(figures.map(({ kind, period, figure }) => [kind, period.from, figure.numerator])).toEqual([
    ['month', '2026-06-01', 1],
    ['month', '2026-07-01', 0],
  ])
})

test('a table that was not brought, and a column with nothing in it, are named as the files call them', () => {
  const lackOf = (records: Parameters<typeof recordsOf>[0]) =>
    lacking(inTime, recordsOf(records, day('2026-07-31'))).map(lackWords)
  expect(lackOf({ referrals: [{ id: 'r', personId: '1', referredOn: '2026-05-25' }] })).toEqual([
    'ssd_cin_assessments.csv was not brought: cina_assessment_auth_date is needed',
  ])
  expect(lackOf({ referrals: REFERRALS, assessments: numbers(30).map(id => ({ id, personId: '1' })) })).toEqual([
    'ssd_cin_assessments.csv has nothing in cina_assessment_auth_date',
  ])
})

test('of fewer than thirty rows a column with nothing in it may be so by chance, but not one that no file has', () => {
  const few = recordsOf({ referrals: REFERRALS, assessments: numbers(29).map(id => ({ id, personId: '1' })) }, LATER)
  expect(lacking(inTime, few)).toEqual([])
  expect(lacking(inTime, { ...few, withoutColumns: new Set(['assessments.authorisedOn']) }).map(lackWords)).toEqual([
    'ssd_cin_assessments.csv has nothing in cina_assessment_auth_date',
  ])
})

/** The forecast of a month: worked cases at its edges, and that whatever happens stays within what was foreseen. */
import { describe, expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { measureNamed, WHOLE_CATALOGUE } from './catalogue.ts'
import { forecastOf, isForecast, reachOf, sharesOf, type Standing } from './forecast.ts'
import { historyOf } from './history.ts'
import { type ExampleRecords, recordsOf } from './measure-example.ts'
import { settingsOf } from './measure.ts'

/** Numbers that look like any and are the same every time. */
function* numbers(seed: number) {
  for (let state = seed; ;) yield (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
}

const figures = (share: { numerator: number; denominator: number }) => `${share.numerator}/${share.denominator}`

describe('of what falls due', () => {
  const whole: Standing = { met: 6, late: 1, overdue: 1, soon: 2, later: 9 }
  const now: Standing = { met: 5, late: 1, overdue: 1, soon: 0, later: 9 }
  const foreseen = sharesOf('due', whole, now)
  test('what was missed stays missed, and what is in time may still go either way', () => {
    expect([foreseen.soFar, foreseen.ifNothing, foreseen.ifInTime, foreseen.best].map(figures)).toEqual(['5/7', '6/10', '8/10', '8/10']) // prettier-ignore
    expect(foreseen).toMatchObject({ yetToDo: 2, overdue: 1, ifBacklog: null })
  })
  test('a target is reached, open or gone at its very edge', () => {
    expect([60, 60.1, 80, 80.1].map(target => reachOf(foreseen, target))).toEqual(['reached', 'open', 'open', 'gone'])
    expect(reachOf(sharesOf('due', { ...NONE }, NONE), 90)).toBeNull()
  })
})

const NONE: Standing = { met: 0, late: 0, overdue: 0, soon: 0, later: 0 }

test('of what is done: doing what is overdue lowers the figure of the month, and that is said', () => {
  const foreseen = sharesOf('completed', { met: 6, late: 2, overdue: 4, soon: 2, later: 10 }, NONE)
  expect([foreseen.ifNothing, foreseen.ifInTime, foreseen.best, foreseen.ifBacklog!].map(figures)).toEqual(['6/8', '8/10', '18/20', '8/14']) // prettier-ignore
  expect(foreseen.ifBacklog!.value!).toBeLessThan(foreseen.ifNothing.value!)
})

test('whatever is done of what is due, in time, late or never, or ends first, the month stays within its bounds', () => {
  const random = numbers(7)
  const some = (most: number) => Math.floor(random.next().value! * (most + 1))
  for (let round = 0; round < 500; round += 1) {
    const whole: Standing = { met: some(9), late: some(5), overdue: some(5), soon: some(9), later: some(9) }
    const due = sharesOf('due', whole, whole)
    const [ended, done] = [some(whole.soon), 0]
    const inTime = done + some(whole.soon - ended)
    const all = whole.met + whole.late + whole.overdue + whole.soon - ended
    const within = (value: number, low: number | null, high: number | null) => {
      expect(value).toBeGreaterThanOrEqual((low ?? 0) - 1e-9)
      expect(value).toBeLessThanOrEqual((high ?? 100) + 1e-9)
    }
    if (all > 0) within(((whole.met + inTime) * 100) / all, due.ifNothing.value, due.best.value)
    const completed = sharesOf('completed', whole, whole)
    const [early, tardy] = [some(whole.soon + whole.later), some(whole.overdue)]
    const finished = whole.met + whole.late + early + tardy
    if (finished > 0) within(((whole.met + early) * 100) / finished, null, completed.best.value)
    if (completed.ifNothing.value !== null)
      within(completed.ifInTime.value!, completed.ifNothing.value, completed.best.value)
  }
})

describe('from records', () => {
  const measure = measureNamed('assessments-45wd')!
  const foresee = (records: ExampleRecords, asAt: string) =>
    forecastOf(measure, historyOf(recordsOf(records, day(asAt))), settingsOf(measure))
  /** Due 9 November, 30 November and 1 December 2015. */
  const referrals = [
    { id: 'r1', personId: 'P1', referredOn: '2015-09-07' },
    { id: 'r2', personId: 'P2', referredOn: '2015-09-28' },
    { id: 'r3', personId: 'P3', referredOn: '2015-09-29' },
  ] as const
  const begun = referrals.map(({ id, personId, referredOn }) => ({
    id: `a${id}`,
    personId,
    referralId: id,
    startedOn: referredOn,
  }))

  test('a clock due on the last day of the month is foreseen, one due the day after is not, and one that is past is overdue', () => {
    const foreseen = foresee({ referrals, assessments: begun }, '2015-11-20')
    expect(foreseen).toMatchObject({ from: '2015-11-01', to: '2015-11-30', yetToDo: 1, overdue: 1 })
    expect([foreseen.soFar, foreseen.ifNothing, foreseen.ifInTime, foreseen.best].map(figures)).toEqual(['0/0', '0/0', '1/1', '2/2']) // prettier-ignore
  })

  test('on the last day of the month what is due that day is still in time', () =>
    expect(foresee({ referrals, assessments: begun }, '2015-11-30')).toMatchObject({ yetToDo: 1, overdue: 1 }))
})

test('every measure that is foreseen has clocks, a month and a percentage of which more is better', () => {
  const foreseen = WHOLE_CATALOGUE.filter(isForecast)
  expect(foreseen.length).toBeGreaterThan(15)
  for (const { count, unit } of foreseen) expect([count.clocks === undefined, unit]).toEqual([false, '%'])
})

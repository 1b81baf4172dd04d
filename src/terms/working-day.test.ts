import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BANK_HOLIDAYS, bankHolidaysAsKnown, HOLIDAY_CHANGES, withHolidays } from './bank-holiday.ts'
import { addDays, day, weekday } from './day.ts'
import { dayNumber, dayNumbered } from './day-number.ts'
import { workingDays } from './working-day.ts'

const calendar = workingDays(BANK_HOLIDAYS)
const number = (on: string) => dayNumber(day(on))
const after = (on: string, count: number) => dayNumbered(calendar.after(number(on), count)!)
const elapsed = (from: string, to: string) => calendar.elapsed(number(from), number(to))
const aDay = fc.integer({ min: 0, max: 10_500 }).map(number => addDays(day('1998-06-01'), number))

test.each([
  ['2015-09-07', 45, '2015-11-09'], // nine whole weeks
  ['2015-09-05', 45, '2015-11-06'], // a Saturday is day 0
  ['2021-04-02', 1, '2021-04-06'], // Good Friday is day 0, Easter Monday is not worked
  ['2021-12-16', 20, '2022-01-18'], // the days between Christmas and New Year are worked
  ['2016-11-14', -7, '2016-11-03'],
  ['2016-11-14', -9, '2016-11-01'],
  ['2016-11-13', -1, '2016-11-11'], // back from a Sunday
  ['2015-12-26', 0, '2015-12-26'],
] as const)('%s and %i working days: %s', (from, count, to) => {
  expect(after(from, count)).toBe(to)
})

test.each([
  ['2015-12-24', '2015-12-24', 0],
  ['2016-01-04', '2016-03-08', 46],
  ['2015-12-02', '2015-12-23', 15],
  ['2015-12-24', '2015-12-28', 0], // Christmas Day, the weekend and the weekday that stands for Boxing Day
  ['2015-12-29', '2015-12-24', -1],
] as const)('%s to %s is %i working days', (from, to, days) => {
  expect(elapsed(from, to)).toBe(days)
})

test.each([
  ['2015-12-25', '2015-12-24'],
  ['2016-02-28', '2016-02-26'],
  ['2016-02-29', '2016-02-29'],
] as const)('due %s, to be arranged by %s', (due, by) => {
  expect(dayNumbered(calendar.onOrBefore(number(due))!)).toBe(by)
})

test('years that the table does not hold have no working days that are known', () => {
  expect(calendar.after(number('1997-12-31'), 1)).toBeNull()
  expect(calendar.after(number('2028-12-29'), 1)).toBeNull()
  expect(calendar.after(number('1998-01-01'), -1)).toBeNull()
  expect(calendar.elapsed(number('2028-12-29'), number('2029-01-02'))).toBeNull()
  expect(calendar.onOrBefore(number('2031-01-01'))).toBeNull()
  expect(calendar.isWorking(number('2031-01-01'))).toBeNull()
})

test('counting one day at a time comes to the same', () => {
  const slowly = (from: string, count: number) => {
    let on = day(from)
    for (let left = count; left > 0;) {
      on = addDays(on, 1)
      if (!/^S(atur|un)day$/.test(weekday(on)) && !BANK_HOLIDAYS.holidays.includes(on)) left--
    }
    return on
  }
  fc.assert(fc.property(aDay, fc.nat(70), (from, count) => after(from, count) === slowly(from, count)))
})

test('so many working days after a day are so many elapsed, and as many back is no later than where it began', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: 1, max: 70 }), (from, count) => {
      const to = calendar.after(number(from), count)!
      expect(calendar.isWorking(to)).toBe(true)
      expect(calendar.elapsed(number(from), to)).toBe(count)
      expect(calendar.after(to, -count)!).toBeLessThanOrEqual(number(from))
    }),
  )
})

test('a further holiday never makes a working day clock earlier', () => {
  fc.assert(
    fc.property(aDay, fc.nat(70), aDay, (from, count, holiday) => {
      const further = workingDays(withHolidays(BANK_HOLIDAYS, [holiday], 'one more'))
      expect(further.after(number(from), count)!).toBeGreaterThanOrEqual(calendar.after(number(from), count)!)
    }),
  )
})

test('a later start is never due earlier', () => {
  fc.assert(
    fc.property(aDay, fc.nat(60), fc.nat(70), (from, later, count) => {
      expect(calendar.after(number(from) + later, count)!).toBeGreaterThanOrEqual(calendar.after(number(from), count)!)
    }),
  )
})

test('every holiday is a weekday of a year that the table holds, and each year has eight to ten', () => {
  expect(BANK_HOLIDAYS.holidays.filter(on => /^S(atur|un)day$/.test(weekday(on)))).toEqual([])
  expect([...BANK_HOLIDAYS.holidays].sort()).toEqual(BANK_HOLIDAYS.holidays)
  const years = Object.groupBy(BANK_HOLIDAYS.holidays, on => on.slice(0, 4))
  expect(Object.keys(years)).toHaveLength(31)
  for (const days of Object.values(years)) expect([8, 9, 10]).toContain(days!.length)
})

test('the list as it was known before a change can be worked with again', () => {
  const before = workingDays(bankHolidaysAsKnown(day('2022-09-09')))
  expect(dayNumbered(before.after(number('2022-09-07'), 20)!)).toBe('2022-10-05')
  expect(after('2022-09-07', 20)).toBe('2022-10-06')
  const old = bankHolidaysAsKnown(day('2019-06-06'))
  expect(old.holidays).toContain('2020-05-04')
  expect(old.holidays).not.toContain('2020-05-08')
  expect(old.holidays).toContain('2022-05-30')
  expect(bankHolidaysAsKnown(HOLIDAY_CHANGES.at(-1)!.knownOn as never)).toBe(BANK_HOLIDAYS)
  expect(
    new Set(['2019-06-06', '2019-06-07', '2020-11-12', '2022-09-10'].map(on => bankHolidaysAsKnown(day(on)).version))
      .size,
  ).toBe(4)
})

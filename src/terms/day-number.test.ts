import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, day, daysBetween, weekday } from './day.ts'
import { birthday, dayNumber, dayNumbered, endOfMonthOf, endOfYearOf, monthsAfter, weekdayOf } from './day-number.ts'

const anyDay = fc.integer({ min: -70_000, max: 80_000 }).map(number => addDays(day('1970-01-01'), number))

test('a day and its number are the same day, by the calendar of the machine', () => {
  fc.assert(
    fc.property(anyDay, on => {
      expect(dayNumber(on)).toBe(daysBetween(day('1970-01-01'), on))
      expect(dayNumbered(dayNumber(on))).toBe(on)
    }),
  )
})

test('months are added as dates are, clamped to the end of a short month', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -60, max: 300 }), (on, months) => {
      expect(dayNumbered(monthsAfter(dayNumber(on), months))).toBe(addMonths(on, months))
    }),
  )
})

test('two steps never go further than one, and a day that was clamped is not the anchor of the next step', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(24), fc.nat(24), (on, one, other) => {
      const straight = monthsAfter(dayNumber(on), one + other)
      expect(monthsAfter(monthsAfter(dayNumber(on), one), other)).toBeLessThanOrEqual(straight)
    }),
  )
  const anchor = dayNumber(day('2015-08-31'))
  expect([6, 12].map(months => dayNumbered(monthsAfter(anchor, months)))).toEqual(['2016-02-29', '2016-08-31'])
})

test('Monday is 0', () => {
  const week = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
  fc.assert(fc.property(anyDay, on => week[weekdayOf(dayNumber(on))] === weekday(on)))
})

test.each([
  ['2000-02-29', 18, '2018-03-01'],
  ['2000-02-29', 16, '2016-02-29'],
  ['2012-06-10', 5, '2017-06-10'],
] as const)('born on %s, %i years old on %s', (born, age, on) => {
  expect(dayNumbered(birthday(dayNumber(day(born)), age))).toBe(on)
})

test.each([
  ['2016-02-01', 0, '2016-02-29'],
  ['2016-01-31', 1, '2016-02-29'],
  ['2015-12-31', 0, '2015-12-31'],
  ['2015-12-31', 2, '2016-02-29'],
] as const)('the month of %s, %i later, ends on %s', (on, later, end) => {
  expect(dayNumbered(endOfMonthOf(dayNumber(day(on)), later))).toBe(end)
})

test('a year ends on 31 December', () => {
  expect(dayNumbered(endOfYearOf(dayNumber(day('2014-06-30'))))).toBe('2014-12-31')
})

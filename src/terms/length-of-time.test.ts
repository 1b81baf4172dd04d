import { expect, test } from 'vitest'
import { BANK_HOLIDAYS } from './bank-holiday.ts'
import { day } from './day.ts'
import { dayNumber, dayNumbered } from './day-number.ts'
import { after, beginningWith, type Counting, inHours, inWeeks, lengthWords, readLength } from './length-of-time.ts'
import { workingDays } from './working-day.ts'

const calendar = workingDays(BANK_HOLIDAYS)
const add = (from: string, text: string, dayCount: Counting['dayCount'] = 'exclusive') =>
  dayNumbered(after(dayNumber(day(from)), readLength(text)!, { calendar, dayCount })!)

test.each([
  ['2016-03-14', '15 working days', '2016-04-06'],
  ['2015-12-18', '7 days', '2015-12-25'], // Christmas Day does not move
  ['2016-01-04', '12 weeks', '2016-03-28'], // nor Easter Monday
  ['2015-08-28', '6 months', '2016-02-28'],
  ['2016-02-29', '1 year', '2017-02-28'],
  ['2016-02-29', '72 hours', '2016-03-03'],
  ['2016-02-29', '30 hours', '2016-03-02'],
  ['2016-03-14', '15wd', '2016-04-06'],
] as const)('%s and %s: %s', (from, length, to) => {
  expect(add(from, length)).toBe(to)
})

test('counting the day itself brings a working day clock one working day forward, unless nobody worked that day', () => {
  expect(add('2016-03-14', '15 working days', 'inclusive')).toBe('2016-04-05')
  expect(add('2015-09-05', '45 working days', 'inclusive')).toBe('2015-11-06')
  expect(add('2016-03-14', '1 working day', 'inclusive')).toBe('2016-03-14')
  expect(add('2016-03-14', '6 months', 'inclusive')).toBe('2016-09-14')
})

test('26 weeks beginning with the day end a day earlier', () => {
  const issued = dayNumber(day('2016-01-04'))
  const end = after(issued, beginningWith(inWeeks(26)), { calendar, dayCount: 'exclusive' })!
  expect(dayNumbered(end)).toBe('2016-07-03')
  expect(end - issued).toBe(181)
})

test.each(['', 'soon', '3', '3 fortnights', '-1 days', '1.5 days', '99999 days'])('%j is no length of time', text => {
  expect(readLength(text)).toBeNull()
})

test('a length is said as people say it', () => {
  expect(['1 working day', '6 months', '1 hour'].map(text => lengthWords(readLength(text)!))).toEqual([
    '1 working day',
    '6 months',
    '1 hour',
  ])
  expect(lengthWords(beginningWith(inWeeks(26)))).toBe('26 weeks beginning with the day')
  expect(lengthWords(inHours(72))).toBe('72 hours')
})

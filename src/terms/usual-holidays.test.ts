/** The rules of the usual bank holidays against the published table: they part only where something was proclaimed. */
import { expect, test } from 'vitest'
import { BANK_HOLIDAYS } from './bank-holiday.ts'
import { day } from './day.ts'
import { holidayName, isAtWeekend, usualHolidays } from './usual-holidays.ts'

const published = Object.groupBy(BANK_HOLIDAYS.holidays, on => on.slice(0, 4))

test('the rules give every published year, apart from what was proclaimed for it', () => {
  const apart = Object.entries(published).flatMap(([year, days]) => {
    const usual = usualHolidays(Number(year)).map(({ on }) => on)
    const [more, less] = [days!.filter(on => !usual.includes(on)), usual.filter(on => !days!.includes(on))]
    return more.length + less.length > 0 ? [[...more, 'not', ...less].join(' ')] : []
  })
  expect(apart).toEqual([
    '1999-12-31 not',
    '2002-06-03 2002-06-04 not 2002-05-27',
    '2011-04-29 not',
    '2012-06-04 2012-06-05 not 2012-05-28',
    '2020-05-08 not 2020-05-04',
    '2022-06-02 2022-06-03 2022-09-19 not 2022-05-30',
    '2023-05-08 not',
  ])
})

test('every published day has a name of its own kind', () => {
  expect(BANK_HOLIDAYS.holidays.filter(on => holidayName(on) === 'Bank holiday')).toEqual([])
})

test.each([
  ['2029', '2029-01-01 2029-03-30 2029-04-02 2029-05-07 2029-05-28 2029-08-27 2029-12-25 2029-12-26'],
  ['2032', '2032-01-01 2032-03-26 2032-03-29 2032-05-03 2032-05-31 2032-08-30 2032-12-27 2032-12-28'],
  ['2033', '2033-01-03 2033-04-15 2033-04-18 2033-05-02 2033-05-30 2033-08-29 2033-12-26 2033-12-27'],
])('of %s they are %s', (year, days) => {
  expect(usualHolidays(Number(year)).map(({ on }) => on)).toEqual(days.split(' '))
})

test.each([
  ['2027-04-09', false],
  ['2027-04-10', true],
  ['2027-04-11', true],
  ['2027-04-12', false],
])('%s is at a weekend: %s', (on, is) => expect(isAtWeekend(day(on))).toBe(is))

import { expect, test } from 'vitest'
import { day } from './day.ts'
import { financialYearTo, isWithin, monthOf, monthsBack, monthsEnding, yearEnding } from './period.ts'

test('a rolling year in a leap year has 366 days, both ends counted', () => {
  expect(yearEnding(day('2016-02-29'))).toEqual({ from: '2015-03-01', to: '2016-02-29' })
  expect(yearEnding(day('2016-03-31'))).toEqual({ from: '2015-04-01', to: '2016-03-31' })
})

test('three years to 31 March count their first and last day', () => {
  const window = monthsEnding(day('2016-03-31'), 36)
  const on = ['2013-03-31', '2013-04-01', '2016-03-31', '2016-04-01'].map(day)
  expect(on.map(each => isWithin(window, each))).toEqual([false, true, true, false])
})

test('a financial year begins on 1 April', () => {
  expect(financialYearTo(day('2016-03-31')).from).toBe('2015-04-01')
  expect(financialYearTo(day('2016-04-01')).from).toBe('2016-04-01')
})

test('a month has its last day', () => {
  expect(monthOf('2016-02')).toEqual({ from: '2016-02-01', to: '2016-02-29' })
  expect(() => monthOf('2016-13')).toThrow('not a month: 2016-13')
  expect(() => monthOf('2016-2')).toThrow('not a month')
})

test('the months behind a day are whole ones: its own only when it is the last of it', () => {
  const ends = (asAt: string, count: number) => monthsBack(day(asAt), count).map(({ to }) => to)
  expect(ends('2016-03-31', 3)).toEqual(['2016-01-31', '2016-02-29', '2016-03-31'])
  expect(ends('2016-03-30', 3)).toEqual(['2015-12-31', '2016-01-31', '2016-02-29'])
  expect(ends('2016-12-31', 36)[0]).toBe('2014-01-31')
})

/** Days as databases, Excel and people write them. */
import { expect, test } from 'vitest'
import { day } from '../../terms/day.ts'
import { readDayAndTime } from './extract-day.ts'

const AS_AT = day('2026-10-31')

test.each([
  ['2016-04-01', '2016-04-01', null],
  ['2016-04-01 00:00:00.000', '2016-04-01', null],
  ['2016-04-01T14:30:00', '2016-04-01', '2016-04-01T14:30'],
  ['2016/4/1', '2016-04-01', null],
  ['20160401', '2016-04-01', null],
  ['01/04/2016', '2016-04-01', null],
  ['1.4.2016', '2016-04-01', null],
  ['01-04-16', '2016-04-01', null],
  ['01/04/2016 9:05', '2016-04-01', '2016-04-01T09:05'],
  ['01-Apr-2016', '2016-04-01', null],
  ['1 April 2016', '2016-04-01', null],
  ['Fri 1st April 2016', '2016-04-01', null],
  ['Apr  1 2016 12:00AM', '2016-04-01', null],
  ['Apr  1 2016  2:30PM', '2016-04-01', '2016-04-01T14:30'],
  ['42461', '2016-04-01', null],
  ['42461.604166666664', '2016-04-01', '2016-04-01T14:30'],
  ['42461.99999', '2016-04-02', null],
  ['2016-02-29', '2016-02-29', null],
  // Two figures are never more than a year ahead.
  ['01/04/27', '2027-04-01', null],
  ['01/04/28', '1928-04-01', null],
  // Midnight in London in summer is eleven o'clock the evening before in UTC.
  ['2016-06-30T23:00:00Z', '2016-07-01', null],
  ['2016-12-31T23:00:00Z', '2016-12-31', '2016-12-31T23:00'],
  ['2016-07-01T00:00:00+0100', '2016-07-01', null],
])('%s is %s', (text, on, at) => {
  expect(readDayAndTime(text, AS_AT)).toEqual({ on, at })
})

test.each([
  ['1900-01-01', 'none'],
  ['31/01/1900', 'none'],
  ['1900-01-00', 'none'],
  ['0001-01-01', 'none'],
  ['0000-00-00', 'none'],
  ['1753-01-01 00:00:00', 'none'],
  ['9999-12-31', 'none'],
  ['31/12/2099', 'none'],
  ['31/02/2016', 'no-such-day'],
  ['29/02/2015', 'no-such-day'],
  ['2016-13-01', 'no-such-day'],
  ['45/45/2016', 'no-such-day'],
  ['1 Smarch 2016', 'no-such-day'],
  ['12/13/2016', 'month-first'],
  ['2016-04-01 25:00', 'not-a-date'],
  ['next week', 'not-a-date'],
  ['2016', 'not-a-date'],
  ['123', 'not-a-date'],
])('%s is %s', (text, why) => {
  expect(readDayAndTime(text, AS_AT)).toBe(why)
})

test.each(['1900-02-01', '2098-12-31'])('%s is the first or last day that is one', text => {
  expect(readDayAndTime(text, AS_AT)).toEqual({ on: text, at: null })
})

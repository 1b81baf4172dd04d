import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayInLondon } from './day.ts'
import { dayNumbered } from './day-number.ts'
import { HOUR, londonDay, londonTime, readInstant } from './london-time.ts'

const instant = (text: string) => {
  const read = readInstant(text)
  if ('problem' in read) throw new Error(read.problem)
  return read.instant
}

test('the machine agrees on the time it is in London', () => {
  const London = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' })
  const [from, to] = [Date.UTC(1996, 0, 1) / 60_000, Date.UTC(2040, 0, 1) / 60_000]
  fc.assert(
    fc.property(fc.integer({ min: from, max: to }), minute => {
      const at = minute * 60_000
      expect(londonTime(at).slice(0, 16)).toBe(London.format(new Date(at)).replace(' ', 'T'))
      expect(dayNumbered(londonDay(at))).toBe(dayInLondon(new Date(at)))
    }),
  )
})

test('a local time that comes twice is the later one, and says so', () => {
  expect(readInstant('2016-10-30T01:30')).toEqual({ instant: Date.parse('2016-10-30T01:30Z'), isEither: true })
  expect(readInstant('2016-10-30T01:30 BST')).toEqual({ instant: Date.parse('2016-10-30T00:30Z'), isEither: false })
  expect(readInstant('2016-10-30T01:30+01:00')).toEqual(readInstant('2016-10-30T01:30 BST'))
  expect(readInstant('2016-10-30T00:59')).toMatchObject({ isEither: false })
  expect(readInstant('2016-10-30T02:00')).toMatchObject({ isEither: false })
})

test('a local time that the clocks jumped over is a problem', () => {
  expect(readInstant('2026-03-29T01:30')).toEqual({ problem: expect.stringContaining('did not exist in London') })
  expect(readInstant('2026-03-29T00:59')).toMatchObject({ isEither: false })
  expect(readInstant('2026-03-29T02:00')).toMatchObject({ isEither: false })
})

test.each(['2016-02-30T10:00', '2016-02-01T24:00', '2016-02-01T10:60', '2016-02-01', 'yesterday', ''])(
  '%j is no time',
  text => {
    expect(readInstant(text)).toEqual({ problem: expect.stringContaining('not a date and time') })
  },
)

test('72 hours across the change of clocks are 72 hours', () => {
  expect(londonTime(instant('2015-10-23T20:00') + 72 * HOUR)).toBe('2015-10-26T19:00 GMT')
  expect(londonTime(instant('2016-03-25T15:00') + 72 * HOUR)).toBe('2016-03-28T16:00 BST')
})

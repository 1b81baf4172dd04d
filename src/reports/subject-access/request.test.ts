/** By which day a request for access is answered. */
import { expect, test } from 'vitest'
import { BANK_HOLIDAYS, withHolidays } from '../../terms/bank-holiday.ts'
import { day } from '../../terms/day.ts'
import { workingDays } from '../../terms/working-day.ts'
import { dueOf } from './request.ts'

test.each([
  ['2026-09-03', '2026-10-05', 'the third of October is a Saturday'],
  ['2026-10-22', '2026-11-23', 'a Sunday'],
  ['2026-11-23', '2026-12-23', 'the same date'],
  ['2026-11-25', '2026-12-29', 'Christmas Day, Boxing Day, a Sunday and the day that stands for Boxing Day'],
  ['2026-01-31', '2026-03-02', 'February has no 31st, and its last day is a Saturday'],
  ['2028-12-15', '2029-01-15', 'a year whose holidays nobody has listed yet'],
])('received on %s, it is due on %s: %s', (received, due) => {
  expect(dueOf(day(received))).toBe(due)
})

test('a bank holiday that the council entered since is no day to answer by', () => {
  const calendar = workingDays(withHolidays(BANK_HOLIDAYS, [day('2026-12-23')], 'with one more'))
  expect(dueOf(day('2026-11-23'), calendar)).toBe('2026-12-24')
})

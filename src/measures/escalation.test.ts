/** The ladder at its edges: the last day before each step and the first of it, over weekends and bank holidays. */
import { expect, test } from 'vitest'
import { BANK_HOLIDAYS } from '../terms/bank-holiday.ts'
import { day } from '../terms/day.ts'
import { dayNumber } from '../terms/day-number.ts'
import { workingDays } from '../terms/working-day.ts'
import { escalationOn, isReasonDue, stepWords } from './escalation.ts'

const calendar = workingDays(BANK_HOLIDAYS)
const on = (text: string) => dayNumber(day(text))

/** From Monday 2 November to Friday 27 November 2026, 25 days: three fifths are gone on the 17th. */
const clock = { start: on('2026-11-02'), due: on('2026-11-27'), arrangeBy: on('2026-11-27'), isUrgent: false }
const stepOn = (text: string, given = clock) => escalationOn(given, on(text), calendar).step

test.each([
  ['2026-11-02', 'E0', 'it begins'],
  ['2026-11-16', 'E0', 'the day before three fifths are gone'],
  ['2026-11-17', 'E1', 'three fifths are gone'],
  ['2026-11-27', 'E1', 'the due day itself'],
  ['2026-11-28', 'E2', 'a Saturday, no working day over'],
  ['2026-11-30', 'E2', 'one working day over'],
  ['2026-12-03', 'E2', 'four working days over'],
  ['2026-12-04', 'E3', 'five working days over'],
  ['2026-12-10', 'E3', 'nine working days over'],
  ['2026-12-11', 'E4', 'ten working days over'],
  ['2026-12-24', 'E4', 'nineteen working days over'],
  ['2026-12-28', 'E4', 'the bank holiday for Boxing Day is not the twentieth'],
  ['2026-12-29', 'E5', 'twenty working days over'],
])('on %s it stands at %s: %s', (text, step) => expect(stepOn(text)).toBe(step))

test('a short clock is reminded of two working days before the day to arrange it by', () => {
  const short = { ...clock, start: on('2026-11-23'), due: on('2026-12-31'), arrangeBy: on('2026-11-27') }
  expect(stepOn('2026-11-24', short)).toBe('E0')
  expect(stepOn('2026-11-25', short)).toBe('E1')
})

test('a clock of safety climbs at once: overdue, one and two working days', () => {
  const urgent = { ...clock, isUrgent: true }
  expect(
    ['2026-11-28', '2026-11-30', '2026-12-01', '2026-12-24', '2026-12-29'].map(text => stepOn(text, urgent)),
  ).toEqual(['E2', 'E3', 'E4', 'E4', 'E5'])
  expect(stepWords('E4', true)).toBe('Overdue by 2 working days')
  expect(stepWords('E4', false)).toBe('Overdue by 10 working days')
})

test('a reason is asked for from the first working day over', () => {
  const dueOn = (text: string) => isReasonDue(escalationOn(clock, on(text), calendar))
  expect(['2026-11-27', '2026-11-29', '2026-11-30'].map(dueOn)).toEqual([false, false, true])
})

test('days over are days of the calendar, and working days stand beside them', () =>
  expect(escalationOn(clock, on('2026-12-29'), calendar)).toEqual({ step: 'E5', over: 32, workingOver: 20 }))

test('beyond the last year of the table of holidays it still climbs', () =>
  expect(escalationOn({ ...clock, due: on('2199-01-01') }, on('2199-03-01'), calendar).step).toBe('E5'))

/** Four weeks from a day, and what was due before. */
import { expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { dayNumber } from '../terms/day-number.ts'
import { dueWeeks } from './due-weeks.ts'

const due = (on: string, group = 'North') => ({ due: dayNumber(day(on)), group })

test('a week is seven days from the day; the day before is overdue, and the 29th day is not there', () => {
  const { weeks, groups } = dueWeeks(
    [due('2026-11-21'), due('2026-11-22'), due('2026-11-28'), due('2026-11-29'), due('2026-12-19'), due('2026-12-20')],
    day('2026-11-22'),
  )
  expect(weeks.map(({ from, to }) => `${from} ${to}`)).toEqual([
    '2026-11-22 2026-11-28',
    '2026-11-29 2026-12-05',
    '2026-12-06 2026-12-12',
    '2026-12-13 2026-12-19',
  ])
  expect(groups).toEqual([{ name: 'North', overdue: 1, byWeek: [2, 1, 0, 1] }])
})

test('teams are in the order of their names, each with its own', () =>
  expect(dueWeeks([due('2026-11-23', 'South'), due('2026-11-23', 'East')], day('2026-11-22')).groups).toEqual([
    { name: 'East', overdue: 0, byWeek: [1, 0, 0, 0] },
    { name: 'South', overdue: 0, byWeek: [1, 0, 0, 0] },
  ]))

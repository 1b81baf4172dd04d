/** Periods as they stand beside a figure. */
import { expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { daysWords } from './due-words.ts'
import { periodWords } from './period-words.ts'
import type { PeriodKind } from './window.ts'

test.each([
  ['month', '2026-10-01', '2026-10-31', 'October 2026'],
  ['month', '2026-11-01', '2026-11-22', '1 to 22 November 2026'],
  ['month', '2024-02-01', '2024-02-29', 'February 2024'],
  ['quarter', '2026-08-01', '2026-10-31', 'three months to October 2026'],
  ['rolling-year', '2025-11-01', '2026-10-31', '12 months to October 2026'],
  ['rolling-year', '2025-11-23', '2026-11-22', '12 months to 22 November 2026'],
  ['year-to-date', '2026-04-01', '2026-10-31', 'April to October 2026'],
  ['year-to-date', '2026-04-01', '2026-04-30', 'April 2026'],
  ['three-years', '2023-04-01', '2026-03-31', 'three years to March 2026'],
  ['snapshot', '2026-11-22', '2026-11-22', 'at 22 November 2026'],
] as [PeriodKind, string, string, string][])('%s from %s to %s is %s', (kind, from, to, words) =>
  expect(periodWords({ kind, from: day(from), to: day(to) })).toBe(words),
)

test.each([
  [0, 'today'],
  [1, 'in 1 day'],
  [12, 'in 12 days'],
  [-1, '1 day over'],
  [-9, '9 days over'],
])('%i days off is %s', (days, words) => expect(daysWords(days)).toBe(words))

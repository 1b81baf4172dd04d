import { expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { type Body, type Meeting, meetingsAround, meetingsTooFarApart } from './body.ts'

const board: Body = { bodyId: 1, name: 'Improvement Board', role: '', meetsEveryWeeks: 6, isImprovementBoard: true }
const meeting = (date: string, bodyId = 1): Meeting => ({
  meetingId: Number(date.replaceAll('-', '')),
  bodyId,
  meetsOn: day(date),
  place: '',
})

test('six weeks to the day is in time, a day more is not', () => {
  expect(meetingsTooFarApart(board, [meeting('2026-01-07'), meeting('2026-02-18')])).toEqual([])
  expect(meetingsTooFarApart(board, [meeting('2026-01-07'), meeting('2026-02-19')])).toMatchObject([{ daysOver: 1 }])
})

test('the gap between 14 September and 14 November is 19 days over six weeks', () => {
  expect(meetingsTooFarApart(board, [meeting('2016-11-14'), meeting('2016-09-14')])).toMatchObject([
    { daysOver: 19, meeting: { meetsOn: '2016-11-14' } },
  ])
})

test('a body without a required frequency is never late, and other bodies do not count', () => {
  expect(
    meetingsTooFarApart({ ...board, meetsEveryWeeks: null }, [meeting('2026-01-07'), meeting('2026-12-01')]),
  ).toEqual([])
  expect(meetingsTooFarApart(board, [meeting('2026-01-07'), meeting('2026-12-01', 2)])).toEqual([])
})

test('a meeting on the day itself is the next one', () => {
  const around = meetingsAround(1, [meeting('2026-01-07'), meeting('2026-02-18')], day('2026-02-18'))
  expect([around.last?.meetsOn, around.next?.meetsOn]).toEqual(['2026-01-07', '2026-02-18'])
  expect(meetingsAround(1, [], day('2026-02-18'))).toEqual({ last: null, next: null })
})

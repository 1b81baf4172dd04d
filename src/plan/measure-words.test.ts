import { describe, expect, test } from 'vitest'
import { isCountable, isDirectionAlone, namesOnlyAMeeting } from './measure-words.ts'
import { planOfSketch } from './plan-sketch.ts'

describe('what can be counted', () => {
  test.each([
    'Reduction in disrupted placements',
    'All children have an allocated social worker',
    'Reviewed at least every six months',
    'Case audits/Senior Management sampling',
    'Workforce profile shows an increased number of permanent social workers',
    'Out-of-hours visits made when they were needed',
    '% of families stepped down',
  ])('%s', measure => expect(isCountable(measure)).toBe(true))

  test.each([
    'Children receive a better service and their outcomes are improved',
    'Improved recruitment strategy embedded',
    'Training targeted and delivered to key groups',
    'More consistent oversight of privately fostered children',
    'A range of accommodation is available for young people',
  ])('not: %s', measure => expect(isCountable(measure)).toBe(false))
})

test.each([
  ['Updates from data and weekly performance meetings', true],
  ['Progress reported to the Improvement Board', true],
  ['Attendance at strategy meetings', false],
  ['Core group meetings held on time', false],
  ['80% of meetings quorate', false],
  ['Reviews show that plans are effective', false],
])('%s: only a meeting is %s', (measure, is) => expect(namesOnlyAMeeting(measure)).toBe(is))

test.each([
  ['Reduction in children entering care', true],
  ['Fewer second plans within 12 months', true],
  ['Reduction in children requiring intervention at level 3', true],
  ['Children entering care fall from 118 to 95', false],
  ['Good take-up', false],
])('%s: a direction alone is %s', (measureText, is) => {
  const [action] = planOfSketch({ actions: [{ measureText }] }).plan.themes[0]!.actions
  expect(isDirectionAlone(action!)).toBe(is)
})

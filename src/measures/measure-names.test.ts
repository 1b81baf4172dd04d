/** Names by which measures are asked for. */
import { expect, test } from 'vitest'
import { MEASURES } from './catalogue.ts'
import { measureCalled, nearMeasureNames } from './measure-names.ts'

test.each([
  ['assessments-45wd', 'assessments-45wd'],
  [' Assessments-45WD ', 'assessments-45wd'],
  ['cpp-long-duration/2y-ceased', 'cpp-long-duration/2y-ceased'],
  ['cpp-long-duration/2y-current', 'cpp-long-duration'],
  ['contacts-to-mash', 'contacts-received/to-mash'],
  ['contacts-received/contacts-to-mash', 'contacts-received/to-mash'],
  ['cla-rate-10k', 'population-rate-10k/cla-rate'],
  ['population-rate-10k/cla-rate-10k', 'population-rate-10k/cla-rate'],
  ['referrals-rate-10k', 'activity-rate-10k'],
])('%s is %s', (name, id) => {
  expect(measureCalled(name)?.id).toBe(id)
})

test.each(['', '/', 'cla-rate-10k/cla-rate', 'activity-rate-10k/cla-rate-10k', 'constructor'])('%j is none', name => {
  expect(measureCalled(name)).toBeUndefined()
})

test.each([
  'child-participation/cp-conference',
  'rhi-72h/per-child',
  'iha-20wd/28-days',
  'caseload-mean/above-cap',
  'care-leaver-accommodation-risk/evictions',
  'missing-children/repeat',
  'sw-agency-rate/permanent-share',
  'rha-up-to-date/oc2',
  'permanence-by-second-review/oversight-6m',
])('the variant %s is there', name => {
  expect(measureCalled(name)?.id).toBe(name)
})

test('near names: by letters, and by the words in them', () => {
  expect(nearMeasureNames('assessments-45')[0]).toBe('assessments-45wd')
  expect(nearMeasureNames('cpp-reviews')[0]).toBe('cpp-reviewed-in-timescale')
  expect(nearMeasureNames('icpc')).toContain('icpc-15wd')
  expect(nearMeasureNames('zzzzzzzzzzzzzzzzzzzz')).toEqual([])
  expect(nearMeasureNames('')).toEqual([])
})

test('no other name hides a measure', () => {
  for (const { id } of MEASURES) expect(measureCalled(id)!.id).toBe(id)
})

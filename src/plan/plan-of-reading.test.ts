import { expect, test } from 'vitest'
import { periodInTitle, shortNameInPlan, shortNameInTitle } from './plan-of-reading.ts'
import { planOfSketch } from './plan-sketch.ts'

test.each([
  ['Improvement Plan 2016/17', '2016-04-01', '2017-03-31'],
  ['Service Improvement Action Plan 2015-16', '2015-04-01', '2016-03-31'],
  ['Refreshed Improvement Plan 2016-2018', '2016-01-01', '2018-12-31'],
  ['Plan 2016 – 18', '2016-01-01', '2018-12-31'],
])('%s runs from %s to %s', (title, startsOn, endsOn) => expect(periodInTitle(title)).toEqual({ startsOn, endsOn }))

test.each(['Improvement plan', 'Improvement plan 2016', 'Plan of 22-09-2016', 'Plan 2016-15'])(
  '%s names no period',
  title => expect(periodInTitle(title)).toBeNull(),
)

test.each([
  ['Improvement Notice', 'DfE Notice'],
  ['Aldermere: Improvement notice of 3 March', 'DfE Notice'],
  ['Inspection of services for children', 'Ofsted'],
  ['Serious Case Review: Child A', 'SCR'],
  ['LGA Peer Review', 'LGA PR'],
  ['Report to Cabinet', null],
])('%s is called %s', (title, name) => expect(shortNameInTitle(title)).toBe(name))

test('a source whose title does not say is called as the plan calls what fits it', () => {
  const { plan } = planOfSketch({ actions: [{ cites: ['SIF B10', 'SIF B2', 'Ofsted 40'] }] })
  expect(shortNameInPlan(plan, [{ ref: 'B10' }, { ref: 'B2' }, { ref: '40' }])).toBe('SIF')
  expect(shortNameInPlan(plan, [{ ref: '9.9' }])).toBeNull()
})

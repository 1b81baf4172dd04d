import { expect, test } from 'vitest'
import { containment, readWording, sharedWords, similarity, stem, weighWords } from './wording.ts'

const even = () => 1

test.each([
  ['recorded', 'records'],
  ['escalated', 'escalation'],
  ['supervision', 'supervisors'],
  ['referrers', 'referral'],
  ['assessments', 'assessed'],
  ['timely', 'time'],
  ['policies', 'policy'],
  ['planning', 'plans'],
  ['improvement', 'improved'],
])('%s and %s are one word', (one, other) => expect(stem(one)).toBe(stem(other)))

test.each([
  ['plans', 'placement'],
  ['reviews', 'referral'],
  ['care', 'case'],
])('%s and %s are two', (one, other) => expect(stem(one)).not.toBe(stem(other)))

test.each([
  ['DV screening', 'domestic violence screened'],
  ['DVA screening', 'domestic abuse screening'],
  ['CP plans', 'child protection plan'],
  ['ICPCs', 'child’s protection conference'],
  ['children are seen', 'see each child'],
  ['time bound', 'timescales'],
])('"%s" reads as "%s"', (one, other) => {
  expect(similarity(readWording(one), readWording(other), even)).toBeCloseTo(1)
})

test('small words, figures and fillers say nothing', () => {
  expect([...readWording('and, as needed, within 20 of the').keys()]).toEqual([])
})

test('a word that few texts have weighs more than one that all have', () => {
  const texts = ['see the child', 'assess the child', 'protect the child'].map(readWording)
  const weights = weighWords(texts)
  expect(weights('protect')).toBeGreaterThan(weights('child'))
  expect(weights('unheard')).toBeGreaterThan(weights('protect'))
})

test('what is shared is named in the words of the first text, the most telling first', () => {
  const [one, other] = [readWording('Children’s plans are escalated'), readWording('escalation of the plan of a child')]
  const weights = (root: string) => (root === stem('escalated') ? 2 : 1)
  expect(sharedWords(one!, other!, weights)[0]).toBe('escalated')
  expect(containment(one!, other!, weights)).toBe(1)
})

test('texts without words are like nothing, not even each other', () => {
  expect(similarity(readWording(''), readWording(''), even)).toBe(0)
  expect(containment(readWording('20'), readWording('20'), even)).toBe(0)
})

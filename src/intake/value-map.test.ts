/** How the words of a case management system become codes. */
import { expect, test } from 'vitest'
import { readValues, valueList } from './value-map.ts'

const REASONS = valueList(
  'reason',
  {
    S: 'Started to be looked after',
    P: 'Change of placement',
    E45: 'Order to a relative',
    '10': 'Unknown',
    K2: 'Home',
  },
  { 'placement changed': 'P', OLD: 'P', 'not known yet': null },
)
const read = readValues(REASONS, 'clae_reason', {})

test.each([
  ['S', 'S'],
  ['s', 'S'],
  ['10.0', '10'],
  ['S - Started to be looked after', 'S'],
  ['S – anything after a dash', 'S'],
  ['S: Started', 'S'],
  ['S Started to be looked after', 'S'],
  ['E45 Special guardianship', 'E45'],
  ['started  to be LOOKED after.', 'S'],
  ['Placement changed', 'P'],
  ['OLD', 'P'],
  ['not known yet', null],
])('%s is %s', (text, code) => expect(read(text)).toBe(code))

test.each([
  'S or P',
  'Started',
  'P Started to be looked after',
  'E46 - Something',
  'K2a',
  'Home - from home',
  'Placement-changed-ish',
  '',
])('%s is not guessed', text => expect(read(text)).toBe(undefined))

test('a column’s own words win over those of the list, and both over the standard', () => {
  const own = readValues(REASONS, 'clae_reason', { reason: { S: 'P', Local: 'S' }, clae_reason: { local: null } })
  expect([own('S'), own('LOCAL'), own('10')]).toEqual(['P', null, '10'])
})

test('several at once are the code for several only where each is known and they differ', () => {
  const abuse = readValues(valueList('abuse', { NEG: 'Neglect', EMO: 'Emotional abuse', MUL: 'Multiple' }, {}, 'MUL'), 'x', {}) // prettier-ignore
  expect(abuse('Neglect, Emotional abuse')).toBe('MUL')
  expect(abuse('NEG/EMO')).toBe('MUL')
  expect(abuse('Neglect and emotional abuse')).toBe('MUL')
  expect(abuse('Neglect, Neglect')).toBe(undefined)
  expect(abuse('Neglect, Harm')).toBe(undefined)
})

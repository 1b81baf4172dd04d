/** How the words of a case management system become codes. */
import { expect, test } from 'vitest'
import { ACTIVITIES } from './sources/ssd/care-leavers.ts'
import { CEASED } from './sources/ssd/cla-episodes.ts'
import { STATUSES } from './sources/ssd/legal-status.ts'
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

test.each([
  [
    STATUSES,
    'Accommodated under an agreed series of short-term breaks, when agreements are recorded (NOT individual episodes of care)',
    'V4',
  ],
  [STATUSES, 'Single period of accommodation under section 20 (Children Act 1989)', 'V2'],
  [
    CEASED,
    'Returned home to live with parent(s), relative(s), or other person with parental responsibility as part of the care planning process (not under a special guardianship order or residence order or (from 22 April 2014) a child arrangement order)',
    'E4A',
  ],
  [
    CEASED,
    'Special guardianship order made to carer(s), other than former foster carer(s) and relative(s) or friend(s)',
    'E48',
  ],
  [ACTIVITIES, 'Young person engaged part time in higher education (i.e. studies beyond A level)', 'P1'],
  [ACTIVITIES, 'Young person not in education, employment or training: other circumstances', 'G5'],
] as const)('%o: "%s", as the return words it, is %s', (list, words, code) => {
  expect(readValues(list as typeof CEASED, 'x', {})(words)).toBe(code)
})

/** Figures are read as people write them, and names as councils are called. */
import { describe, expect, test } from 'vitest'
import { authoritiesIn } from './comparison-words.ts'
import { figureField, figureIn } from './figure-field.ts'
import { settingInWords, settingsAsked, settingsOn, valueBefore } from './measure-settings.ts'
import { measureNamed } from './catalogue.ts'
import type { SettingSaid, SettingValue } from './setting-store.ts'
import { day } from '../terms/day.ts'

test.each([
  ['87.5', 87.5],
  ['87.5%', 87.5],
  [' 87.5 % ', 87.5],
  ['1,204', 1204],
  ['1,234,567.89', 1_234_567.89],
  ['-3', -3],
  ['−3', -3],
  ['0', 0],
  ['12,04', null],
  ['1 204', null],
  ['.5', null],
  ['1e3', null],
  ['0x10', null],
  ['Infinity', null],
  ['1234567890123', null],
  ['n/a', null],
  ['', null],
])('%j is %j', (typed, value) => {
  expect(figureIn(typed)).toBe(value)
})

test.each([
  [{}, '', { value: null }],
  [{ missing: 'Enter the target' }, ' ', { problem: 'Enter the target' }],
  [{ least: 0 }, '-1', { problem: 'Enter a number of 0 or more' }],
  [{ least: 0, most: 366 }, '367', { problem: 'Enter a number from 0 to 366' }],
  [{ whole: true }, '2.5', { problem: 'Enter a whole number: "2.5" is not one' }],
])('a field %j given %j answers %j', (asked, typed, answer) => {
  expect(figureField(asked).read({ texts: [typed], files: [] })).toEqual(answer)
})

describe('names of authorities', () => {
  test.each([
    ['Bristol', '801'],
    ['City of Bristol', '801'],
    ['Bristol, City of', '801'],
    ['st helens', '342'],
    ['Kingston Upon Hull City Council', '810'],
    ['Herefordshire', '884'],
    ['E09000007', '202'],
    ['202', '202'],
    ['Bournemouth, Christchurch & Poole', '839'],
  ])('%s is %s', (typed, id) => {
    expect(authoritiesIn(typed)).toMatchObject({ areas: [{ id }], problems: [] })
  })
  test('one named twice stands once, and each that is none is said', () => {
    const { areas, problems } = authoritiesIn('Leeds\nLeeds City Council\n\nLeedz\nAldermere')
    expect(areas.map(({ name }) => name)).toEqual(['Leeds'])
    expect(problems).toEqual([
      '“Leedz” is no authority of the published statistics: did you mean Leeds?',
      expect.stringContaining('“Aldermere” is no authority'),
    ])
  })
})

describe('settings', () => {
  let settingId = 0
  const said = (name: string, value: SettingValue, from: string): SettingSaid => ({
    settingId: ++settingId,
    measure: 'assessments-45wd',
    name,
    value,
    from: day(from),
    why: '',
    approver: '',
    said: day(from),
    saidBy: '',
  })
  const history = [
    said('fromStart', 1, '2026-04-01'),
    said('fromStart', null, '2026-06-01'),
    said('fromStart', 1, '2026-05-01'),
  ]
  test.each([
    ['2026-03-31', undefined],
    ['2026-04-01', 1],
    ['2026-05-31', 1],
    ['2026-06-01', null],
  ])('on %s it is %j: by its day, then by what was said last', (on, value) => {
    expect(settingsOn(history, on).get('fromStart')?.value).toBe(value)
  })
  test('what was before a change is what stood on its day without it', () => {
    expect(history.map(change => valueBefore(history, change))).toEqual([null, 1, 1])
  })
  test('a measure asks for its clock’s settings and its own, yes or no where it is that', () => {
    const asked = settingsAsked(measureNamed('assessments-45wd')!)
    expect(asked.map(({ name }) => name)).toEqual(['dayCount', 'test', 'chain', 'fromStart'])
    expect(settingInWords(asked[3], 1)).toBe('Yes')
    expect(asked[3]!.words).toMatch(/^Count from the start/)
    expect(settingsAsked(null)).toEqual([])
  })
})

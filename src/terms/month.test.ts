import { expect, test } from 'vitest'
import { mendDateWords, monthNamed, yearNamed } from './month.ts'

test.each([
  ['January', 1],
  ['sept', 9],
  ['Sep.', 9],
  ['DEC', 12],
  ['Mayday', null],
  ['', null],
])('%s is month %s', (word, month) => {
  expect(monthNamed(word)).toBe(month)
})

test('two digits are a year of this century, four are what they say', () => {
  expect(yearNamed('17')).toBe(2017)
  expect(yearNamed('00')).toBe(2000)
  expect(yearNamed('1999')).toBe(1999)
})

test.each([
  ['Marc h 2016', 'March 2016'],
  ['Dec emb er 15', 'December 15'],
  ['On- goin g', 'ongoing'],
  ['On- going', 'ongoing'],
  ['on‑going', 'ongoing'],
  ['March 2016', 'March 2016'],
  ['a pr 2016', 'a pr 2016'],
  ['ma y', 'ma y'.replace(' ', '')],
])('%s is read as %s', (printed, read) => {
  expect(mendDateWords(printed)).toBe(read)
})

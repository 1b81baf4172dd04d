import { expect, test } from 'vitest'
import { paragraph, table } from './made-document.ts'
import { colourName } from './rating-colour.ts'
import { keyOf, ratingWords, readRating } from './rating-key.ts'

const said = (key: ReturnType<typeof keyOf>) =>
  key && { delivery: Object.fromEntries(key.delivery), impact: Object.fromEntries(key.impact) }

test('a key with a column for delivery and one for impact', () => {
  const key = keyOf(
    table(
      'RAG | Action | Impact \n #00B050 | Completed | Progress made \n #FFFF00 | On task | Progress starting \n #FF0000 | Not started | No impact',
    ),
  )
  expect(said(key)).toEqual({
    delivery: { Green: 'Completed', Yellow: 'On task', Red: 'Not started' },
    impact: { Green: 'Progress made', Yellow: 'Progress starting', Red: 'No impact' },
  })
})

test.each([
  ['colours named', 'Blue | Complete and embedded \n Green | Complete \n Red | Late'],
  ['the words themselves coloured', 'Complete and embedded #0070C0 \n Complete #00B050 \n Late #FF0000'],
])('a key of two columns or one, %s, holds for both ratings', (_, picture) => {
  const meanings = { Blue: 'Complete and embedded', Green: 'Complete', Red: 'Late' }
  expect(said(keyOf(table(picture)))).toEqual({ delivery: meanings, impact: meanings })
})

test.each([
  ['each word in its colour', 'Key: | Complete #0070C0 | On track #00B050 | At risk #FF0000'],
  ['a colour before each', 'Key | #0070C0 | Complete | #00B050 | On track | #FF0000 | At risk'],
  ['letters before each', 'RAG | B | Complete | G | On track | R | At risk'],
])('a key in one row, %s', (_, picture) => {
  expect(said(keyOf(table(picture)))?.delivery).toEqual({ Blue: 'Complete', Green: 'On track', Red: 'At risk' })
})

test('a row of a plan with two ratings is no key, nor is a row of coloured headings', () => {
  expect(keyOf(table('1.1 | Train | PSW | Done #00B050 | None #FF0000'))).toBeNull()
  expect(keyOf(table('Action #00B050 | Lead #FF0000'))).toBeNull()
})

test('a sentence that explains the colours', () => {
  expect(said(keyOf(paragraph('RAG: Green = on track; Amber = some delay; Red = off track')))?.delivery).toEqual({
    Green: 'on track',
    Amber: 'some delay',
    Red: 'off track',
  })
  expect(keyOf(paragraph('The Green Paper was published in amber covers'))).toBeNull()
})

test('a small plan is not a key, though its ratings are coloured', () => {
  expect(keyOf(table('Action | Lead | RAG \n Train | PSW | #00B050 \n Audit | QA | #FF0000'))).toBeNull()
})

test.each([
  ['00B050', 'Green'],
  ['92D050', 'Green'],
  ['FFC000', 'Amber'],
  ['ED7D31', 'Amber'],
  ['FFFF00', 'Yellow'],
  ['FF0000', 'Red'],
  ['C00000', 'Red'],
  ['0070C0', 'Blue'],
  ['7030A0', 'Purple'],
  ['FFFFFF', null],
  ['D9D9D9', null], // the grey of a shaded heading
  ['000000', null],
])('%s is %s', (hex, name) => {
  expect(colourName(hex)).toBe(name)
})

test('a rating in words, in colour, in both, in neither', () => {
  const key = keyOf(table('Green | Done \n Red | Late'))
  const read = (words: string, fill: string | null) => ratingWords(readRating(words, fill, 'delivery', key))
  expect(read('', '00B050')).toBe('Done')
  expect(read('G', null)).toBe('Done')
  expect(read('Nearly there', 'FF0000')).toBe('Nearly there') // its words before its colour
  expect(read('Green Yellow', null)).toBe('Green Yellow')
  expect(read('', 'FFC000')).toBe('Amber') // the key does not explain it
  expect(read(' ', 'FFFFFF')).toBeNull()
})

import { expect, test } from 'vitest'
import { counted, countInWords, timesInWords } from './count-words.ts'

test.each([
  [0, 'none'],
  [1, 'one'],
  [10, 'ten'],
  [11, '11'],
  [2.5, '2.5'],
])('%d is written %s', (count, words) => expect(countInWords(count)).toBe(words))

test('what is counted stands in its plural, and what happened twice happened twice', () => {
  expect([counted(1, 'reply', 'replies'), counted(4, 'reply', 'replies'), counted(12, 'action')]).toEqual([
    'one reply',
    'four replies',
    '12 actions',
  ])
  expect([1, 2, 3, 11].map(timesInWords)).toEqual(['once', 'twice', 'three times', '11 times'])
})

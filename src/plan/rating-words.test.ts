import { expect, test } from 'vitest'
import { deliveryOf, impactOf } from './rating-words.ts'

const read = (text: string, meaning: string | null = null) => ({ text, colour: null, meaning })

test.each([
  ['Action completed', 'completed'],
  ['Complete', 'completed'],
  ['Incomplete', null],
  ['On track', 'on-task'],
  ['In progress', 'on-task'],
  ['Delayed or stalled', 'delayed'],
  ['Not started', 'not-started'],
  ['On hold', 'on-hold'],
  ['Green', null],
] as const)('%s is delivery %s', (words, rating) => expect(deliveryOf(read(words))).toBe(rating))

test.each([
  ['Progress made', 'made'],
  ['Progress starting', 'starting'],
  ['No impact', 'none'],
  ['Some impact seen', 'starting'],
  ['Yellow', null],
] as const)('%s is impact %s', (words, rating) => expect(impactOf(read(words))).toBe(rating))

test('a colour counts by the meaning that the document’s own key gives it', () => {
  expect(deliveryOf(read('Green', 'Action completed'))).toBe('completed')
  expect(deliveryOf(null)).toBeNull()
})

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
  ['Green: completed', 'completed'],
  ['Not complete', null],
  ['Not yet completed', null],
  ['To be completed', null],
  ['Partially complete', null],
  ['75% complete and rising', null],
  ['Complete by March', null],
  ['Not on track', null],
  ['Not delayed', null],
  ['No delay', null],
  ['Completed.', 'completed'],
  ['ON TRACK', 'on-task'],
] as const)('%s is delivery %s', (words, rating) => expect(deliveryOf(read(words))).toBe(rating))

test.each([
  ['Progress made', 'made'],
  ['Progress starting', 'starting'],
  ['No impact', 'none'],
  ['Some impact seen', 'starting'],
  ['Yellow', null],
  ['No progress made', 'none'],
  ['Progress not made', null],
  ['Progress made in two teams of six', null],
] as const)('%s is impact %s', (words, rating) => expect(impactOf(read(words))).toBe(rating))

test('the meaning that the key gives comes before the cell’s own words', () => {
  expect(deliveryOf(read('Completed', 'Not started'))).toBe('not-started')
  expect(impactOf(read('', 'No progress made yet'))).toBeNull()
})

test('a colour counts by the meaning that the document’s own key gives it', () => {
  expect(deliveryOf(read('Green', 'Action completed'))).toBe('completed')
  expect(deliveryOf(null)).toBeNull()
})

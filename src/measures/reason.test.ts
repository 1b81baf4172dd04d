/** Reasons that say nothing by themselves need a note. */
import { expect, test } from 'vitest'
import { isReason, noteMissing, REASON, type Reason } from './reason.ts'

test('a delay that was agreed says who agreed it, and another reason says which', () => {
  const needing = (Object.keys(REASON) as Reason[]).filter(reason => noteMissing(reason, ' ') !== null)
  expect(needing).toEqual(['agreed', 'other'])
  expect(noteMissing('agreed', 'Hugh Innes, 3 November')).toBeNull()
})

test('only the words of the list are reasons', () =>
  expect(['family', 'constructor', '', 'Family'].map(isReason)).toEqual([true, false, false, false]))

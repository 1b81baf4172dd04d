/** Rows by what stands in them. */
import { expect, test } from 'vitest'
import { rowsBy, rowsOf, rowWithId } from './records.ts'

const rows = [
  { id: 'a', personId: 'P1', teamId: null },
  { id: 'b', personId: 'P2', teamId: 'T' },
  { id: 'c', personId: 'P1', teamId: 'T' },
] as const

test('rows are found by any field, in the order of the file; a blank is no value', () => {
  expect(rowsOf(rows, 'P1').map(({ id }) => id)).toEqual(['a', 'c'])
  expect(rowsOf(rows, 'P9')).toEqual([])
  expect([...rowsBy(rows, 'teamId').keys()]).toEqual(['T'])
  expect(rowWithId(rows, 'b')).toBe(rows[1])
  expect(rowWithId(rows, null)).toBe(undefined)
})

test('an index is worked out once', () => {
  expect(rowsBy(rows, 'personId')).toBe(rowsBy(rows, 'personId'))
})

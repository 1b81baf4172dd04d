import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readSsd } from '../intake/read-ssd.ts'
import { day } from '../terms/day.ts'
import { inventAuthority, makeAuthority } from './make-authority.ts'

const AS_AT = day('2026-11-15')
const small = makeAuthority({ children: 60, seed: 'small', asAt: AS_AT })
const reading = await readSsd(small, AS_AT)
const { records } = reading

const hashOf = (files: typeof small) =>
  files.map(({ name, bytes }) => `${name} ${createHash('sha256').update(bytes).digest('hex')}`)

test('what is made is read without a problem, and no value has to be mapped', () => {
  expect(reading.problems).toEqual([])
  expect(reading.unmapped).toEqual([])
  expect(reading.notices).toEqual([])
  expect([reading.missingTables, reading.missingColumns, reading.extraColumns]).toEqual([[], [], []])
})

test('the same seed makes the same authority, another seed another one', () => {
  const again = makeAuthority({ children: 60, seed: 'small', asAt: AS_AT })
  const other = makeAuthority({ children: 60, seed: 'other', asAt: AS_AT })
  expect(hashOf(again)).toEqual(hashOf(small))
  expect(hashOf(other)).not.toEqual(hashOf(small))
})

test('about as many children are open on the last day as were asked for', () => {
  const open = new Set(records.referrals.filter(({ closedOn }) => closedOn === null).map(({ personId }) => personId))
  expect(open.size).toBeGreaterThan(60 * 0.6)
  expect(open.size).toBeLessThan(60 * 1.4)
})

test('each known fault is found at the row and column where it was put', async () => {
  const { files, faults } = inventAuthority({ children: 60, seed: 'small', asAt: AS_AT, faults: true })
  const found = (await readSsd(files, AS_AT)).problems.map(({ file, row, column }) => `${file} ${row} ${column}`)
  expect(Object.keys(Object.groupBy(faults, ({ kind }) => kind))).toHaveLength(9)
  for (const { file, row, column } of faults) expect(found).toContain(`${file} ${row} ${column}`)
})

import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findSealingKey, findSecrets, keepSecrets } from './secrets.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'secrets-'))))
afterEach(() => rmSync(folder, { recursive: true }))

test('passwords are made once, differ, and are for their owner’s eyes alone', () => {
  const made = findSecrets(folder)
  expect(findSecrets(folder)).toEqual(made)
  expect(new Set([made.admin, made.owner, made.service]).size).toBe(3)
  expect(made.demo).toMatch(/^[a-z]+(-[a-z]+){3}$/)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['secrets.json'])
})

test('one that was chosen takes the place of the one that was made', () => {
  keepSecrets(folder, { ...findSecrets(folder), demo: 'chosen-by-hand' })
  expect(findSecrets(folder).demo).toBe('chosen-by-hand')
})

test('the key that secrets are sealed with is made once, in a file of its own, for its owner’s eyes alone', () => {
  const key = findSealingKey(folder)
  expect([key.length, findSealingKey(folder).equals(key)]).toEqual([32, true])
  expect(statSync(join(folder, 'secrets-key')).mode & 0o777).toBe(0o600)
  writeFileSync(join(folder, 'secrets-key'), 'not a key')
  expect(() => findSealingKey(folder)).toThrow('Put back the one there was')
})

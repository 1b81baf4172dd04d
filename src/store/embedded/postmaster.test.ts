import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clearStale, findPostmaster } from './postmaster.ts'

let cluster: string
beforeEach(() => (cluster = mkdtempSync(join(tmpdir(), 'cluster-'))))
afterEach(() => rmSync(cluster, { recursive: true }))

test.each([
  ['no file', null],
  ['a file that is not written yet', ''],
  ['a number that is nobody', '0\n'],
  ['a single-user server', '-1\n'],
  ['a number that another program carries now', `${process.pid}\n/data\n0\n5432\n/data\n\n0\nready\n`],
  ['something else', 'hello\n'],
])('%s is no server, and is cleared away', (_, text) => {
  const file = join(cluster, 'postmaster.pid')
  if (text !== null) writeFileSync(file, text)
  expect(findPostmaster(cluster)).toBeNull()
  clearStale(cluster, cluster)
  expect(() => writeFileSync(file, '', { flag: 'wx' })).not.toThrow()
})

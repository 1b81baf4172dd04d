import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canReach } from './os-user.ts'

const stranger = { uid: 4_000_000, gid: 4_000_000, name: 'stranger' }

test.skipIf(!canReach(tmpdir(), stranger)).each([
  [0o755, true],
  [0o711, true], // passing through needs no reading
  [0o744, false],
  [0o700, false],
])('a folder of mode %o lets a stranger through: %s', (mode, may) => {
  const folder = mkdtempSync(join(tmpdir(), 'reach-'))
  mkdirSync(join(folder, 'below'))
  chmodSync(folder, mode)
  expect(canReach(join(folder, 'below'), stranger)).toBe(may)
  expect(canReach(join(folder, 'not', 'there', 'yet'), stranger)).toBe(may)
  rmSync(folder, { recursive: true })
})

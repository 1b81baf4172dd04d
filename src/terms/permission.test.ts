/** What each role may do. */
import { expect, test } from 'vitest'
import { may, type Permission, PERMISSION, type Person, ROLE, type Role } from './permission.ts'

const someone = (role: Role | null): Person => ({
  authorityId: 1,
  personId: 1,
  name: 'Ben Carter',
  postId: 1,
  postTitle: 'A post',
  role,
})
const allowed = (role: Role | null) => (Object.keys(PERMISSION) as Permission[]).filter(one => may(someone(role), one))

test('a programme manager may do everything with the plan', () => {
  expect(allowed('programme-manager')).toEqual(Object.keys(PERMISSION))
})

test.each(['board-chair', 'board-member'] as const)('a %s reads and changes nothing', role => {
  expect(allowed(role)).toEqual(['be-signed-in', 'read-plan'])
})

test('someone between posts sees only their own account', () => {
  expect(allowed(null)).toEqual(['be-signed-in'])
})

test('every role reads the plan', () => {
  for (const role of Object.keys(ROLE) as Role[]) expect(may(someone(role), 'read-plan'), role).toBe(true)
})

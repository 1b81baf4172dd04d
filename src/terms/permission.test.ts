/** What each role may do, and how far it reaches. */
import { expect, test } from 'vitest'
import {
  may,
  permissionsOf,
  type Permission,
  PERMISSION,
  type Person,
  ROLE,
  type Role,
  rolesThatMay,
} from './permission.ts'

const someone = (role: Role | null): Person => ({
  authorityId: 1,
  personId: 1,
  name: 'Ben Carter',
  postId: 1,
  postTitle: 'A post',
  role,
})
const ROLES = Object.keys(ROLE) as Role[]
const PERMISSIONS = Object.keys(PERMISSION) as Permission[]
const allowed = (role: Role | null) => PERMISSIONS.filter(one => may(someone(role), one))

test('a programme manager may do everything with the plan and its packs, and sees no child', () => {
  expect(allowed('programme-manager')).toEqual(
    expect.arrayContaining(['read-plan', 'update-own-actions', 'edit-plan', 'load-plan', 'make-pack', 'manage-people']),
  )
  expect(may(someone('programme-manager'), 'see-children')).toBe(false)
})

test.each([
  'board-chair',
  'board-member',
  'elected-member',
  'dfe-adviser',
  'shadow-board-member',
  'young-people-representative',
] as const)('a %s reads the plan and figures without small numbers, and changes nothing', role => {
  expect(allowed(role)).toEqual(['be-signed-in', 'read-plan', 'see-public-figures'])
})

test('a partner adds to the actions it leads and no more', () => {
  expect(allowed('partner-lead')).toEqual(['be-signed-in', 'read-plan', 'update-own-actions', 'see-public-figures'])
})

test('an inspector reads everything and changes nothing', () => {
  expect(allowed('inspector')).toEqual([
    'be-signed-in',
    'read-plan',
    'see-public-figures',
    'see-figures',
    'see-children',
  ])
})

test('someone between posts sees only their own account', () => {
  expect(allowed(null)).toEqual(['be-signed-in'])
})

test('every role reads the plan', () => {
  for (const role of ROLES) expect(may(someone(role), 'read-plan'), role).toBe(true)
})

test('who sees a small number sees the figure it stands in, and who sees children sees small numbers', () => {
  for (const role of rolesThatMay('see-figures')) expect(permissionsOf(role)).toContain('see-public-figures')
  for (const role of rolesThatMay('see-children')) expect(permissionsOf(role)).toContain('see-figures')
  for (const role of rolesThatMay('give-reasons')) expect(permissionsOf(role)).toContain('see-children')
})

test('a role that sees children reaches some, and one that sees none reaches none', () => {
  const reaches = ['authority', 'service', 'team', 'own-children']
  for (const role of rolesThatMay('see-children')) expect(reaches, role).toContain(ROLE[role].scope)
  for (const role of ROLES.filter(role => reaches.includes(ROLE[role].scope)))
    expect(
      allowed(role).some(one => ['see-children', 'see-why-children'].includes(one)),
      role,
    ).toBe(true)
})

test('who takes an extract of every child, or answers for what is held of anybody, reaches every child', () => {
  for (const permission of ['take-extract', 'answer-access-requests'] as const)
    for (const role of rolesThatMay(permission)) expect([role, ROLE[role].scope]).toEqual([role, 'authority'])
})

test('every permission is somebody’s, and each is a sentence of its own', () => {
  for (const permission of PERMISSIONS.filter(one => one !== 'be-signed-in'))
    expect(rolesThatMay(permission).length, permission).toBeGreaterThan(0)
  expect(new Set(Object.values(PERMISSION)).size).toBe(PERMISSIONS.length)
})

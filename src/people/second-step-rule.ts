/** Whose password alone is not enough: who sees children, or may let themselves. */
import { type Permission, permissionsOf, type Role } from '../terms/permission.ts'

/** Seeing children, who looked at them, or deciding who may. */
const GUARDED: readonly Permission[] = [
  'see-children',
  'see-why-children',
  'load-children',
  'manage-people',
  'read-record',
  'administer',
]

export const needsSecondStep = (role: Role | null): boolean =>
  role !== null && permissionsOf(role).some(permission => GUARDED.includes(permission))

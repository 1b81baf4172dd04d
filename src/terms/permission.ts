/**
 * What people may do here, each with a sentence a manager understands, and the roles that may do it. A post carries a role;
 * its holder may do what the role allows. The list of roles grows with the product; so far it covers the plan, its packs, and the people themselves.
 */

export const PERMISSION = {
  'be-signed-in': 'See their own account, whatever post they hold or none',
  'read-plan': 'Read the sources, findings, plan and packs',
  'update-own-actions': 'Add updates, ratings and evidence to the actions their post leads',
  'edit-plan': 'Edit any action, its leads, dates and links',
  'load-plan': 'Bring in plans and source documents',
  'make-pack': 'Make and freeze board packs',
  'manage-people': 'Add people and posts, and say who holds which',
} as const
export type Permission = keyof typeof PERMISSION

export const ROLE = {
  director: {
    name: "Director of children's services",
    may: ['read-plan', 'update-own-actions', 'edit-plan', 'make-pack', 'manage-people'],
  },
  'programme-manager': {
    name: 'Improvement programme manager',
    may: ['read-plan', 'update-own-actions', 'edit-plan', 'load-plan', 'make-pack', 'manage-people'],
  },
  'head-of-service': { name: 'Head of service', may: ['read-plan', 'update-own-actions'] },
  'partner-lead': { name: 'Partner agency lead', may: ['read-plan', 'update-own-actions'] },
  'board-chair': { name: 'Independent chair of the board', may: ['read-plan'] },
  'board-member': { name: 'Board member', may: ['read-plan'] },
} as const satisfies Record<string, { name: string; may: readonly Permission[] }>
export type Role = keyof typeof ROLE

/** Every role by the name it is chosen by. */
export const ROLE_NAME = Object.fromEntries(Object.entries(ROLE).map(([role, { name }]) => [role, name])) as Record<
  Role,
  string
>

/** The roles that may do it. */
export const rolesThatMay = (permission: Permission): Role[] =>
  (Object.keys(ROLE) as Role[]).filter(role => (ROLE[role].may as readonly Permission[]).includes(permission))

/** Someone signed in, in the post they act in. */
export type Person = {
  authorityId: number
  personId: number
  name: string
  postId: number | null
  postTitle: string | null
  role: Role | null
}

/** Whether the person's post lets them do it. Someone between posts may only see their own account. */
export const may = (person: Person, permission: Permission): boolean =>
  permission === 'be-signed-in' ||
  (person.role !== null && (ROLE[person.role].may as readonly Permission[]).includes(permission))

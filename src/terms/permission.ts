/**
 * Who may do what: every permission with a sentence a manager understands, and every role with what it may do and how far it
 * reaches. A post carries a role; its holder may do what the role allows, for as long as they hold it.
 */

export const PERMISSION = {
  'be-signed-in': 'See their own account, whatever post they hold or none',
  'read-plan': 'Read the sources, findings, plan and packs',
  'update-own-actions': 'Add updates, ratings and evidence to the actions their post leads',
  'edit-plan': 'Edit any action, its leads, dates and links',
  'load-plan': 'Bring in plans and source documents',
  'make-pack': 'Make and freeze board packs',
  'see-public-figures': 'See the figures of the council with small numbers hidden, and nothing about any one child',
  'see-figures': 'See the figures of the council by service and team, with small numbers shown',
  'see-children': 'See the children behind a figure, and the page of a child, as far as their post reaches',
  'give-reasons': 'Say why a child is past a clock, who owns it and what comes next, as far as their post reaches',
  'see-why-children': 'See who may see a child and why, and who has looked',
  'load-children': 'Bring in extracts of the case system, and see what was rejected and why',
  'set-measures': 'Set targets, thresholds and the rules of local measures',
  'enter-measures': 'Enter figures that no extract holds, such as survey results and places in hand',
  'run-performance-meeting': 'Run the performance meeting of their service or team',
  'manage-people': 'Add people, posts and teams, and say who holds which post',
  'read-record': 'Search the record of who did and saw what, and take a copy of what was found',
  'answer-access-requests': 'Answer somebody who asks what is held of them: a child or a member of staff',
  'take-extract': 'Take an extract of the records of every child for a project, without names and with pseudonyms',
  'see-settings': 'See every setting of the council, where it comes from, and who changed it and why',
  administer: 'Change how the service is set up for the council',
} as const
export type Permission = keyof typeof PERMISSION

/** How far a role reaches: whose children its holder may see where they may see children at all. */
export const SCOPE = {
  authority: 'Every child known to the council',
  service: 'The children of the teams in their service',
  team: 'The children of their team',
  'own-children': 'The children allocated to them',
  'own-actions': 'No child: the actions their post leads',
  'own-organisation': 'No child: the actions of their own organisation',
  none: 'No child',
} as const
export type Scope = keyof typeof SCOPE

const PUBLIC = ['read-plan', 'see-public-figures'] as const
const FIGURES = [...PUBLIC, 'see-figures'] as const
const CHILDREN = [...FIGURES, 'see-children', 'give-reasons'] as const
const MANAGING = [...CHILDREN, 'update-own-actions', 'see-why-children', 'run-performance-meeting'] as const

type RoleHeld = {
  name: string
  /** Who this is, for whoever chooses a role for a post. */
  about: string
  scope: Scope
  may: readonly Permission[]
  /** True where a holding of such a post must have a last day from the start. */
  ends?: true
}

export const ROLE = {
  director: {
    name: "Director of children's services",
    about: 'Answers for the whole programme',
    scope: 'authority',
    may: [...MANAGING, 'edit-plan', 'make-pack', 'set-measures', 'enter-measures', 'manage-people', 'see-settings'],
  },
  'head-of-service': {
    name: 'Head of service',
    about: 'Answers for a service and its teams',
    scope: 'service',
    may: [...MANAGING, 'enter-measures'],
  },
  'service-manager': {
    name: 'Service manager',
    about: 'Runs the teams of a service',
    scope: 'service',
    may: [...MANAGING, 'enter-measures'],
  },
  'team-manager': {
    name: 'Team manager',
    about: 'Runs a team and supervises its workers',
    scope: 'team',
    may: MANAGING,
  },
  'social-worker': { name: 'Social worker', about: 'Works with children', scope: 'own-children', may: CHILDREN },
  'reviewing-officer': {
    name: 'Independent reviewing officer (IRO)',
    about: 'Chairs the reviews and conferences of children',
    scope: 'own-children',
    may: CHILDREN,
  },
  'personal-adviser': {
    name: 'Personal adviser',
    about: 'Works with care leavers',
    scope: 'own-children',
    may: CHILDREN,
  },
  auditor: {
    name: 'Auditor',
    about: 'Audits the case files given to them',
    scope: 'own-children',
    may: [...FIGURES, 'see-children'],
  },
  'qa-manager': {
    name: 'Quality assurance manager',
    about: 'Runs the audit programme and its themes',
    scope: 'authority',
    may: [...FIGURES, 'see-children', 'see-why-children', 'update-own-actions', 'enter-measures'],
  },
  analyst: {
    name: 'Data and performance analyst',
    about: 'Loads the extracts and explains the figures',
    scope: 'authority',
    may: [
      ...FIGURES,
      'see-children',
      'update-own-actions',
      'load-children',
      'set-measures',
      'enter-measures',
      'take-extract',
      'see-settings',
    ],
  },
  'programme-manager': {
    name: 'Improvement programme manager',
    about: 'Keeps the plan, chases updates and makes the packs',
    scope: 'none',
    may: [
      ...FIGURES,
      'update-own-actions',
      'edit-plan',
      'load-plan',
      'make-pack',
      'set-measures',
      'enter-measures',
      'manage-people',
      'see-settings',
    ],
  },
  'board-chair': {
    name: 'Independent chair of the board',
    about: 'Chairs the improvement board',
    scope: 'none',
    may: PUBLIC,
  },
  'board-member': { name: 'Board member', about: 'Sits on the improvement board', scope: 'none', may: PUBLIC },
  'elected-member': {
    name: 'Elected member',
    about: 'Councillor: lead member, scrutiny or corporate parent',
    scope: 'none',
    may: PUBLIC,
  },
  'partner-lead': {
    name: 'Partner agency lead',
    about: 'Leads actions for the police, health or schools',
    scope: 'own-organisation',
    may: [...PUBLIC, 'update-own-actions'],
  },
  'dfe-adviser': {
    name: 'DfE adviser',
    about: 'Advises and reports to the Department for Education',
    scope: 'none',
    may: PUBLIC,
  },
  inspector: {
    name: 'Inspector',
    about: 'Reads during an inspection, until its last day',
    scope: 'authority',
    may: [...FIGURES, 'see-children'],
    ends: true,
  },
  'shadow-board-member': {
    name: 'Shadow board member',
    about: 'Front-line staff who comment on the papers',
    scope: 'none',
    may: PUBLIC,
  },
  'young-people-representative': {
    name: "Young people's representative",
    about: 'Speaks for children in care and care leavers',
    scope: 'none',
    may: PUBLIC,
  },
  'data-protection-officer': {
    name: 'Data protection officer',
    about: 'Checks who saw what, and why they might',
    scope: 'authority',
    may: [...PUBLIC, 'see-why-children', 'read-record', 'answer-access-requests', 'take-extract', 'see-settings'],
  },
  administrator: {
    name: 'Administrator',
    about: 'Keeps people, posts, teams and settings',
    scope: 'none',
    may: ['read-plan', 'manage-people', 'see-settings', 'administer'],
  },
} as const satisfies Record<string, RoleHeld>
export type Role = keyof typeof ROLE

/** Every role by the name it is chosen by. */
export const ROLE_NAME = Object.fromEntries(Object.entries(ROLE).map(([role, { name }]) => [role, name])) as Record<
  Role,
  string
>

/** What the role may do, in the order of the list. */
export const permissionsOf = (role: Role): Permission[] =>
  (Object.keys(PERMISSION) as Permission[]).filter(permission =>
    (ROLE[role].may as readonly Permission[]).includes(permission),
  )

/** The roles that may do it. */
export const rolesThatMay = (permission: Permission): Role[] =>
  (Object.keys(ROLE) as Role[]).filter(role => (ROLE[role].may as readonly Permission[]).includes(permission))

/** Whether a holding of such a post must have a last day. */
export const mustEnd = (role: Role): boolean => (ROLE[role] as RoleHeld).ends === true

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

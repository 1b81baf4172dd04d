/** Words and parts that the pages of people and posts share. */
import type { Day } from '../terms/day.ts'
import { shortDay } from '../terms/day.ts'
import { ROLE, type Role, SCOPE } from '../terms/permission.ts'
import type { Asked } from '../web/page.tsx'
import type { Holding } from './appointment-store.ts'
import type { Doing } from './appointing.ts'
import type { OrganisationKind } from './post.ts'

export const ORGANISATION_KIND: Record<OrganisationKind, string> = {
  council: 'Council',
  health: 'Health',
  police: 'Police',
  education: 'Education',
  safeguarding: 'Safeguarding partnership',
  voluntary: 'Voluntary organisation',
  government: 'Government',
  other: 'Other',
}

/** Each role with who it is for and whose children its holder may see. */
export const ROLE_OPTIONS = (Object.keys(ROLE) as Role[]).map(role => ({
  value: role,
  text: ROLE[role].name,
  hint: `${ROLE[role].about}. ${SCOPE[ROLE[role].scope]}`,
}))

export const peopleCrumbs = [
  { text: 'Your account', href: '/account' },
  { text: 'People and posts', href: '/people' },
]

export const teamCrumbs = [...peopleCrumbs, { text: 'Teams', href: '/people/teams' }]

export const holdingsOn = (holdings: Holding[], on: Day): Holding[] =>
  holdings.filter(one => one.from <= on && (one.to === null || one.to >= on))

export const period = ({ from, to }: Holding): string => `${shortDay(from)} to ${to ? shortDay(to) : 'now'}`

export const doingOf = ({ person, today }: Pick<Asked, 'person' | 'today'>): Doing => ({ by: person, today })

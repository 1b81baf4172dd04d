/** Posts: what leads actions and carries permissions. A person holds a post from a day to a day. */
import type { Day } from '../terms/day.ts'
import type { Role } from '../terms/permission.ts'

export type NewPost = { title: string; organisationId: number; role: Role; addedOn: Day }

/** `to` is the last day it was held; null while it is. */
export type NewHolding = { postId: number; personId: number; from: Day; to: Day | null }

export type HeldPost = { postId: number; title: string; organisation: string; role: Role; from: Day }

export type OrganisationKind =
  'council' | 'health' | 'police' | 'education' | 'safeguarding' | 'voluntary' | 'government' | 'other'

/** How far a post reaches, in words: whose children its holder may see, and what stands in the way where that is nobody's. */
import type { Day } from '../terms/day.ts'
import { longDay } from '../terms/day.ts'
import { type Role, ROLE, SCOPE } from '../terms/permission.ts'

/** holds: the post is theirs; covers: they stand in while its holder is away; delegated: its holder lets them act in it. */
export const BASIS = {
  holds: 'They hold the post',
  covers: 'They cover for whoever holds it',
  delegated: 'Whoever holds it delegates it to them',
} as const
export type Basis = keyof typeof BASIS

/** A post as it counts for a person. `workerRefs` are their own number, or of those they cover. `to` is null while it is open. */
export type PostInForce = {
  postId: number
  title: string
  organisation: string
  role: Role | null
  basis: Basis
  holders: string[]
  from: Day
  to: Day | null
  team: string | null
  teamRef: string | null
  service: string
  serviceTeams: string[]
  workerRefs: string[]
}

/** Whose children, in words; for a role that reaches by team, service or number it names them, or says what is missing. */
export function reachOf(post: PostInForce): string {
  if (post.role === null) return 'Nobody has said yet what its holder may do'
  const { scope } = ROLE[post.role]
  if (scope === 'service') return reachOfService(post)
  if (scope === 'team') return reachOfTeam(post)
  if (scope === 'own-children')
    return post.workerRefs.length > 0
      ? `The children allocated to ${post.workerRefs.join(' or ')} in the case system`
      : 'No child yet: their number in the case system is not known'
  return SCOPE[scope]
}

function reachOfService({ service, serviceTeams }: PostInForce): string {
  if (service === '') return 'No child yet: the post names no service'
  if (serviceTeams.length === 0) return `No child yet: no team is part of ${service}`
  return `The children of ${service}: ${serviceTeams.join(', ')}`
}

function reachOfTeam({ team, teamRef }: PostInForce): string {
  if (team === null) return 'No child yet: the post is in no team'
  return teamRef === null ? `No child yet: ${team} has no number from the case system` : `The children of ${team}`
}

/** Why the post counts for them. */
export function becauseOf({
  basis,
  title,
  holders,
  to,
}: Pick<PostInForce, 'basis' | 'title' | 'holders' | 'to'>): string {
  const until = to === null ? '' : ` until ${longDay(to)}`
  if (basis === 'holds') return `holds ${title}${until}`
  const whose = holders.length > 0 ? ` for ${holders.join(' and ')}` : ''
  return `${basis === 'covers' ? 'covers' : 'was lent'} ${title}${whose}${until}`
}

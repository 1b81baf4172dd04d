/** Who may see a child, and why, for the child's page and for whoever answers for who looks. */
import { shortDay } from '../terms/day.ts'
import { may, ROLE } from '../terms/permission.ts'
import { Table } from '../web/table.tsx'
import { becauseOf } from './reach.ts'
import type { Seer } from './reach-store.ts'

/** Those of `whoMaySee`, with what they may see. */
export const WhoMaySee = ({ seers }: { seers: Seer[] }) => (
  <Table
    caption="Who may see this child, and why"
    rows={seers}
    columns={[
      { heading: 'Name', names: true, cell: seer => seer.name },
      { heading: 'Role', cell: seer => ROLE[seer.role].name },
      { heading: 'Why', width: 'wide', cell: whyOf },
      { heading: 'May see', cell: seer => (seesThePage(seer) ? 'The child’s page' : 'Only who has looked') },
    ]}
    empty="Nobody may see this child: no post reaches them"
  />
)

/** A sentence: the post by which they see the child, and what of it reaches them. */
export function whyOf(seer: Seer): string {
  const post = becauseOf(seer)
  return `${post[0]!.toUpperCase()}${post.slice(1)}, ${reachesBy(seer)}${lastedUntil(seer)}`
}

function reachesBy({ by, through }: Seer): string {
  if (by === 'authority') return 'which reaches every child of the council'
  if (by === 'own-children') return 'and the child is allocated to them'
  if (by === 'team') return `and the child is with ${through}`
  const [service, team] = through.split(', ')
  return `which answers for ${service}, and the child is with ${team}`
}

/** Figures of a year take in children whose work has ended, so a team sees them for twelve months more. */
const lastedUntil = ({ until }: Seer): string => (until === null ? '' : ` until ${shortDay(until)}`)

const seesThePage = ({ role }: Seer): boolean =>
  may({ authorityId: 0, personId: 0, name: '', postId: null, postTitle: null, role }, 'see-children')

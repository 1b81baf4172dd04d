/**
 * List 6: the latest episode of need of every child who has a service now or had one in the six months before. It says of a referral
 * of list 3 what became of it; an episode that began before those months is a referral of its own.
 */
import type { CinVisit } from '../../../children/cin-visit.ts'
import type { Referral } from '../../../children/referral.ts'
import { addMonths } from '../../../terms/day.ts'
import { type Gathered, made, stands } from '../gathered.ts'
import { day, oneOf, text } from '../ssd/column.ts'
import { NEEDS } from '../ssd/lists.ts'
import { CLOSURES } from '../ssd/referrals.ts'
import { addChild, CHILD, isDisabled, list, teamName, unlettered, workerName } from './list.ts'

export const childrenInNeed = list(6, {
  title: 'Children in Need',
  rows: 'children in need',
  months: 6,
  into: 'referrals',
  brings: { referrals: 'latest', cinVisits: 'latest', disabilities: 'all', teams: 'all', professionals: 'all' },
  mainDay: 'referredOn',
  inOrder: [['referredOn', 'closedOn']],
  fields: {
    ...CHILD,
    isDisabled,
    referredOn: day('CIN Start Date', 'Child in Need Start Date'),
    need: unlettered(oneOf(NEEDS, 'Primary Need Code', 'Primary Need')),
    lastSeenOn: day('Date Child Was Last Seen', 'Date Last Seen'),
    closedOn: day('CIN Closure Date', 'Child in Need Closure Date'),
    closeReason: unlettered(oneOf(CLOSURES, 'Reason for Closure', 'CIN Reason for Closure')),
    status: text('Case status'),
    teamName,
    workerName,
  },
  bring(row, into, at) {
    addChild(row, into, at)
    const { id, personId, referredOn, need, closedOn, closeReason, lastSeenOn } = row
    const people = { teamId: into.team(row.teamName), workerId: into.worker(row.workerName) }
    const unknown = { source: null, sourceText: null, outcomes: null, noFurtherAction: false }
    const episode = made<Referral>(row, { id, personId, referredOn, need, closedOn, closeReason, ...unknown, ...people }) // prettier-ignore
    const before = referralOf(episode, into)
    if (before === null) into.add('referrals', episode)
    else continueReferral(before, episode, into)
    if (stands(row, 'lastSeenOn')) into.add('cinVisits', made<CinVisit>(row, { ...SEEN, id, personId, visitedOn: lastSeenOn }, { visitedOn: 'lastSeenOn' })) // prettier-ignore
  },
})

const SEEN = { cinPlanId: null, childSeen: true, seenAlone: null, bedroomSeen: null }

const MONTHS = 6

/**
 * The referral of list 3 that the episode began with: of the same day, or else the child's last before it that led to more, where the
 * authority dates the episode from its assessment. One from before the six months is in no list 3.
 */
function referralOf(episode: Referral, into: Gathered): number | null {
  const { personId, referredOn } = episode
  if (referredOn === null || referredOn < addMonths(into.asAt, -MONTHS)) return null
  const all = into.rows('referrals')
  let found: number | null = null
  for (const at of rowsOfChild(personId, into)) {
    const one = all[at]!
    if (one.referredOn === null || one.referredOn > referredOn || one.noFurtherAction === true) continue
    if (found === null || one.referredOn >= all[found]!.referredOn!) found = at
  }
  return found
}

const PLACES = new WeakMap<Gathered, Map<string, number[]>>()

/** Where the referrals of list 3 stand, by child. */
function rowsOfChild(personId: string, into: Gathered): readonly number[] {
  const known =
    PLACES.get(into) ?? Map.groupBy(into.rows('referrals').keys(), at => into.rows('referrals')[at]!.personId)
  PLACES.set(into, known)
  return known.get(personId) ?? []
}

function continueReferral(at: number, episode: Referral, into: Gathered): void {
  const referral = into.rows('referrals')[at]!
  const { need, closedOn, closeReason, teamId, workerId } = episode
  const unread = new Set([...referral.unread.filter(field => field !== 'closedOn'), ...episode.unread])
  unread.delete('referredOn')
  into.rows('referrals')[at] = { ...referral, need, closedOn, closeReason, teamId: teamId ?? referral.teamId, workerId: workerId ?? referral.workerId, unread: [...unread] } // prettier-ignore
}

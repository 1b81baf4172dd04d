/**
 * List 3: every referral of the six months before. It does not say whether the episode of need goes on: list 6 does, for the latest of
 * each child, and until it has the end of a referral that led to more is not known (`unread`), which is not the same as open.
 */
import type { Referral } from '../../../children/referral.ts'
import { made } from '../gathered.ts'
import { day, oneOf } from '../ssd/column.ts'
import { SOURCES } from '../ssd/lists.ts'
import { addChild, CHILD, list, saysYes, teamName, unlettered, workerName } from './list.ts'

export const referrals = list(3, {
  title: 'Referral',
  rows: 'referrals',
  months: 6,
  into: 'referrals',
  brings: { referrals: 'months', teams: 'all', professionals: 'all' },
  mainDay: 'referredOn',
  mayRepeat: true,
  fields: {
    ...CHILD,
    referredOn: day('Date of referral', 'Referral Date'),
    source: unlettered(oneOf(SOURCES, 'Referral Source', 'Source of Referral')),
    noFurtherAction: saysYes('Referral NFA?', 'NFA'),
    teamName,
    workerName,
  },
  notKept: ['Number of Referrals in Last 12 Months'],
  bring(row, into, at) {
    addChild(row, into, at)
    const { id, personId, referredOn, source, noFurtherAction } = row
    const unknown = { sourceText: null, need: null, outcomes: null, closedOn: null, closeReason: null }
    const people = { teamId: into.team(row.teamName), workerId: into.worker(row.workerName) }
    const given = made<Referral>(row, { id, personId, referredOn, source, noFurtherAction, ...unknown, ...people })
    into.add('referrals', noFurtherAction === true ? given : { ...given, unread: [...given.unread, 'closedOn'] })
  },
})

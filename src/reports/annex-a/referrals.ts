/** List 3: every referral of the six months before, a row a child and referral. */
import { rowsOf } from '../../children/records.ts'
import type { Referral } from '../../children/referral.ts'
import { addMonths, type Day } from '../../terms/day.ts'
import { type Around, workOf } from './around.ts'
import { SOURCES, yesOrNo } from './codes.ts'
import { ABOUT, allocated, annexList, CHILD_ID } from './list.ts'

/** Earlier referrals in the twelve months before the child's latest: the same on every row of the child. */
function referralsBefore({ personId }: Referral, { records, asAt }: Around): number {
  const days = rowsOf(records.referrals, personId).flatMap(({ referredOn }) =>
    referredOn !== null && referredOn <= asAt ? [referredOn] : [],
  )
  return countBefore(days)
}

/** How many of these days fell in the twelve months before the last of them. */
export function countBefore(days: readonly Day[], last = days.toSorted().at(-1)): number {
  if (last === undefined) return 0
  const first = addMonths(last, -12)
  return days.filter(on => on >= first && on < last).length
}

export const referrals = annexList({
  number: 3,
  title: 'Referral',
  from: ['referrals'],
  rows: ({ records, sixMonths, asAt }) =>
    records.referrals.filter(({ referredOn }) => referredOn !== null && referredOn >= sixMonths && referredOn <= asAt),
  columns: [
    CHILD_ID,
    ...ABOUT,
    { heading: 'Date of referral', kind: 'day', cell: row => row.referredOn },
    { heading: 'Referral Source', cell: row => row.source && SOURCES[row.source] },
    { heading: 'Referral NFA?', cell: row => yesOrNo(row.noFurtherAction) },
    { heading: 'Number of Referrals in Last 12 Months', kind: 'number', cell: referralsBefore },
    ...allocated<Referral>((row, around) => workOf(row, row.referredOn!, around)),
  ],
})

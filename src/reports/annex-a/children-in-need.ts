/**
 * List 6: everyone who has a service now, is assessed for one, or had one in the six months before: a row a child, with the latest
 * episode of need. Children whose case was closed after assessment (RC8) are not needed in it (Ofsted's questions, August 2019), nor are
 * people of 18 or more whose only service is that for care leavers, who are in list 9.
 */
import { ageOn } from '../../children/person.ts'
import { rowsBy, rowsOf } from '../../children/records.ts'
import type { Referral } from '../../children/referral.ts'
import { isNeed, isOpenNeed, isOpenOn, isOpenPlan, isRead, lookedAfterOn } from '../../children/standing.ts'
import type { Day } from '../../terms/day.ts'
import { type Around, earlier, latest, workOf } from './around.ts'
import { CLOSURES, NEEDS, STATUS } from './codes.ts'
import { ABOUT, allocated, annexList, CHILD_ID, DISABILITY } from './list.ts'

/** The end of the row's time: the day it closed, or the day of the list. */
const endOf = ({ closedOn }: Referral, { asAt }: Around): Day => earlier(closedOn, asAt)
const isOpen = (row: Referral, { asAt }: Around) => isOpenNeed(row, asAt)

function latestEpisodes(around: Around): Referral[] {
  const { records, sixMonths, asAt } = around
  const found: Referral[] = []
  for (const rows of rowsBy(records.referrals, 'personId').values()) {
    const counted = rows.filter(row => isNeed(row) && row.referredOn! <= asAt)
    const last = counted.findLast(row => isOpenNeed(row, asAt)) ?? latest(counted, 'referredOn', null, asAt)
    if (!last) continue
    const isShown = isOpenNeed(last, asAt) || (last.closedOn! >= sixMonths && last.closeReason !== 'RC8')
    if (isShown && !isOnlyLeavingCare(last, around)) found.push(last)
  }
  return found
}

function isOnlyLeavingCare(row: Referral, around: Around): boolean {
  const { records, asAt, person } = around
  if (rowsOf(records.careLeavers, row.personId).length === 0) return false
  const known = person(row.personId)
  return known !== undefined && (ageOn(known, asAt) ?? 0) >= 18 && statusOf(row, around) === null
}

/** The first that applies. Null where the case is open and nothing is open in it. */
function statusOf(row: Referral, around: Around): string | null {
  const { records, asAt } = around
  const { personId } = row
  if (!isOpen(row, around)) return STATUS.closed
  if (lookedAfterOn(records, personId, asAt)) return STATUS.care
  if (rowsOf(records.cpPlans, personId).some(plan => isOpenPlan(plan, asAt))) return STATUS.plan
  const isRunning = (plan: { startedOn: Day | null; endedOn: Day | null; unread: readonly string[] }) => isRead(plan, 'endedOn') && isOpenOn(plan.startedOn, plan.endedOn, asAt) // prettier-ignore
  if (rowsOf(records.cinPlans, personId).some(isRunning)) return STATUS.need
  const isAssessed = rowsOf(records.assessments, personId).some(one => isRead(one, 'authorisedOn') && isOpenOn(one.startedOn, one.authorisedOn, asAt)) // prettier-ignore
  return isAssessed ? STATUS.assessment : null
}

function lastSeenOn(row: Referral, around: Around): Day | null {
  const { records } = around
  const until = endOf(row, around)
  const visits = [records.cinVisits, records.cpVisits, records.claVisits].map(
    table =>
    latest(rowsOf<{ personId: string; visitedOn: Day | null; childSeen: boolean | null; unread: readonly string[] }>(table, row.personId).filter(({ childSeen }) => childSeen === true), 'visitedOn', row.referredOn, until), // prettier-ignore
  )
  return visits.reduce<Day | null>((last, visit) => (visit && (last === null || visit.visitedOn! > last) ? visit.visitedOn : last), null) // prettier-ignore
}

export const childrenInNeed = annexList({
  number: 6,
  title: 'Children in Need',
  from: ['referrals'],
  rows: latestEpisodes,
  columns: [
    CHILD_ID,
    ...ABOUT,
    DISABILITY,
    { heading: 'CIN Start Date', kind: 'day', mayBeBlank: true, cell: row => row.referredOn },
    { heading: 'Primary Need Code', cell: row => row.need && NEEDS[row.need] },
    { heading: 'Date Child Was Last Seen', kind: 'day', mayBeBlank: true, cell: lastSeenOn },
    {
      heading: 'CIN Closure Date',
      kind: 'day',
      mayBeBlank: true,
      cell: (row, around) => (isOpen(row, around) ? null : row.closedOn),
      doubt: row =>
        row.closedOn !== null && row.closedOn < row.referredOn! ? 'It was closed before it was opened' : null,
    },
    {
      heading: 'Reason for Closure',
      mayBeBlank: isOpen,
      cell: (row, around) => (isOpen(row, around) || row.closeReason === null ? null : CLOSURES[row.closeReason]),
    },
    {
      heading: 'Case status',
      mayBeBlank: true,
      cell: statusOf,
      doubt: (row, around) => statusDoubt(row, around),
    },
    ...allocated<Referral>((row, around) => {
      const holder = around.holderOn(row.personId, endOf(row, around))
      return { teamId: holder.teamId ?? row.teamId, workerId: holder.workerId ?? workOf(row, row.referredOn!, around).workerId } // prettier-ignore
    }),
  ],
})

function statusDoubt(row: Referral, around: Around): string | null {
  if (statusOf(row, around) === null) return 'The case is open, and no assessment, plan or period of care is'
  const isInCare = lookedAfterOn(around.records, row.personId, around.asAt) !== undefined
  return !isOpen(row, around) && isInCare ? 'The case is closed, and the child is looked after' : null
}

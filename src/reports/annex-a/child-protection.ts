/** List 7: everyone on a child protection plan of the authority's own, or whose plan ended in the six months before: a row a child. */
import type { CpPlan } from '../../children/cp-plan.ts'
import { rowsBy, rowsOf } from '../../children/records.ts'
import { isOpenPlan, isOwnPlan } from '../../children/standing.ts'
import { type Around, earlier, latest } from './around.ts'
import { ABUSES, NO, YES, yesNoOrUnknown } from './codes.ts'
import { ABOUT, allocated, annexList, CHILD_ID, DISABILITY } from './list.ts'

function latestPlans({ records, sixMonths, asAt }: Around): CpPlan[] {
  const found: CpPlan[] = []
  for (const rows of rowsBy(records.cpPlans, 'personId').values()) {
    const own = rows.filter(row => isOwnPlan(row) && row.startedOn! <= asAt)
    const last = latest(own, 'startedOn', null, asAt)
    if (last && (isOpenPlan(last, asAt) || last.endedOn! >= sixMonths)) found.push(last)
  }
  return found
}

const endOf = ({ endedOn }: CpPlan, { asAt }: Around) => earlier(endedOn, asAt)

const lastVisit = (row: CpPlan, around: Around) =>
  latest(rowsOf(around.records.cpVisits, row.personId).filter(({ childSeen }) => childSeen !== false), 'visitedOn', row.startedOn, endOf(row, around)) // prettier-ignore

function lastReview(row: CpPlan, around: Around) {
  const review = latest(rowsOf(around.records.cpReviews, row.personId), 'heldOn', row.startedOn, endOf(row, around))
  return review && review.heldOn! > row.startedOn! ? review.heldOn : null
}

/** Emergency protection order (section 44) or police protection (section 46) at any time in the six months. */
const wasTakenToSafety = ({ personId }: CpPlan, { records, asAt, sixMonths }: Around) =>
  rowsOf(records.legalStatuses, personId).some(
    ({ status, fromOn, untilOn }) =>
      (status === 'L1' || status === 'L2') && fromOn !== null && fromOn <= asAt && (untilOn ?? asAt) >= sixMonths,
  )

const plansBefore = ({ personId, startedOn, id }: CpPlan, { records }: Around) =>
  rowsOf(records.cpPlans, personId).filter(row => row.id !== id && row.isOtherAuthority !== true && row.startedOn !== null && row.startedOn < startedOn!).length // prettier-ignore

export const childProtection = annexList({
  number: 7,
  title: 'Child protection',
  from: ['cpPlans'],
  rows: latestPlans,
  columns: [
    CHILD_ID,
    ...ABOUT,
    DISABILITY,
    {
      heading: 'Child Protection Plan Start Date',
      kind: 'day',
      cell: row => row.startedOn,
      doubt: (row, around) => twoAtOnce(row, around),
    },
    { heading: 'Initial Category of Abuse', cell: row => row.firstCategory && ABUSES[row.firstCategory] },
    { heading: 'Latest Category of Abuse', cell: row => row.latestCategory && ABUSES[row.latestCategory] },
    {
      heading: 'Date of the Last Statutory Visit',
      kind: 'day',
      mayBeBlank: true,
      from: 'cpVisits',
      cell: (row, around) => lastVisit(row, around)?.visitedOn ?? null,
    },
    {
      heading: 'Was the Child Seen Alone?',
      mayBeBlank: (row, around) => lastVisit(row, around) === undefined,
      from: 'cpVisits',
      cell: (row, around) => {
        const visit = lastVisit(row, around)
        return visit ? yesNoOrUnknown(visit.seenAlone) : null
      },
    },
    {
      heading: 'Date of latest review conference',
      kind: 'day',
      mayBeBlank: true,
      from: 'cpReviews',
      cell: lastReview,
    },
    {
      heading: 'Child Protection Plan End Date',
      kind: 'day',
      mayBeBlank: true,
      cell: (row, around) => (isOpenPlan(row, around.asAt) ? null : row.endedOn),
      doubt: row => (row.endedOn !== null && row.endedOn < row.startedOn! ? 'The plan ended before it began' : null),
    },
    {
      heading: 'Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)',
      from: 'legalStatuses',
      cell: (row, around) => (wasTakenToSafety(row, around) ? YES : NO),
    },
    { heading: 'Number of Previous Child Protection Plans', kind: 'number', cell: plansBefore },
    ...allocated<CpPlan>((row, around) => around.holderOn(row.personId, endOf(row, around))),
  ],
})

function twoAtOnce(row: CpPlan, { records, asAt }: Around): string | null {
  const open = rowsOf(records.cpPlans, row.personId).filter(one => isOpenPlan(one, asAt))
  return open.length > 1 ? `The child has ${open.length} open plans` : null
}

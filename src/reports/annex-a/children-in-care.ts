/** List 8: everyone looked after now, or who ceased to be in the six months before: a row a child, with the latest period of care. */
import { rowsBy } from '../../children/records.ts'
import { type CarePeriod, carePeriodsOf, isOpenOn, isShortBreak, legalStatusOn } from '../../children/standing.ts'
import type { Around } from './around.ts'
import { CEASED, LEGAL, NEEDS_IN_CARE, NO, PLACEMENTS, PROVIDERS, YES } from './codes.ts'
import {
  assessedOn, currentPlacement, dentistOn, endOf, interview, isAgain, isUasc, lastReviewOn, lastVisitOn, missingIn, permanencePlan,
  placementsIn, statusNow,
} from './in-care.ts' // prettier-ignore
import { ABOUT, allocated, annexList, CHILD_ID, DISABILITY, type Column } from './list.ts'

/** A child in a series of short breaks is in no list 8. */
function latestPeriods(around: Around): CarePeriod[] {
  const { records, asAt, sixMonths } = around
  return [...rowsBy(records.claEpisodes, 'personId').keys()].flatMap(personId => {
    const last = carePeriodsOf(records, personId).findLast(({ from }) => from <= asAt)
    if (!last || (last.until !== null && last.until < sixMonths)) return []
    const end = last.until !== null && last.until <= asAt ? last.until : asAt
    return isShortBreak(legalStatusOn(records, personId, last.until === end ? last.from : end)) ? [] : [last]
  })
}

const isOpen = ({ from, until }: CarePeriod, { asAt }: Around) => isOpenOn(from, until, asAt)

const STATUS: Column<CarePeriod>[] = [
  {
    heading: 'Start date of current legal status',
    kind: 'day',
    from: 'legalStatuses',
    cell: (row, around) => statusNow(row, around)?.fromOn ?? null,
  },
  {
    heading: "Child's Legal Status",
    from: 'legalStatuses',
    cell: (row, around) => {
      const status = statusNow(row, around)?.status ?? null
      return status && LEGAL[status]
    },
  },
]

const WORK: Column<CarePeriod>[] = [
  {
    heading: 'Date of Latest Statutory Review',
    kind: 'day',
    mayBeBlank: true,
    from: 'claReviews',
    cell: lastReviewOn,
  },
  { heading: 'Date of Last Social Work Visit', kind: 'day', mayBeBlank: true, from: 'claVisits', cell: lastVisitOn },
  {
    heading: 'What is the permanence plan for this child?',
    mayBeBlank: true,
    from: 'carePlans',
    cell: permanencePlan,
  },
  {
    heading: 'Date of Last IRO Visit / Contact to the Child',
    kind: 'day',
    mayBeBlank: true,
    cell: row => row.episodes.reduce<string | null>((last, { lastIroContactOn: on }) => (on !== null && (last === null || on > last) ? on : last), null), // prettier-ignore
  },
  {
    heading: 'Date of Last Health Assessment',
    kind: 'day',
    mayBeBlank: true,
    from: 'healthChecks',
    cell: assessedOn,
  },
  { heading: 'Date of Last Dental Check', kind: 'day', mayBeBlank: true, from: 'healthChecks', cell: dentistOn },
]

const ENDED: Column<CarePeriod>[] = [
  {
    heading: 'Date Ceased to be Looked After ',
    kind: 'day',
    mayBeBlank: true,
    cell: (row, around) => (isOpen(row, around) ? null : row.until),
  },
  {
    heading: 'Reason Ceased to be Looked After',
    mayBeBlank: isOpen,
    cell: (row, around) => {
      const reason = row.episodes.at(-1)!.ceasedReason
      return isOpen(row, around) || reason === null ? null : CEASED[reason]
    },
  },
]

const PLACED: Column<CarePeriod>[] = [
  {
    heading: 'Start Date of Most Recent Placement',
    kind: 'day',
    from: 'placements',
    cell: (row, around) => currentPlacement(row, around)?.startedOn ?? null,
    doubt: (row, around) => {
      const placement = currentPlacement(row, around)
      const ended = placement?.endedOn ?? null
      return isOpen(row, around) && ended !== null && ended <= around.asAt ? 'The child is looked after, and the last placement has ended' : null // prettier-ignore
    },
  },
  {
    heading: 'Placement Type',
    from: 'placements',
    cell: (row, around) => {
      const type = currentPlacement(row, around)?.type ?? null
      return type && PLACEMENTS[type]
    },
  },
  {
    heading: 'Placement Provider',
    from: 'placements',
    mayBeBlank: (row, around) => /^[TZ]/.test(currentPlacement(row, around)?.type ?? ''),
    cell: (row, around) => {
      const provider = currentPlacement(row, around)?.provider ?? null
      return provider && PROVIDERS[provider]
    },
  },
  {
    heading: 'Placement postcode',
    from: 'placements',
    cell: (row, around) => spaced(currentPlacement(row, around)?.postcode ?? null),
  },
  {
    heading: 'URN of Placement',
    mayBeBlank: true,
    from: 'placements',
    cell: (row, around) => currentPlacement(row, around)?.urn ?? null,
  },
  {
    heading: 'Placement Location',
    notHeld: 'No record says whether a placement is inside the authority: fill it in from the postcode',
    cell: () => null,
  },
  {
    heading: 'LA of Placement',
    notHeld: 'No record says which authority a placement is in: fill it in from the postcode',
    cell: () => null,
  },
]

const spaced = (postcode: string | null) => postcode && postcode.replace(/^(\w+)(\w{3})$/, '$1 $2')

const AWAY: Column<CarePeriod>[] = [
  {
    heading: 'Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months',
    kind: 'number',
    from: 'missing',
    cell: (row, around) => missingIn(row, around).filter(({ type }) => type === 'M').length,
  },
  {
    heading: 'Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months',
    kind: 'number',
    from: 'missing',
    cell: (row, around) => missingIn(row, around).filter(({ type }) => type === 'A').length,
  },
  {
    heading: 'Was the child offered a Return Interview after their last missing episode (Y/N)?',
    mayBeBlank: true,
    from: 'missing',
    cell: (row, around) => interview(row, around, 'interviewOffered'),
  },
  {
    heading: 'Did the child accept a Return Interview after their last missing episode (Y/N)?',
    mayBeBlank: true,
    from: 'missing',
    cell: (row, around) => interview(row, around, 'interviewAccepted'),
  },
]

export const childrenInCare = annexList<CarePeriod>({
  number: 8,
  title: 'Children in care',
  from: ['claEpisodes'],
  rows: latestPeriods,
  columns: [
    CHILD_ID,
    ...ABOUT,
    {
      heading: 'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)',
      from: 'immigrationStatuses',
      cell: (row, around) => (isUasc(row, around, around.twelveMonths) ? YES : NO),
    },
    DISABILITY,
    { heading: 'Date Started to be Looked After', kind: 'day', cell: row => row.from },
    {
      heading: "Child's Category of Need",
      cell: row => {
        const need = row.episodes.find(episode => episode.need !== null)?.need ?? null
        return need && NEEDS_IN_CARE[need]
      },
    },
    {
      heading: 'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)',
      cell: (row, around) => (isAgain(row, around) ? YES : NO),
    },
    ...STATUS,
    ...WORK,
    {
      heading: 'Number of Placements in the Last 12 months',
      kind: 'number',
      from: 'placements',
      cell: (row, around) => placementsIn(row, around).length || null,
    },
    ...ENDED,
    ...PLACED,
    ...AWAY,
    ...allocated<CarePeriod>((row, around) => around.holderOn(row.personId, endOf(row, around))),
  ],
})

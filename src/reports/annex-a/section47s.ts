/** List 5: every section 47 enquiry of the six months before with the conference that came of it, a row an enquiry. */
import type { Conference } from '../../children/conference.ts'
import { rowsBy, rowsOf } from '../../children/records.ts'
import type { Section47 } from '../../children/section47.ts'
import { isOpenPlan, isRead } from '../../children/standing.ts'
import type { Day } from '../../terms/day.ts'
import { type Around, workOf } from './around.ts'
import { yesOrNo } from './codes.ts'
import { ABOUT, allocated, annexList, CHILD_ID, DISABILITY } from './list.ts'
import { countBefore } from './referrals.ts'

const conferenceOf = ({ id }: Section47, { records, asAt }: Around): Conference | undefined =>
  rowsBy(records.conferences, 'section47Id')
    .get(id)
    ?.find(({ heldOn }) => heldOn !== null && heldOn <= asAt)

const isOpen = (row: Section47) => row.endedOn === null && isRead(row, 'endedOn')

/**
 * The standard asks the question turned round: yes says that no conference was needed. A child who was on a plan already needed one
 * (no). Null while nobody has decided.
 */
function wasUnnecessary(row: Section47, around: Around): boolean | null {
  if (conferenceOf(row, around) || row.outcomes?.includes('cp-conference')) return false
  if (rowsOf(around.records.cpPlans, row.personId).some(plan => row.startedOn !== null && isOpenPlan(plan, row.startedOn))) return false // prettier-ignore
  return isOpen(row) ? null : true
}

const latestDay = (days: Day[]): Day | undefined => days.toSorted().at(-1)

const enquiryDays = ({ personId }: Section47, { records, asAt }: Around) =>
  rowsOf(records.section47s, personId).flatMap(({ startedOn }) => startedOn !== null && startedOn <= asAt ? [startedOn] : []) // prettier-ignore

const conferenceDays = ({ personId }: Section47, { records, asAt }: Around) =>
  rowsOf(records.conferences, personId).flatMap(({ heldOn }) => (heldOn !== null && heldOn <= asAt ? [heldOn] : []))

export const section47s = annexList({
  number: 5,
  title: 'Section 47 enquiries and Initial Child Protection Conferences',
  from: ['section47s'],
  rows: around => around.records.section47s.filter(row => isOfSixMonths(row, around)),
  columns: [
    CHILD_ID,
    ...ABOUT,
    DISABILITY,
    {
      heading: 'Strategy discussion initiating Section 47 Enquiry Start Date',
      kind: 'day',
      cell: row => row.startedOn,
    },
    {
      heading: 'Was an Initial Child Protection Conference deemed unnecessary?',
      mayBeBlank: isOpen,
      cell: (row, around) => yesOrNo(wasUnnecessary(row, around)),
    },
    {
      heading: 'Date of Initial Child Protection Conference',
      kind: 'day',
      mayBeBlank: true,
      from: 'conferences',
      cell: (row, around) => conferenceOf(row, around)?.heldOn ?? null,
      doubt: (row, around) => conferenceDoubt(row, conferenceOf(row, around)),
    },
    {
      heading: 'Did the Initial Child Protection Conference Result in a Child Protection Plan',
      mayBeBlank: (row, around) => conferenceOf(row, around) === undefined,
      cell: (row, around) => yesOrNo(conferenceOf(row, around)?.planMade ?? null),
    },
    {
      heading: 'Number of Section 47 Enquiries in the last 12 months',
      kind: 'number',
      cell: (row, around) => countBefore(enquiryDays(row, around)),
    },
    {
      heading: 'Number of ICPCs in the last 12 months',
      kind: 'number',
      from: 'conferences',
      cell: (row, around) => countBefore(conferenceDays(row, around), latestDay(enquiryDays(row, around))),
    },
    ...allocated<Section47>((row, around) => workOf(row, row.startedOn!, around)),
  ],
})

/** Begun, ended or conferenced in the six months, or undecided still. */
function isOfSixMonths(row: Section47, around: Around): boolean {
  const { sixMonths, asAt } = around
  const { startedOn, endedOn } = row
  if (startedOn === null || startedOn > asAt) return false
  if (startedOn >= sixMonths || isOpen(row) || (endedOn !== null && endedOn >= sixMonths)) return true
  return (conferenceOf(row, around)?.heldOn ?? '') >= sixMonths
}

function conferenceDoubt(row: Section47, conference: Conference | undefined): string | null {
  if (conference && conference.heldOn! < row.startedOn!) return 'The conference was held before the enquiry began'
  if (!conference && row.outcomes?.includes('cp-conference') && !isOpen(row)) return 'The enquiry ended in a conference, and none is recorded' // prettier-ignore
  return null
}

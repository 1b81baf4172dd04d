/** List 4: every statutory assessment of the six months before, and those still open, a row an assessment. */
import type { Assessment } from '../../children/assessment.ts'
import { isRead } from '../../children/standing.ts'
import { workOf } from './around.ts'
import { yesNoOrUnknown, yesOrNo } from './codes.ts'
import { ABOUT, allocated, annexList, CHILD_ID, DISABILITY } from './list.ts'

const SUPPORT = ['services', 'short-breaks', 'looked-after', 'strategy-discussion', 'specialist-assessment'] as const

/** Whether a service followed: as recorded, or else as the outcomes say. Null while the assessment is open. */
function neededSupport({ authorisedOn, noFurtherAction, outcomes }: Assessment): boolean | null {
  if (authorisedOn === null) return null
  if (noFurtherAction !== null) return !noFurtherAction
  if (outcomes?.includes('no-further-action')) return false
  return outcomes?.some(one => (SUPPORT as readonly string[]).includes(one)) ? true : null
}

const isOpen = (row: Assessment) => row.authorisedOn === null && isRead(row, 'authorisedOn')

export const assessments = annexList({
  number: 4,
  title: 'Assessments',
  from: ['assessments'],
  rows: ({ records, sixMonths, asAt }) =>
    records.assessments.filter(
      row =>
        row.startedOn !== null &&
        row.startedOn <= asAt &&
        (row.startedOn >= sixMonths || isOpen(row) || (row.authorisedOn !== null && row.authorisedOn >= sixMonths)),
    ),
  columns: [
    CHILD_ID,
    ...ABOUT,
    DISABILITY,
    { heading: 'Continuous Assessment Start Date', kind: 'day', cell: row => row.startedOn },
    {
      heading: 'Child Seen During Continuous Assessment',
      cell: row => yesNoOrUnknown(row.childSeen),
      doubt: row =>
        row.authorisedOn !== null && row.childSeen === null ? 'Whether the child was seen is not recorded' : null,
    },
    {
      heading: 'Continuous Assessment Date of Authorisation',
      kind: 'day',
      mayBeBlank: isOpen,
      cell: row => row.authorisedOn,
      doubt: row =>
        row.authorisedOn !== null && row.authorisedOn < row.startedOn! ? 'It was authorised before it began' : null,
    },
    {
      heading: 'Was the child assessed as requiring LA children’s social care support',
      mayBeBlank: isOpen,
      cell: row => yesOrNo(neededSupport(row)),
    },
    ...allocated<Assessment>((row, around) => workOf(row, row.startedOn!, around)),
  ],
})

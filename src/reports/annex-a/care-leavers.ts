/** List 9: everyone who has a leaving care service now, a row a person: the seventeen columns in use since the template of 2019. */
import type { CareLeaver } from '../../children/care-leaver.ts'
import { rowsBy } from '../../children/records.ts'
import { workOf } from './around.ts'
import { ACTIVITIES, ELIGIBILITIES, HOMES, NO, SUITABLE, TOUCHES, UNSUITABLE, YES } from './codes.ts'
import { isUasc } from './in-care.ts'
import { ABOUT, allocated, annexList, CHILD_ID, DISABILITY } from './list.ts'

const isNotInTouch = ({ inTouch }: CareLeaver) => inTouch !== null && inTouch !== 'YES'

/** An eligible child is looked after still: list 8 says where they live. */
const isNotAsked = (row: CareLeaver) => isNotInTouch(row) || row.eligibility === 'eligible'

export const careLeavers = annexList<CareLeaver>({
  number: 9,
  title: 'Care leavers',
  from: ['careLeavers'],
  rows: ({ records }) =>
    [...rowsBy(records.careLeavers, 'personId').values()].map(rows => rows[0]!).filter(({ eligibility }) => eligibility !== 'none'), // prettier-ignore
  columns: [
    CHILD_ID,
    ...ABOUT,
    {
      heading: 'Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)',
      from: 'immigrationStatuses',
      cell: (row, around) => (isUasc(row, around, null) ? YES : NO),
    },
    DISABILITY,
    ...allocated<CareLeaver>((row, around) => workOf(row, around.asAt, around)),
    { heading: 'Allocated Personal Advisor', cell: (row, around) => around.workerName(row.personalAdviserId) },
    { heading: 'Eligibility Category', cell: row => row.eligibility && ELIGIBILITIES[row.eligibility] },
    {
      heading: 'Latest Pathway Plan Review Date',
      kind: 'day',
      mayBeBlank: true,
      cell: (row, { asAt }) => (row.pathwayPlanOn !== null && row.pathwayPlanOn <= asAt ? row.pathwayPlanOn : null),
      doubt: (row, { asAt }) =>
        row.pathwayPlanOn !== null && row.pathwayPlanOn > asAt
          ? 'The date is still to come, so it is no review; it was left out'
          : null,
    },
    { heading: 'LA in Touch', cell: row => row.inTouch && TOUCHES[row.inTouch] },
    { heading: 'Latest Date of Contact', kind: 'day', mayBeBlank: isNotInTouch, cell: row => row.lastContactOn },
    {
      heading: 'Type of Accommodation',
      mayBeBlank: isNotAsked,
      cell: row => row.accommodation && HOMES[row.accommodation],
    },
    {
      heading: 'Suitability of Accommodation',
      mayBeBlank: isNotAsked,
      cell: ({ isAccommodationSuitable: is }) => (is === null ? null : is ? SUITABLE : UNSUITABLE),
    },
    { heading: 'Activity Status', mayBeBlank: isNotAsked, cell: row => row.activity && ACTIVITIES[row.activity] },
  ],
})

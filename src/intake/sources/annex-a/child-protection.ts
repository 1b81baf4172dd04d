/** List 7: the latest plan of every child who is on a child protection plan, or was in the six months before. */
import type { CpPlan } from '../../../children/cp-plan.ts'
import type { CpReview } from '../../../children/cp-review.ts'
import type { CpVisit } from '../../../children/cp-visit.ts'
import { made, stands } from '../gathered.ts'
import { day, oneOf } from '../ssd/column.ts'
import { ABUSES } from '../ssd/lists.ts'
import { addChild, CHILD, isDisabled, list, saysYes, teamName, unlettered, workerName } from './list.ts'

export const childProtection = list(7, {
  title: 'Child protection',
  rows: 'child protection plans',
  months: 6,
  into: 'cpPlans',
  brings: {
    cpPlans: 'months',
    cpVisits: 'latest',
    cpReviews: 'latest',
    disabilities: 'all',
    teams: 'all',
    professionals: 'all',
  },
  mainDay: 'startedOn',
  inOrder: [['startedOn', 'endedOn']],
  fields: {
    ...CHILD,
    isDisabled,
    startedOn: day('Child Protection Plan Start Date', 'CP Plan Start Date'),
    firstCategory: unlettered(oneOf(ABUSES, 'Initial Category of Abuse')),
    latestCategory: unlettered(oneOf(ABUSES, 'Latest Category of Abuse')),
    visitedOn: day('Date of the Last Statutory Visit', 'Date of Last Statutory Visit'),
    seenAlone: saysYes('Was the Child Seen Alone?'),
    reviewedOn: day('Date of latest review conference'),
    endedOn: day('Child Protection Plan End Date', 'CP Plan End Date'),
    teamName,
    workerName,
  },
  notKept: [
    'Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)',
    'Number of Previous Child Protection Plans',
  ],
  bring(row, into, at) {
    addChild(row, into, at)
    const { id, personId, startedOn, endedOn, firstCategory, latestCategory, visitedOn, seenAlone } = row
    const plan = { id, personId, referralId: null, conferenceId: null, startedOn, endedOn, isOtherAuthority: false }
    into.add('cpPlans', made<CpPlan>(row, { ...plan, firstCategory, latestCategory }))
    into.team(row.teamName)
    into.worker(row.workerName)
    const childSeen = seenAlone === true ? true : null
    if (stands(row, 'visitedOn'))
      into.add('cpVisits', made<CpVisit>(row, { id, personId, cpPlanId: id, visitedOn, childSeen, seenAlone, bedroomSeen: null })) // prettier-ignore
    if (!stands(row, 'reviewedOn')) return
    const unknown = { dueOn: null, meetingId: null, planContinues: null, isQuorate: null, participation: null }
    const review = { id, personId, cpPlanId: id, heldOn: row.reviewedOn, ...unknown }
    into.add('cpReviews', made<CpReview>(row, review, { heldOn: 'reviewedOn' }))
  },
})

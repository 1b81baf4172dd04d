/** Rows of the census as records: what the nesting said is said by numbers. */
import type { Conference } from '../../../children/conference.ts'
import type { Assessment } from '../../../children/assessment.ts'
import type { CinPlan } from '../../../children/cin-plan.ts'
import type { CpPlan } from '../../../children/cp-plan.ts'
import type { CpReview } from '../../../children/cp-review.ts'
import type { Recorded } from '../../../children/recorded.ts'
import { rowsBy } from '../../../children/records.ts'
import type { Referral } from '../../../children/referral.ts'
import type { Section47 } from '../../../children/section47.ts'
import type { Place } from '../../load-problem.ts'
import { type Gathered, made, stands } from '../gathered.ts'
import type { AssessmentRow, ChildRow, CinPlanRow, CpPlanRow, CpReviewRow, DetailsRow, Section47Row } from './tables.ts'

const NO_ONE = { teamId: null, workerId: null }

export function bringChild(row: ChildRow, into: Gathered, at: Place): void {
  const { disabilities, ...said } = row
  into.person({ ...said, unread: row.unread.filter(field => field !== 'disabilities') }, at, {})
  for (const one of disabilities ?? []) into.disability(row.id, one)
}

/** A conference that stands here came from no enquiry: mostly a child who moved here on a plan, which the census does not say. */
export function bringDetails(row: DetailsRow, into: Gathered): void {
  const { id, personId, referredOn, source, need, closedOn, closeReason, noFurtherAction, heldOn } = row
  const unknown = { sourceText: null, outcomes: null }
  into.add('referrals', made<Referral>(row, { id, personId, referredOn, source, need, closedOn, closeReason, noFurtherAction, ...unknown, ...NO_ONE })) // prettier-ignore
  if (stands(row, 'heldOn')) addConference(row, { id, personId, referralId: id, section47Id: null, targetOn: null, heldOn }, into) // prettier-ignore
}

/** Whether a plan was made is seen from the plans that began on the day (rule 2885: a plan begins on the day of its conference). */
function addConference(
  row: Recorded,
  said: Pick<Conference, 'id' | 'personId' | 'referralId' | 'section47Id' | 'targetOn' | 'heldOn'>,
  into: Gathered,
): void {
  // prettier-ignore
  const plan = rowsBy(into.rows('cpPlans'), 'personId').get(said.personId)?.find(({ startedOn }) => startedOn !== null && startedOn === said.heldOn) // prettier-ignore
  const planMade = said.heldOn === null ? null : plan !== undefined
  const whole = { ...said, meetingId: null, cpPlanId: plan?.id ?? null, isTransferIn: null, planMade, outcomes: null }
  into.add('conferences', made<Conference>(row, { ...whole, ...NO_ONE }))
}

export function bringAssessment(row: AssessmentRow, into: Gathered): void {
  const { id, personId, parentId, startedOn, authorisedOn, factors } = row
  const unknown = { childSeen: null, outcomes: null, noFurtherAction: null }
  into.add('assessments', made<Assessment>(row, { id, personId, referralId: parentId, startedOn, authorisedOn, ...unknown, ...NO_ONE })) // prettier-ignore
  if (stands(row, 'factors')) into.add('assessmentFactors', made(row, { id, assessmentId: id, factors }))
}

export const bringCinPlan = (row: CinPlanRow, into: Gathered): void =>
  into.add('cinPlans', made<CinPlan>(row, { id: row.id, personId: row.personId, referralId: row.parentId, startedOn: row.startedOn, endedOn: row.endedOn, ...NO_ONE })) // prettier-ignore

/** Decided once a conference was held or found unnecessary; the day it ended is not in the census. */
export function bringSection47(row: Section47Row, into: Gathered): void {
  const { id, personId, parentId, startedOn, targetOn, heldOn, isUnnecessary } = row
  const isDecided = isUnnecessary === true || stands(row, 'heldOn')
  const outcomes = isDecided ? (isUnnecessary === true ? [] : (['cp-conference'] as const)) : null
  const unknown = { endedOn: null, noFurtherAction: null }
  const one = made<Section47>(row, { id, personId, referralId: parentId, startedOn, ...unknown, outcomes, ...NO_ONE })
  into.add('section47s', isDecided ? { ...one, unread: [...one.unread, 'endedOn'] } : one)
  if (stands(row, 'heldOn')) addConference(row, { id, personId, referralId: parentId, section47Id: id, targetOn, heldOn }, into) // prettier-ignore
}

export function bringCpPlan(row: CpPlanRow, into: Gathered): void {
  const { id, personId, parentId, startedOn, endedOn, firstCategory, latestCategory } = row
  const plan = { id, personId, referralId: parentId, conferenceId: null, startedOn, endedOn }
  into.add('cpPlans', made<CpPlan>(row, { ...plan, isOtherAuthority: false, firstCategory, latestCategory }))
}

export function bringCpReview(row: CpReviewRow, into: Gathered): void {
  const { id, personId, parentId, heldOn } = row
  const unknown = { dueOn: null, meetingId: null, planContinues: null, isQuorate: null, participation: null }
  into.add('cpReviews', made<CpReview>(row, { id, personId, cpPlanId: parentId, heldOn, ...unknown }))
}

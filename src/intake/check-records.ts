/** The rules of the returns that matter for measures, run over records however they came. Each is in its own file. */
import type { ChildRecords } from '../children/records.ts'
import type { Recorded } from '../children/recorded.ts'
import type { LoadProblem, Place } from './load-problem.ts'
import { loadProblems } from './load-problem.ts'
import { adoptionOutOfOrder } from './sources/checks/adoption-out-of-order.ts'
import { referralAfterDeath, planAfterDeath } from './sources/checks/after-death.ts'
import { assessmentAuthorisedBeforeItBegan } from './sources/checks/assessment-authorised-before-it-began.ts'
import { assessmentBeforeReferral } from './sources/checks/assessment-before-referral.ts'
import { assessmentOpenInClosedCase } from './sources/checks/assessment-open-in-closed-case.ts'
import { bornAfterCaseClosed } from './sources/checks/born-after-case-closed.ts'
import { bornInTheFuture } from './sources/checks/born-in-the-future.ts'
import { ceasedWithoutReason } from './sources/checks/ceased-without-reason.ts'
import { cinPlanBesideCpPlan } from './sources/checks/cin-plan-beside-cp-plan.ts'
import { closedWithoutReason } from './sources/checks/closed-without-reason.ts'
import { conferenceAtWeekend } from './sources/checks/conference-at-weekend.ts'
import { conferenceBeforeEnquiry } from './sources/checks/conference-before-enquiry.ts'
import { conferenceNotRecorded } from './sources/checks/conference-not-recorded.ts'
import { referralInTheFuture, planInTheFuture, episodeInTheFuture } from './sources/checks/day-in-the-future.ts'
import { disabilityNoneAndAnother } from './sources/checks/disability-none-and-another.ts'
import { episodeGap } from './sources/checks/episode-gap.ts'
import { episodeWithoutBeginning } from './sources/checks/episode-without-beginning.ts'
import { episodesOverlap } from './sources/checks/episodes-overlap.ts'
import { legalStatusMissing } from './sources/checks/legal-status-missing.ts'
import { lookedAfterAt18 } from './sources/checks/looked-after-at-18.ts'
import { lookedAfterWithoutPlacement } from './sources/checks/looked-after-without-placement.ts'
import { missingOverlap } from './sources/checks/missing-overlap.ts'
import { over25 } from './sources/checks/over-25.ts'
import { placementWithoutEpisode } from './sources/checks/placement-without-episode.ts'
import { planOfOneDay } from './sources/checks/plan-of-one-day.ts'
import { planOpenInClosedCase } from './sources/checks/plan-open-in-closed-case.ts'
import { planWithoutConference } from './sources/checks/plan-without-conference.ts'
import { plansOverlap } from './sources/checks/plans-overlap.ts'
import { referralClosedBeforeItBegan } from './sources/checks/referral-closed-before-it-began.ts'
import { reviewNotAfterPlan } from './sources/checks/review-not-after-plan.ts'
import { section47BeforeReferral } from './sources/checks/section47-before-referral.ts'
import { section47OpenInClosedCase } from './sources/checks/section47-open-in-closed-case.ts'
import { twoOpenAssessments } from './sources/checks/two-open-assessments.ts'
import { twoOpenCinPlans } from './sources/checks/two-open-cin-plans.ts'
import { twoOpenPlacements } from './sources/checks/two-open-placements.ts'
import { twoOpenPlans } from './sources/checks/two-open-plans.ts'
import { twoOpenReferrals } from './sources/checks/two-open-referrals.ts'
import { twoOpenSection47s } from './sources/checks/two-open-section47s.ts'
import { upnOfTwo } from './sources/checks/upn-of-two.ts'
import type { PlaceOf } from './read-ssd.ts'
import { type Area, AREA, type Check } from './sources/checks/check.ts'
import { SSD_TABLES } from './ssd-tables.ts'

export { AREA, type Area }

export const CHECKS: readonly Check[] = [
  referralClosedBeforeItBegan, assessmentBeforeReferral, assessmentAuthorisedBeforeItBegan, assessmentOpenInClosedCase, twoOpenAssessments, section47BeforeReferral, section47OpenInClosedCase, twoOpenSection47s, conferenceBeforeEnquiry, conferenceAtWeekend, conferenceNotRecorded, planWithoutConference, planOfOneDay, twoOpenPlans, plansOverlap, reviewNotAfterPlan, planOpenInClosedCase, cinPlanBesideCpPlan, twoOpenCinPlans, twoOpenReferrals, closedWithoutReason, bornAfterCaseClosed, over25, bornInTheFuture, referralInTheFuture, planInTheFuture, episodeInTheFuture, referralAfterDeath, planAfterDeath, episodesOverlap, episodeGap, episodeWithoutBeginning, ceasedWithoutReason, legalStatusMissing, lookedAfterWithoutPlacement, placementWithoutEpisode, twoOpenPlacements, lookedAfterAt18, missingOverlap, upnOfTwo, disabilityNoneAndAnother, adoptionOutOfOrder,
] // prettier-ignore

/** A problem of the records, the rule that found it, and the areas of measures whose figures it touches. */
export type RecordProblem = LoadProblem & { check: string; touches: readonly Area[] }

type Given = {
  placeOf?: PlaceOf
  /** Skips what the reading of the dataset, or any reading, has told by cell. */
  alreadyTold?: 'reading' | 'dataset' | null
}

/**
 * In the order of the rules. `found` begins with the number of the child. Where nobody knows the places of rows, they have no file
 * and no row.
 */
export const checkRecords = (
  records: ChildRecords,
  { placeOf = () => null, alreadyTold = null }: Given = {},
): RecordProblem[] =>
  CHECKS.filter(({ toldBy }) => toldBy === null || (toldBy !== alreadyTold && alreadyTold !== 'dataset')).flatMap(
    check => problemsOf(check, records, placeOf),
  )

function problemsOf(check: Check, records: ChildRecords, placeOf: PlaceOf): RecordProblem[] {
  const { id, touches, table, field, severity, problem, expected } = check
  const told = loadProblems()
  const standard = SSD_TABLES.find(({ into }) => into === table)
  for (const { row, found } of check.find(records)) {
    const place = placeOf(row, table)
    const column = place ? (standard?.fields[field]?.names[0] ?? null) : null
    told.add(severity, place ?? NOWHERE, column, problem, expected, `${whose(row)}: ${found}`)
  }
  return told.list().map(one => ({ ...one, check: id, touches }))
}

const NOWHERE: Place = { file: '', sheet: null, row: null }

const whose = (row: Recorded): string => {
  const { personId, id } = row as unknown as { personId?: string; id?: string }
  return personId ?? id ?? ''
}

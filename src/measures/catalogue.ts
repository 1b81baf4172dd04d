/** Every measure, in the order of the catalogue: each is one file in `catalogue/` and one line here. */
import type { Measure } from './measure.ts'
import activityRate10k from './catalogue/activity-rate-10k.ts'
import adoptionA1EntryToPlacement from './catalogue/adoption-a1-entry-to-placement.ts'
import adoptionA10Adjusted from './catalogue/adoption-a10-adjusted.ts'
import adoptionA2OrderToMatch from './catalogue/adoption-a2-order-to-match.ts'
import adoptionA3Under14m from './catalogue/adoption-a3-under-14m.ts'
import adoptionAdmDecisionTimely from './catalogue/adoption-adm-decision-timely.ts'
import adoptionPipeline from './catalogue/adoption-pipeline.ts'
import advocacyReceived from './catalogue/advocacy-received.ts'
import assessmentDurationMean from './catalogue/assessment-duration-mean.ts'
import assessments45wd from './catalogue/assessments-45wd.ts'
import assessmentsNfa from './catalogue/assessments-nfa.ts'
import auditActionsClosed from './catalogue/audit-actions-closed.ts'
import auditsCompleted from './catalogue/audits-completed.ts'
import auditsGoodOrBetter from './catalogue/audits-good-or-better.ts'
import careLeaverAccommodationRisk from './catalogue/care-leaver-accommodation-risk.ts'
import careLeaversEet from './catalogue/care-leavers-eet.ts'
import careLeaversInTouch from './catalogue/care-leavers-in-touch.ts'
import careLeaversSuitableAccommodation from './catalogue/care-leavers-suitable-accommodation.ts'
import careProceedings26w from './catalogue/care-proceedings-26w.ts'
import careProceedingsDurationMean from './catalogue/care-proceedings-duration-mean.ts'
import caseRecording14d from './catalogue/case-recording-14d.ts'
import caseloadMean from './catalogue/caseload-mean.ts'
import casesUnallocated from './catalogue/cases-unallocated.ts'
import childParticipation from './catalogue/child-participation.ts'
import childRecordCurrency from './catalogue/child-record-currency.ts'
import childSeen from './catalogue/child-seen.ts'
import childSupervisionOversight from './catalogue/child-supervision-oversight.ts'
import cinReviewsInTimescale from './catalogue/cin-reviews-in-timescale.ts'
import cinVisitsInTimescale from './catalogue/cin-visits-in-timescale.ts'
import cinWithoutCurrentPlan from './catalogue/cin-without-current-plan.ts'
import cla3PlusSocialWorkers from './catalogue/cla-3-plus-social-workers.ts'
import claAttainment from './catalogue/cla-attainment.ts'
import claCeasedToPermanence from './catalogue/cla-ceased-to-permanence.ts'
import claHealthChecks12m from './catalogue/cla-health-checks-12m.ts'
import claMidpointReview from './catalogue/cla-midpoint-review.ts'
import claReviewsInTimescale from './catalogue/cla-reviews-in-timescale.ts'
import claSchoolMovesMidYear from './catalogue/cla-school-moves-mid-year.ts'
import claVisitsInTimescale from './catalogue/cla-visits-in-timescale.ts'
import complaintsRate from './catalogue/complaints-rate.ts'
import complaintsStage1InTime from './catalogue/complaints-stage1-in-time.ts'
import contactToReferralRate from './catalogue/contact-to-referral-rate.ts'
import contactsDivertedToEarlyHelp from './catalogue/contacts-diverted-to-early-help.ts'
import contactsReceived from './catalogue/contacts-received.ts'
import coreGroupsInTimescale from './catalogue/core-groups-in-timescale.ts'
import cpVisitsInTimescale from './catalogue/cp-visits-in-timescale.ts'
import cppEndedWithin6m from './catalogue/cpp-ended-within-6m.ts'
import cppLongDuration from './catalogue/cpp-long-duration.ts'
import cppReviewedInTimescale from './catalogue/cpp-reviewed-in-timescale.ts'
import cppSecondOrSubsequent from './catalogue/cpp-second-or-subsequent.ts'
import daScreeningTimely from './catalogue/da-screening-timely.ts'
import earlyHelpAssessmentsStarted from './catalogue/early-help-assessments-started.ts'
import earlyHelpInvolvedInCinCp from './catalogue/early-help-involved-in-cin-cp.ts'
import earlyHelpLeadByPartner from './catalogue/early-help-lead-by-partner.ts'
import earlyHelpOutcomeProgress from './catalogue/early-help-outcome-progress.ts'
import earlyHelpStepUpRate from './catalogue/early-help-step-up-rate.ts'
import exploitationRiskAssessed from './catalogue/exploitation-risk-assessed.ts'
import familyFindingWait from './catalogue/family-finding-wait.ts'
import fosterAssessmentTimely from './catalogue/foster-assessment-timely.ts'
import fosterCarerAnnualReview from './catalogue/foster-carer-annual-review.ts'
import fosterEnquiryToApproval from './catalogue/foster-enquiry-to-approval.ts'
import frontDoorDecision1wd from './catalogue/front-door-decision-1wd.ts'
import healthHistoryBy18 from './catalogue/health-history-by-18.ts'
import healthNotifiedOfEntry from './catalogue/health-notified-of-entry.ts'
import icpc15wd from './catalogue/icpc-15wd.ts'
import icpcToPlan from './catalogue/icpc-to-plan.ts'
import iha20wd from './catalogue/iha-20wd.ts'
import inHouseFosterCapacity from './catalogue/in-house-foster-capacity.ts'
import inHouseFosteringShare from './catalogue/in-house-fostering-share.ts'
import iroEscalationResolved from './catalogue/iro-escalation-resolved.ts'
import ladoTimeliness from './catalogue/lado-timeliness.ts'
import lifeStoryWork from './catalogue/life-story-work.ts'
import missingChildren from './catalogue/missing-children.ts'
import nqswRetention2y from './catalogue/nqsw-retention-2y.ts'
import partnerAttendance from './catalogue/partner-attendance.ts'
import partnerAuditReturns from './catalogue/partner-audit-returns.ts'
import pathwayPlanInPlace from './catalogue/pathway-plan-in-place.ts'
import pathwayPlanInitial16y3m from './catalogue/pathway-plan-initial-16y3m.ts'
import pathwayPlanReviewed6m from './catalogue/pathway-plan-reviewed-6m.ts'
import pepCurrentTerm from './catalogue/pep-current-term.ts'
import pepInitial from './catalogue/pep-initial.ts'
import pepQualityGood from './catalogue/pep-quality-good.ts'
import permanenceBySecondReview from './catalogue/permanence-by-second-review.ts'
import permanentPlacementWithin12m from './catalogue/permanent-placement-within-12m.ts'
import personalAdviserAllocated from './catalogue/personal-adviser-allocated.ts'
import placedOver20Miles from './catalogue/placed-over-20-miles.ts'
import placementDisruptions from './catalogue/placement-disruptions.ts'
import placementLongTermStability from './catalogue/placement-long-term-stability.ts'
import placementPlanningMeeting72h from './catalogue/placement-planning-meeting-72h.ts'
import placementTypeShare from './catalogue/placement-type-share.ts'
import placements3Plus from './catalogue/placements-3-plus.ts'
import planActionsOnTime from './catalogue/plan-actions-on-time.ts'
import planClockCompliance from './catalogue/plan-clock-compliance.ts'
import planDurationMean from './catalogue/plan-duration-mean.ts'
import planImpactEvidenced from './catalogue/plan-impact-evidenced.ts'
import populationRate10k from './catalogue/population-rate-10k.ts'
import preBirthAssessmentTimely from './catalogue/pre-birth-assessment-timely.ts'
import preProceedingsDuration from './catalogue/pre-proceedings-duration.ts'
import privateFosteringVisits from './catalogue/private-fostering-visits.ts'
import reReferrals12m from './catalogue/re-referrals-12m.ts'
import recruitmentPipeline from './catalogue/recruitment-pipeline.ts'
import referralsLeadingToService from './catalogue/referrals-leading-to-service.ts'
import referralsNfa from './catalogue/referrals-nfa.ts'
import referrerFeedbackGiven from './catalogue/referrer-feedback-given.ts'
import reunificationSustained from './catalogue/reunification-sustained.ts'
import rhaUpToDate from './catalogue/rha-up-to-date.ts'
import rhi72h from './catalogue/rhi-72h.ts'
import rhiOfferedAndCompleted from './catalogue/rhi-offered-and-completed.ts'
import s20Reviewed from './catalogue/s20-reviewed.ts'
import s47ToIcpc from './catalogue/s47-to-icpc.ts'
import sdqAverageScore from './catalogue/sdq-average-score.ts'
import sdqCompleted from './catalogue/sdq-completed.ts'
import socialCareAbsence from './catalogue/social-care-absence.ts'
import staffDevelopmentComplete from './catalogue/staff-development-complete.ts'
import stayingPut from './catalogue/staying-put.ts'
import stepDownToEarlyHelp from './catalogue/step-down-to-early-help.ts'
import strategyDiscussionTimely from './catalogue/strategy-discussion-timely.ts'
import supervision1to1 from './catalogue/supervision-1to1.ts'
import surveyResponseRate from './catalogue/survey-response-rate.ts'
import sustainedClosure6m from './catalogue/sustained-closure-6m.ts'
import swAgencyRate from './catalogue/sw-agency-rate.ts'
import swTurnoverRate from './catalogue/sw-turnover-rate.ts'
import swVacancyRate from './catalogue/sw-vacancy-rate.ts'

/** The measures without their variants. */
export const MEASURES: readonly Measure[] = [
  activityRate10k,
  adoptionA1EntryToPlacement,
  adoptionA10Adjusted,
  adoptionA2OrderToMatch,
  adoptionA3Under14m,
  adoptionAdmDecisionTimely,
  adoptionPipeline,
  advocacyReceived,
  assessmentDurationMean,
  assessments45wd,
  assessmentsNfa,
  auditActionsClosed,
  auditsCompleted,
  auditsGoodOrBetter,
  careLeaverAccommodationRisk,
  careLeaversEet,
  careLeaversInTouch,
  careLeaversSuitableAccommodation,
  careProceedings26w,
  careProceedingsDurationMean,
  caseRecording14d,
  caseloadMean,
  casesUnallocated,
  childParticipation,
  childRecordCurrency,
  childSeen,
  childSupervisionOversight,
  cinReviewsInTimescale,
  cinVisitsInTimescale,
  cinWithoutCurrentPlan,
  cla3PlusSocialWorkers,
  claAttainment,
  claCeasedToPermanence,
  claHealthChecks12m,
  claMidpointReview,
  claReviewsInTimescale,
  claSchoolMovesMidYear,
  claVisitsInTimescale,
  complaintsRate,
  complaintsStage1InTime,
  contactToReferralRate,
  contactsDivertedToEarlyHelp,
  contactsReceived,
  coreGroupsInTimescale,
  cpVisitsInTimescale,
  cppEndedWithin6m,
  cppLongDuration,
  cppReviewedInTimescale,
  cppSecondOrSubsequent,
  daScreeningTimely,
  earlyHelpAssessmentsStarted,
  earlyHelpInvolvedInCinCp,
  earlyHelpLeadByPartner,
  earlyHelpOutcomeProgress,
  earlyHelpStepUpRate,
  exploitationRiskAssessed,
  familyFindingWait,
  fosterAssessmentTimely,
  fosterCarerAnnualReview,
  fosterEnquiryToApproval,
  frontDoorDecision1wd,
  healthHistoryBy18,
  healthNotifiedOfEntry,
  icpc15wd,
  icpcToPlan,
  iha20wd,
  inHouseFosterCapacity,
  inHouseFosteringShare,
  iroEscalationResolved,
  ladoTimeliness,
  lifeStoryWork,
  missingChildren,
  nqswRetention2y,
  partnerAttendance,
  partnerAuditReturns,
  pathwayPlanInPlace,
  pathwayPlanInitial16y3m,
  pathwayPlanReviewed6m,
  pepCurrentTerm,
  pepInitial,
  pepQualityGood,
  permanenceBySecondReview,
  permanentPlacementWithin12m,
  personalAdviserAllocated,
  placedOver20Miles,
  placementDisruptions,
  placementLongTermStability,
  placementPlanningMeeting72h,
  placementTypeShare,
  placements3Plus,
  planActionsOnTime,
  planClockCompliance,
  planDurationMean,
  planImpactEvidenced,
  populationRate10k,
  preBirthAssessmentTimely,
  preProceedingsDuration,
  privateFosteringVisits,
  reReferrals12m,
  recruitmentPipeline,
  referralsLeadingToService,
  referralsNfa,
  referrerFeedbackGiven,
  reunificationSustained,
  rhaUpToDate,
  rhi72h,
  rhiOfferedAndCompleted,
  s20Reviewed,
  s47ToIcpc,
  sdqAverageScore,
  sdqCompleted,
  socialCareAbsence,
  staffDevelopmentComplete,
  stayingPut,
  stepDownToEarlyHelp,
  strategyDiscussionTimely,
  supervision1to1,
  surveyResponseRate,
  sustainedClosure6m,
  swAgencyRate,
  swTurnoverRate,
  swVacancyRate,
].sort((one, other) => one.number - other.number)

/** The measures, each with its variants after it. */
export const WHOLE_CATALOGUE: readonly Measure[] = MEASURES.flatMap(measure => [measure, ...measure.variants])

const BY_ID = new Map(WHOLE_CATALOGUE.map(measure => [measure.id, measure]))

/** By id, a variant after a slash. Undefined where there is none. */
export const measureNamed = (id: string): Measure | undefined => BY_ID.get(id)

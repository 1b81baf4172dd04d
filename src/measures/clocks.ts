/** Every clock, in the order of a child's way through the service. A clock is one file in `clocks/` and one line here. */
import { nearestWord } from '../terms/nearest-word.ts'
import { type Clock, variantOf } from './clock.ts'
import twelveWeekPlan from './clocks/12-week-plan.ts'
import a1 from './clocks/a1.ts'
import a2 from './clocks/a2.ts'
import action from './clocks/action.ts'
import actionPlan70 from './clocks/action-plan-70.ts'
import adm from './clocks/adm.ts'
import adopterStages from './clocks/adopter-stages.ts'
import adoptionReview from './clocks/adoption-review.ts'
import appraisal from './clocks/appraisal.ts'
import assessment45 from './clocks/assessment-45.ts'
import audit from './clocks/audit.ts'
import auditAction from './clocks/audit-action.ts'
import board from './clocks/board.ts'
import careLeaverContact from './clocks/care-leaver-contact.ts'
import carePlan from './clocks/care-plan.ts'
import caseRecord from './clocks/case-record.ts'
import chairReport from './clocks/chair-report.ts'
import chairValidation from './clocks/chair-validation.ts'
import cinPlan from './clocks/cin-plan.ts'
import cinReview from './clocks/cin-review.ts'
import cinVisit from './clocks/cin-visit.ts'
import clRisk from './clocks/cl-risk.ts'
import claReview1 from './clocks/cla-review-1.ts'
import claReview2 from './clocks/cla-review-2.ts'
import claReviewN from './clocks/cla-review-n.ts'
import claVisit from './clocks/cla-visit.ts'
import complaint1 from './clocks/complaint-1.ts'
import complaint2 from './clocks/complaint-2.ts'
import complaint3 from './clocks/complaint-3.ts'
import contactDecision from './clocks/contact-decision.ts'
import coreGroupFirst from './clocks/core-group-first.ts'
import coreGroupNext from './clocks/core-group-next.ts'
import cpVisit from './clocks/cp-visit.ts'
import cppDrift from './clocks/cpp-drift.ts'
import daScreening from './clocks/da-screening.ts'
import dental from './clocks/dental.ts'
import dfeReview from './clocks/dfe-review.ts'
import draftPlan20 from './clocks/draft-plan-20.ts'
import epo from './clocks/epo.ts'
import execBoard from './clocks/exec-board.ts'
import familyFinding from './clocks/family-finding.ts'
import fosterAssess from './clocks/foster-assess.ts'
import fosterReview from './clocks/foster-review.ts'
import healthEscalation from './clocks/health-escalation.ts'
import healthNotified from './clocks/health-notified.ts'
import icpc15 from './clocks/icpc-15.ts'
import iha from './clocks/iha.ts'
import independentReview from './clocks/independent-review.ts'
import induction from './clocks/induction.ts'
import iroDispute from './clocks/iro-dispute.ts'
import iroMidpoint from './clocks/iro-midpoint.ts'
import lado from './clocks/lado.ts'
import lscbImprove from './clocks/lscb-improve.ts'
import milestone from './clocks/milestone.ts'
import missingOpen from './clocks/missing-open.ts'
import monitoringVisit from './clocks/monitoring-visit.ts'
import ofstedAnnual from './clocks/ofsted-annual.ts'
import paVisit from './clocks/pa-visit.ts'
import pepInitial from './clocks/pep-initial.ts'
import pepTerm from './clocks/pep-term.ts'
import permanence from './clocks/permanence.ts'
import pfFirst from './clocks/pf-first.ts'
import pfNext from './clocks/pf-next.ts'
import placeIn12m from './clocks/place-in-12m.ts'
import placementMeeting from './clocks/placement-meeting.ts'
import placementNotify from './clocks/placement-notify.ts'
import placementPlan from './clocks/placement-plan.ts'
import planTwoYears from './clocks/plan-two-years.ts'
import ploDecision from './clocks/plo-decision.ts'
import ploMeeting from './clocks/plo-meeting.ts'
import pod from './clocks/pod.ts'
import policeProtection from './clocks/police-protection.ts'
import ppInitial from './clocks/pp-initial.ts'
import ppReview from './clocks/pp-review.ts'
import preProceedings from './clocks/pre-proceedings.ts'
import proceedings from './clocks/proceedings.ts'
import rapidReview from './clocks/rapid-review.ts'
import rcpcFirst from './clocks/rcpc-first.ts'
import rcpcNext from './clocks/rcpc-next.ts'
import referralDecision from './clocks/referral-decision.ts'
import referrerFeedback from './clocks/referrer-feedback.ts'
import reportPublish from './clocks/report-publish.ts'
import reunification from './clocks/reunification.ts'
import reviewRecord from './clocks/review-record.ts'
import rha from './clocks/rha.ts'
import rhi from './clocks/rhi.ts'
import s20Review from './clocks/s20-review.ts'
import s47FirstVisit from './clocks/s47-first-visit.ts'
import scrutiny from './clocks/scrutiny.ts'
import sdq from './clocks/sdq.ts'
import seriousIncident from './clocks/serious-incident.ts'
import shadowBoard from './clocks/shadow-board.ts'
import shortBreak from './clocks/short-break.ts'
import strategy from './clocks/strategy.ts'
import supervision from './clocks/supervision.ts'
import tempApproval from './clocks/temp-approval.ts'
import transferIn from './clocks/transfer-in.ts'

export const CLOCKS: readonly Clock[] = [
  contactDecision,
  referralDecision,
  referrerFeedback,
  daScreening,
  strategy,
  s47FirstVisit,
  assessment45,
  icpc15,
  transferIn,
  coreGroupFirst,
  coreGroupNext,
  rcpcFirst,
  rcpcNext,
  cpVisit,
  cppDrift,
  cinVisit,
  cinPlan,
  cinReview,
  caseRecord,
  epo,
  policeProtection,
  seriousIncident,
  rapidReview,
  lado,
  placementMeeting,
  placementPlan,
  placementNotify,
  healthNotified,
  carePlan,
  iha,
  rha,
  dental,
  sdq,
  pepInitial,
  pepTerm,
  claReview1,
  claReview2,
  claReviewN,
  iroMidpoint,
  reviewRecord,
  iroDispute,
  claVisit,
  tempApproval,
  permanence,
  familyFinding,
  s20Review,
  reunification,
  shortBreak,
  a1,
  a2,
  adm,
  adopterStages,
  adoptionReview,
  placeIn12m,
  fosterAssess,
  fosterReview,
  pfFirst,
  pfNext,
  ppInitial,
  ppReview,
  paVisit,
  careLeaverContact,
  clRisk,
  rhi,
  missingOpen,
  ploDecision,
  ploMeeting,
  preProceedings,
  proceedings,
  complaint1,
  complaint2,
  complaint3,
  supervision,
  pod,
  induction,
  appraisal,
  audit,
  auditAction,
  healthEscalation,
  reportPublish,
  actionPlan70,
  draftPlan20,
  monitoringVisit,
  ofstedAnnual,
  board,
  execBoard,
  shadowBoard,
  dfeReview,
  chairReport,
  chairValidation,
  independentReview,
  lscbImprove,
  planTwoYears,
  action,
  twelveWeekPlan,
  milestone,
  scrutiny,
]

/** Names that clocks go by elsewhere. */
const ALSO_CALLED: Readonly<Record<string, string>> = { 'manager-induction': 'induction' }

const BY_ID = new Map(CLOCKS.map(clock => [clock.id, clock]))

/** The clock of a name, with or without `clk-` before it; a variant stands after a slash (`rcpc-next/5-months`). Null where there is none. */
export function clockNamed(name: string): Clock | null {
  const [id, variant] = partsOf(name)
  const found = BY_ID.get(id) ?? null
  if (found === null || variant === undefined) return found
  return Object.hasOwn(found.variants, variant) ? variantOf(found, variant) : null
}

/** The name somebody may have meant: of a clock, or of a variant where the clock itself is right. */
export function nearestClockName(name: string): string | null {
  const [id, variant] = partsOf(name)
  const found = BY_ID.get(id)
  if (found === undefined || variant === undefined) return nearestWord(id, [...BY_ID.keys()])
  const near = nearestWord(variant, Object.keys(found.variants))
  return near && `${id}/${near}`
}

function partsOf(name: string): [string, string | undefined] {
  const [id, variant] = name.trim().toLowerCase().replace(/^clk-/, '').split('/')
  return [ALSO_CALLED[id!] ?? id!, variant]
}

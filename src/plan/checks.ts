/** Every plan check, and the questions they raise about a plan: the gravest first. A check is one file in `checks/` and one line here. */
import { type PlanCheck, type PlanToCheck, type RaisedQuestion, type Severity, SEVERITY } from './check.ts'
import actionIsAnotherPlan from './checks/action-is-another-plan.ts'
import ambiguousDirection from './checks/ambiguous-direction.ts'
import citationFitsAnother from './checks/citation-fits-another.ts'
import citationPointsNowhere from './checks/citation-points-nowhere.ts'
import dateAfterThePlan from './checks/date-after-the-plan.ts'
import dateBeforeThePlan from './checks/date-before-the-plan.ts'
import dateNotUnderstood from './checks/date-not-understood.ts'
import datePast from './checks/date-past.ts'
import dateSlippedAgain from './checks/date-slipped-again.ts'
import dateToBeConfirmed from './checks/date-to-be-confirmed.ts'
import daysNotSaidWorking from './checks/days-not-said-working.ts'
import delayedWithoutANewDate from './checks/delayed-without-a-new-date.ts'
import deliveredWithoutImpact from './checks/delivered-without-impact.ts'
import duplicateActions from './checks/duplicate-actions.ts'
import findingOnlyByAnObjective from './checks/finding-only-by-an-objective.ts'
import findingUnanswered from './checks/finding-unanswered.ts'
import impactWithoutEvidence from './checks/impact-without-evidence.ts'
import leadToBeConfirmed from './checks/lead-to-be-confirmed.ts'
import ledByAGroup from './checks/led-by-a-group.ts'
import ledOnlyByPartners from './checks/led-only-by-partners.ts'
import measureNamesAMeeting from './checks/measure-names-a-meeting.ts'
import milestoneMissedOnTask from './checks/milestone-missed-on-task.ts'
import milestonesContradict from './checks/milestones-contradict.ts'
import noBaseline from './checks/no-baseline.ts'
import noDate from './checks/no-date.ts'
import noLead from './checks/no-lead.ts'
import noMeasure from './checks/no-measure.ts'
import nobodyMonitors from './checks/nobody-monitors.ts'
import nothingToCount from './checks/nothing-to-count.ts'
import noOutcome from './checks/no-outcome.ts'
import objectiveWithoutActions from './checks/objective-without-actions.ts'
import onHoldWithoutReason from './checks/on-hold-without-reason.ts'
import onePostCarriesTooMuch from './checks/one-post-carries-too-much.ts'
import ongoingWithoutNextTest from './checks/ongoing-without-next-test.ts'
import outcomeIsATask from './checks/outcome-is-a-task.ts'
import percentageWithoutFigure from './checks/percentage-without-figure.ts'
import repeatedObjective from './checks/repeated-objective.ts'
import sameThingDifferentTargets from './checks/same-thing-different-targets.ts'
import severalPromises from './checks/several-promises.ts'
import staleUpdate from './checks/stale-update.ts'
import statutoryRuleContradicted from './checks/statutory-rule-contradicted.ts'
import targetAfterTheEnd from './checks/target-after-the-end.ts'
import targetLowered from './checks/target-lowered.ts'
import targetRebased from './checks/target-rebased.ts'
import targetWithoutADate from './checks/target-without-a-date.ts'

export const PLAN_CHECKS: PlanCheck[] = [
  actionIsAnotherPlan,
  ambiguousDirection,
  citationFitsAnother,
  citationPointsNowhere,
  dateAfterThePlan,
  dateBeforeThePlan,
  dateNotUnderstood,
  datePast,
  dateSlippedAgain,
  dateToBeConfirmed,
  daysNotSaidWorking,
  delayedWithoutANewDate,
  deliveredWithoutImpact,
  duplicateActions,
  findingOnlyByAnObjective,
  findingUnanswered,
  impactWithoutEvidence,
  leadToBeConfirmed,
  ledByAGroup,
  ledOnlyByPartners,
  measureNamesAMeeting,
  milestoneMissedOnTask,
  milestonesContradict,
  noBaseline,
  noDate,
  noLead,
  noMeasure,
  noOutcome,
  nobodyMonitors,
  nothingToCount,
  objectiveWithoutActions,
  onHoldWithoutReason,
  onePostCarriesTooMuch,
  ongoingWithoutNextTest,
  outcomeIsATask,
  percentageWithoutFigure,
  repeatedObjective,
  sameThingDifferentTargets,
  severalPromises,
  staleUpdate,
  statutoryRuleContradicted,
  targetAfterTheEnd,
  targetLowered,
  targetRebased,
  targetWithoutADate,
]

/** The questions of every check, serious before moderate before minor, and within those in the order of the checks. */
export const raiseQuestions = (checked: PlanToCheck): RaisedQuestion[] =>
  PLAN_CHECKS.flatMap(check => check.find(checked).map(question => ({ ...question, check }))).sort(
    (a, b) => rank(a.check.severity) - rank(b.check.severity),
  )

const rank = (severity: Severity): number => Object.keys(SEVERITY).indexOf(severity)

/** The questions about one action, for its own page. */
export const questionsAbout = (raised: RaisedQuestion[], actionId: number): RaisedQuestion[] =>
  raised.filter(question => question.actionIds.includes(actionId))

/**
 * The few questions to put first: the gravest, and no check twice before each has been heard once, so that a board is not asked
 * the same thing of five rows. Among one check's questions the one about most actions comes first.
 */
export function topQuestions(raised: RaisedQuestion[], count: number): RaisedQuestion[] {
  const heard = new Map<PlanCheck, number>()
  const byBreadth = [...raised].sort(
    (a, b) => rank(a.check.severity) - rank(b.check.severity) || b.actionIds.length - a.actionIds.length,
  )
  const ranked = byBreadth.map(question => {
    const round = heard.get(question.check) ?? 0
    heard.set(question.check, round + 1)
    return { question, round }
  })
  return ranked
    .sort((a, b) => a.round - b.round)
    .slice(0, count)
    .map(({ question }) => question)
}

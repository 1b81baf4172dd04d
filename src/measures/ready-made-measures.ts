/**
 * Measures of the catalogue whose figures no extract can hold, ready to be entered by hand: what to count, who gives it and how often. An
 * authority takes those it wants and may change every word. Targets are never among them: they are the authority's own.
 */
import type { EnteredMeasure, Frequency } from './entered-measure.ts'
import type { Measure, MeasureArea, Polarity } from './measure.ts'
import { measureNamed, WHOLE_CATALOGUE } from './catalogue.ts'

export type ReadyMade = Pick<
  EnteredMeasure,
  'measure' | 'name' | 'unit' | 'polarity' | 'definition' | 'source' | 'frequency' | 'dueAfterDays'
> & { area: MeasureArea }

const ready = (
  measure: string,
  area: MeasureArea,
  name: string,
  [unit, polarity, frequency, dueAfterDays]: [string, Polarity, Frequency, number],
  definition: string,
  source: string,
): ReadyMade => ({ measure, area, name, unit, polarity, frequency, dueAfterDays, definition, source })

const OF_OWN: readonly ReadyMade[] = [
  ready('survey-response-rate/young-people', 'voice', 'Feedback forms returned by young people', ['%', 'higher', 'quarter', 15],
    'Valid responses, of the young people who were asked. Forms that could not be delivered are left out.', 'Participation service, feedback returns'),
  ready('survey-response-rate/staff', 'voice', 'Staff survey answered', ['%', 'higher', 'half-year', 30],
    'Valid responses, of the staff who were asked.', 'Human resources, staff survey'),
  ready('survey-response-rate/parents', 'voice', 'Parents and carers who gave feedback', ['%', 'higher', 'quarter', 15],
    'Valid responses, of the parents and carers who were asked.', 'Quality assurance, feedback returns'),
  ready('survey-response-rate/positive', 'voice', 'Answers that were positive', ['%', 'higher', 'quarter', 15],
    'Answers that agree, of the answers given to the questions of the survey.', 'Participation service, feedback returns'),
  ready('complaints-rate', 'complaints', 'Complaints received', ['', 'lower', 'quarter', 20],
    'Statutory stage 1 complaints received in the period. Corporate complaints are left out.', 'Complaints register; SI 2006/1738'),
  ready('complaints-rate/upheld', 'complaints', 'Complaints upheld or partly upheld', ['%', 'lower', 'quarter', 20],
    'Upheld or partly upheld, of the statutory complaints closed in the period.', 'Complaints register; SI 2006/1738'),
  ready('complaints-rate/compliments', 'complaints', 'Compliments received', ['', 'higher', 'quarter', 20],
    'Compliments about the service received in the period.', 'Complaints register'),
  ready('complaints-stage1-in-time', 'complaints', 'Stage 1 complaints answered in time', ['%', 'higher', 'quarter', 20],
    'Answered by the day they were due, of the stage 1 responses due in the period: 10 working days, or 20 where the complainant was told in time. Withdrawn complaints are left out.', 'Complaints register; SI 2006/1738'),
  ready('complaints-stage1-in-time/stage-2', 'complaints', 'Stage 2 complaints answered in time', ['%', 'higher', 'quarter', 20],
    'Answered by the day they were due, of the stage 2 responses due in the period: 25 working days, or 65 where the complainant was told in time.', 'Complaints register; SI 2006/1738'),
  ready('recruitment-pipeline/offers', 'workforce', 'Offers accepted by social workers', ['', 'higher', 'month', 10],
    'People who accepted an offer in the period, whether they have started, agreed a day to start, or wait for checks.', 'Human resources, recruitment tracker'),
  ready('recruitment-pipeline/started', 'workforce', 'Permanent social workers who started', ['', 'higher', 'month', 10],
    'People who started in a permanent post in the period.', 'Human resources, recruitment tracker'),
  ready('recruitment-pipeline/awaiting', 'workforce', 'Recruits waiting to start', ['', 'none', 'month', 10],
    'People with an accepted offer at the end of the period: a day to start is agreed, or checks are awaited.', 'Human resources, recruitment tracker'),
  ready('sw-vacancy-rate/absence', 'workforce', 'Days lost to sickness', ['%', 'lower', 'month', 15],
    'Working days lost to sickness, of the working days of all social workers (full-time equivalent).', 'Human resources, absence records'),
  ready('staff-development-complete/induction', 'workforce', 'New workers whose induction is complete', ['%', 'higher', 'quarter', 15],
    'Induction complete, of workers in post for longer than it may take. Long absences are left out.', 'Workforce development, training records'),
  ready('staff-development-complete/appraisal', 'workforce', 'Appraisals held in the last 12 months', ['%', 'higher', 'quarter', 15],
    'An appraisal within 12 months, of staff in post for 12 months or more. Long absences are left out.', 'Workforce development, appraisal records'),
  ready('staff-development-complete/mandatory-training', 'workforce', 'Mandatory training in date', ['%', 'higher', 'quarter', 15],
    'Every mandatory course in date, of the staff who must have them.', 'Workforce development, training records'),
  ready('staff-development-complete/manager-training', 'workforce', 'New managers trained within two weeks', ['%', 'higher', 'quarter', 15],
    'Trained within 14 days of starting, of managers who started in the period.', 'Workforce development, training records'),
  ready('partner-audit-returns/section-11', 'partners', 'Section 11 returns from partner agencies', ['%', 'higher', 'year', 60],
    'Returned complete by the day, of the agencies that are due to return.', 'Safeguarding partnership; Children Act 2004, section 11'),
  ready('partner-audit-returns/section-175', 'partners', 'Section 175 returns from schools', ['%', 'higher', 'year', 60],
    'Returned complete by the day, of the schools that are due to return.', 'Safeguarding partnership; Education Act 2002, section 175'),
  ready('lado-timeliness/told-1wd', 'partners', 'Allegations told to the LADO within one working day', ['%', 'higher', 'quarter', 20],
    'Told within one working day, of allegations against people who work with children received in the period. What is below the threshold is left out.', 'Designated officer (LADO)'),
  ready('lado-timeliness/closed-1-month', 'partners', 'Allegations closed within one month', ['%', 'higher', 'quarter', 20],
    'Closed within one month, of allegations against people who work with children closed in the period.', 'Designated officer (LADO)'),
  ready('lado-timeliness/closed-3-months', 'partners', 'Allegations closed within three months', ['%', 'higher', 'quarter', 20],
    'Closed within three months, of allegations against people who work with children closed in the period.', 'Designated officer (LADO)'),
  ready('early-help-assessments-started/offer-accepted', 'early-help', 'Early help offers that were accepted', ['%', 'higher', 'quarter', 15],
    'Accepted by the end of the period, of the early help assessments offered in it.', 'Early help service; partner returns'),
  ready('early-help-outcome-progress/claims', 'early-help', 'Accepted claims of the Supporting Families programme', ['', 'higher', 'quarter', 30],
    'Claims accepted in the period.', 'Supporting Families coordinator'),
  ready('contacts-received/contacts-to-mash', 'front-door', 'Contacts taken into the multi-agency safeguarding hub', ['%', 'lower', 'month', 10],
    'Taken into the hub, of all contacts received in the period.', 'Multi-agency safeguarding hub, tracker'),
  ready('referrer-feedback-given', 'front-door', 'Referrers told the outcome of their referral', ['%', 'higher', 'month', 10],
    'Told by the day it was due, of referrals from professionals received in the period and due. Referrals from families and anonymous ones are left out.', 'Working Together, chapter 1; front door tracker'),
  ready('activity-rate-10k/care-applications', 'court', 'Care applications', ['', 'none', 'quarter', 30],
    'Care applications received by Cafcass in the period.', 'Cafcass'),
  ready('adoption-pipeline/applications-lodged', 'adoption', 'Adoption applications lodged', ['', 'none', 'quarter', 20],
    'Adoption applications lodged with the court in the period.', 'Adoption service or regional agency, quarterly return'),
  ready('adoption-adm-decision-timely', 'adoption', 'Panel business decided in time', ['%', 'higher', 'quarter', 20],
    'Decided by the agency decision maker within seven working days, of panel items of the period. Items the panel deferred are left out.', 'Panel administrator'),
  ready('adoption-adm-decision-timely/minutes', 'adoption', 'Panel minutes signed within two weeks', ['%', 'higher', 'quarter', 20],
    'Signed within 14 days of the panel, of the panels of the period.', 'Panel administrator'),
  ready('foster-enquiry-to-approval', 'fostering', 'Enquiries that became approved foster carers', ['%', 'higher', 'quarter', 20],
    'Approved, of enquiries received in the 12 months. Connected persons are left out.', 'Fostering service, recruitment tracker'),
  ready('foster-enquiry-to-approval/enquiries', 'fostering', 'Fostering enquiries received', ['', 'higher', 'quarter', 20],
    'Enquiries received in the period. Connected persons are left out.', 'Fostering service, recruitment tracker'),
  ready('foster-assessment-timely', 'fostering', 'Fostering assessments completed in time', ['%', 'higher', 'quarter', 20],
    'At panel by the day they were due, of assessments due in the period. Pauses that the applicant asked for are left out.', 'Fostering service'),
  ready('in-house-foster-capacity', 'fostering', 'In-house foster placements', ['', 'higher', 'month', 10],
    'Approved places with in-house carers at the end of the period. Connected persons are shown apart.', 'Fostering service'),
  ready('audits-completed', 'quality', 'Audits completed against the programme', ['%', 'higher', 'month', 10],
    'Submitted by the end of the month, of audits due in the period. Auditors away for the whole month are left out.', 'Quality assurance, audit programme'),
  ready('audits-good-or-better', 'quality', 'Practice graded good or better', ['%', 'higher', 'month', 15],
    'Graded good or outstanding, of audits moderated in the period with a grade; the moderated grade counts.', 'Quality assurance, audit programme'),
  ready('audit-actions-closed', 'quality', 'Audit actions completed in time', ['%', 'higher', 'month', 10],
    'Closed with evidence by their day, of audit actions due in the period. Actions cancelled with a reason are left out.', 'Quality assurance, audit programme'),
  ready('pep-quality-good', 'education', 'Personal education plans judged good or better', ['%', 'higher', 'term', 30],
    'Graded good or outstanding, of plans quality-assured in the term.', 'Virtual school'),
  ready('iro-escalation-resolved', 'quality', 'Escalations by reviewing officers resolved in time', ['%', 'higher', 'month', 10],
    'Resolved within 20 working days, of escalations due in the period. Withdrawn ones are left out.', 'Independent reviewing service'),
  ready('iro-escalation-resolved/raised', 'quality', 'Escalations raised by reviewing officers', ['', 'none', 'month', 10],
    'Escalations raised in the period.', 'Independent reviewing service'),
] // prettier-ignore

/** How often those of the catalogue come, where not every month within 15 days. */
const RHYTHM: Record<string, [Frequency, number]> = {
  'cla-attainment': ['year', 240],
  'early-help-outcome-progress': ['quarter', 30],
  'pep-quality-good': ['term', 30],
}

/** What the catalogue says can be in no extract, in the catalogue's own words. */
const ofCatalogue = ({ id, base, area, name, unit, polarity, counted, outOf, leftOut, source }: Measure): ReadyMade => {
  const [frequency, dueAfterDays] = RHYTHM[base] ?? ['month', 15]
  const definition = `${counted}. Of: ${outOf}.${leftOut === '' ? '' : ` Left out: ${leftOut}.`}`
  return { measure: id, area, name, unit, polarity, frequency, dueAfterDays, definition, source }
}

const NOT_HELD = WHOLE_CATALOGUE.filter(({ needs }) => needs.some(need => typeof need !== 'string'))

/** Those that the catalogue says no extract holds, then the others that councils enter. */
export const READY_MADE: readonly ReadyMade[] = [
  ...NOT_HELD.map(ofCatalogue),
  ...OF_OWN.filter(({ measure }) => !measureNamed(measure)),
]

export const findReadyMade = (measure: string): ReadyMade | null =>
  READY_MADE.find(one => one.measure === measure) ?? null

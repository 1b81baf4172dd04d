/** Child and family assessments completed within 45 working days. */
import { clockNamed } from '../clocks.ts'
import { assessments } from '../histories/assessments.ts'
import { type History, numbered } from '../history.ts'
import { measure, type Settings } from '../measure.ts'
import { countCompleted, countDue, type Running, running } from '../running.ts'

const CLOCK = clockNamed('assessment-45')!

/** Closed as moved or died, an assessment still open ends with the referral; closed for any other reason it stays open (ruling). */
const runningAssessments = (history: History, settings: Settings): Running[] =>
  history.of(assessments).map(({ id, personId, from, startedOn, authorisedOn, referral, isUnread }) => {
    const hasLeft = referral?.closeReason === 'RC2' || referral?.closeReason === 'RC5'
    return running(
      CLOCK,
      {
        id,
        personId,
        facts: { start: settings.fromStart ? startedOn : from },
        done: authorisedOn,
        ended: hasLeft ? numbered(referral.closedOn) : null,
        isDoneAfterEnd: true,
        leftOut: isUnread ? 'unread' : null,
      },
      history,
      settings,
    )
  })

export default measure({
  id: 'assessments-45wd',
  number: 18,
  name: 'Assessments completed within 45 working days',
  area: 'assessment',
  unit: '%',
  polarity: 'higher',
  basis: 'completed',
  periods: ['month', 'year-to-date', 'rolling-year'],
  outOf: 'Assessments authorised in the period',
  counted: 'Authorised within 45 working days of the referral',
  leftOut: 'Assessments with days that cannot be right or read',
  rule: '45 working days; the day of the referral is day 0. A second assessment on the same referral runs from its own start',
  source:
    'Working Together to Safeguard Children 2013 to 2023; DfE Children in Need statistics count assessments by the year they end in',
  marks: ['F'],
  needs: ['assessments.authorisedOn', 'referrals.referredOn'],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  clock: 'assessment-45',
  settings: {
    fromStart: { words: '1 to count from the start of the assessment in place of the referral', value: 0, mark: 'D' },
  },
  count: countCompleted(runningAssessments),
  variants: {
    due: {
      name: 'Assessments due that were completed within 45 working days',
      basis: 'due',
      outOf: 'Assessments due in the period, whatever became of them',
      count: countDue(runningAssessments),
    },
  },
  examples: [
    {
      that: 'the first, of which the start is missing, runs from the referral all the same; the second from its own start',
      records: {
        referrals: [{ id: 'r1', personId: '1', referredOn: '2015-09-07' }],
        assessments: [
          { id: 'a1', personId: '1', referralId: 'r1', authorisedOn: '2015-11-09' },
          { id: 'a2', personId: '1', referralId: 'r1', startedOn: '2015-11-16', authorisedOn: '2015-11-30' },
        ],
      },
      at: '2015-11',
      gives: { numerator: 2, denominator: 2, value: 100, states: { a1: 'met', a2: 'met' } },
    },
    {
      that: 'authorised in time after the referral was closed as moved; open then, it had lapsed',
      records: {
        referrals: [{ id: 'r1', personId: '1', referredOn: '2015-09-07', closedOn: '2015-10-01', closeReason: 'RC5' }],
        assessments: [
          { id: 'a1', personId: '1', referralId: 'r1', startedOn: '2015-09-08', authorisedOn: '2015-11-09' },
          { id: 'a2', personId: '1', referralId: 'r1', startedOn: '2015-09-09' },
        ],
      },
      at: '2015-11-30',
      gives: { numerator: 1, denominator: 1, value: 100, openOverdue: 0, states: { a1: 'met' } },
    },
    {
      that: 'on the due day, a day late, open and overdue, and a second one from its own start',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2015-09-07' },
          { id: 'r2', personId: '2', referredOn: '2015-09-07' },
          { id: 'r3', personId: '3', referredOn: '2015-09-07' },
        ],
        assessments: [
          { id: 'a1', personId: '1', referralId: 'r1', startedOn: '2015-09-08', authorisedOn: '2015-11-09' },
          { id: 'a2', personId: '2', referralId: 'r2', startedOn: '2015-09-08', authorisedOn: '2015-11-10' },
          { id: 'a3', personId: '3', referralId: 'r3', startedOn: '2015-09-08' },
          { id: 'a4', personId: '1', referralId: 'r1', startedOn: '2015-11-16', authorisedOn: '2015-11-30' },
        ],
      },
      at: '2015-11',
      gives: {
        numerator: 2,
        denominator: 3,
        value: 66.7,
        openOverdue: 1,
        states: { a1: 'met', a2: 'late', a3: 'open-overdue', a4: 'met' },
      },
    },
    {
      that: 'by the day they were due, one never finished counts against',
      variant: 'due',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2015-09-07' },
          { id: 'r3', personId: '3', referredOn: '2015-09-07', closedOn: '2015-11-09', closeReason: 'RC5' },
        ],
        assessments: [
          { id: 'a1', personId: '1', referralId: 'r1', startedOn: '2015-09-08' },
          { id: 'a3', personId: '3', referralId: 'r3', startedOn: '2015-09-08' },
        ],
      },
      at: '2015-11',
      gives: { numerator: 0, denominator: 1, value: 0, openOverdue: 1, excluded: 1, states: { a3: 'excluded' } },
    },
    {
      that: 'closed as moved the day after it was due, late; closed for another reason, open',
      variant: 'due',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2015-09-07', closedOn: '2015-11-10', closeReason: 'RC5' },
          { id: 'r2', personId: '2', referredOn: '2015-09-07', closedOn: '2015-11-01', closeReason: 'RC7' },
        ],
        assessments: ['1', '2'].map(id => ({
          id: `a${id}`,
          personId: id,
          referralId: `r${id}`,
          startedOn: '2015-09-08',
        })),
      },
      at: '2015-11',
      gives: { numerator: 0, denominator: 2, openOverdue: 1, states: { a1: 'late', a2: 'open-overdue' } },
    },
    {
      that: 'where the council counts from the start of the assessment',
      settings: { fromStart: 1 },
      records: {
        referrals: [{ id: 'r1', personId: '1', referredOn: '2015-09-07' }],
        assessments: [
          { id: 'a1', personId: '1', referralId: 'r1', startedOn: '2015-09-08', authorisedOn: '2015-11-10' },
        ],
      },
      at: '2015-11',
      gives: { numerator: 1, denominator: 1, value: 100 },
    },
    {
      that: 'no assessments is no figure',
      records: {},
      at: '2015-11',
      gives: { numerator: 0, denominator: 0, value: null },
    },
  ],
})

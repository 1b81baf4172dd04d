/** Whether the documents on a child's record are up to date. */
import { rowsBy, rowsOf } from '../../children/records.ts'
import { type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import { authorised } from '../histories/assessments.ts'
import { cinPlansByChild } from '../histories/cin-plans.ts'
import { daysOf } from '../histories/key-events.ts'
import { type OpenCase, openChildrenOn } from '../histories/open-cases.ts'
import { eventsReachTo } from '../histories/reach.ts'
import { isOpen } from '../histories/span.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { type Count, measure, type Settings, type VariantGiven } from '../measure.ts'
import { enough } from '../measure-example.ts'

type Look = { readonly history: History; readonly one: OpenCase; readonly asAt: DayNumber; readonly settings: Settings }
type IsCurrent = (look: Look) => boolean | null

/** The last of the days up to the day shown is not older than so many months. */
const isWithin = (days: readonly DayNumber[], asAt: DayNumber, months: unknown) =>
  days.some(on => on <= asAt && asAt <= monthsAfter(on, Number(months)))

/** Null until the records of it reach back as far as one may be old. */
const eventWithin = (kind: 'chronology-updated' | 'risk-assessment', months: 'chronologyMonths' | 'riskMonths') =>
  (({ history, one, asAt, settings }) => {
    const reach = eventsReachTo(history, kind)
    if (reach === null || monthsAfter(reach, Number(settings[months])) > asAt) return null
    return isWithin(daysOf(history, one.personId, kind), asAt, settings[months])
  }) satisfies IsCurrent

const chronology: IsCurrent = eventWithin('chronology-updated', 'chronologyMonths')
const riskAssessment: IsCurrent = eventWithin('risk-assessment', 'riskMonths')

const authorisedByChild = (history: History) => rowsBy(history.of(authorised), 'personId')

const assessment: IsCurrent = ({ history, one, asAt, settings }) =>
  isWithin(
    (history.of(authorisedByChild).get(one.personId) ?? []).map(({ on }) => on),
    asAt,
    settings.assessmentMonths,
  )

/** The plan of the kind that the child's case is; null where care plans are not in the records. A child on a protection plan has one. */
const plan: IsCurrent = ({ history, one: { personId, kind }, asAt }) => {
  const { records } = history
  if (kind === 'protection') return true
  if (kind === 'need') return (history.of(cinPlansByChild).get(personId) ?? []).some(own => isOpen(own, asAt))
  if (!records.loaded.has('carePlans')) return null
  return rowsOf(records.carePlans, personId).some(row => {
    const from = numbered(row.fromOn)
    return from !== null && !isUnread(row, 'fromOn', 'untilOn') && isOpen({ from, until: numbered(row.untilOn) }, asAt)
  })
}

/** Cases open for 45 working days or longer. */
const counting =
  (isCurrent: IsCurrent): Count =>
  (history, { asAt }, take, settings) => {
    for (const one of openChildrenOn(history, asAt)) {
      const isNew = (history.calendar.after(one.since, 45) ?? one.since) > asAt
      const found = isNew ? null : isCurrent({ history, one, asAt, settings })
      const { id, personId, from } = one
      if (found !== null) take({ id, personId, start: from, due: null, done: null }, found ? 'met' : 'late')
    }
  }

const MONTHS = {
  chronologyMonths: { words: 'Months for which a chronology is up to date', value: 3, mark: 'D' },
  assessmentMonths: { words: 'Months for which an assessment is up to date', value: 12, mark: 'D' },
  riskMonths: { words: 'Months for which a risk assessment is up to date', value: 6, mark: 'D' },
} as const

const document = (name: string, counted: string, needs: VariantGiven['needs'] & object, isCurrent: IsCurrent) => ({
  name,
  counted,
  needs: ['referrals.referredOn', ...needs] as NonNullable<VariantGiven['needs']>,
  count: counting(isCurrent),
})

export default measure({
  id: 'child-record-currency',
  number: 40,
  name: 'Children whose assessment, plan and chronology are up to date',
  area: 'quality',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Children under 18 in need, on a child protection plan or looked after, for 45 working days or longer',
  counted: 'Assessed in the last 12 months, with a plan that is open and a chronology of the last three months',
  leftOut:
    'Cases open for less than 45 working days; looked after children where care plans are not in the records; everybody before the records of a document begin',
  rule: 'Months to the date: a chronology brought up to date three months ago is up to date',
  source: 'Local; one council asks it of every case record',
  marks: ['D'],
  needs: ['referrals.referredOn', 'assessments.authorisedOn', 'cinPlans.startedOn', 'keyEvents.happenedOn'],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  settings: MONTHS,
  stateWords: { met: 'Up to date', late: 'Not up to date' },
  count: counting(look => {
    const found = [assessment(look), plan(look), chronology(look)]
    return found.includes(null) ? null : !found.includes(false)
  }),
  variants: {
    chronology: document(
      'Children whose chronology is up to date',
      'A chronology of the last three months',
      ['keyEvents.happenedOn'],
      chronology,
    ),
    'care-or-child-plan': document(
      'Children with a current plan',
      'A plan of the kind the child should have is open: child in need, child protection or care plan',
      ['cinPlans.startedOn'],
      plan,
    ),
    'assessment-under-12m': document(
      'Children assessed in the last 12 months',
      'An assessment authorised in the last 12 months',
      ['assessments.authorisedOn'],
      assessment,
    ),
    'risk-assessment': document(
      'Children whose risk assessment is up to date',
      'A risk assessment written or reviewed in the last six months',
      ['keyEvents.happenedOn'],
      riskAssessment,
    ),
  },
  examples: [
    {
      that: 'all three; a chronology a day too old; and a case of less than 45 working days',
      records: {
        referrals: [
          ...['1', '2'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2015-09-07' })),
          { id: 'r3', personId: '3', referredOn: '2016-06-01' },
        ],
        assessments: ['1', '2'].map(id => ({ id: `a${id}`, personId: id, authorisedOn: '2015-11-02' })),
        cinPlans: ['1', '2'].map(id => ({ id: `n${id}`, personId: id, startedOn: '2015-11-09' })),
        keyEvents: [
          { id: 'k1', personId: '1', kind: 'chronology-updated', happenedOn: '2016-03-30' },
          { id: 'k2', personId: '2', kind: 'chronology-updated', happenedOn: '2016-03-29' },
        ],
      },
      at: '2016-06-30',
      gives: { numerator: 1, denominator: 2, value: 50, states: { r1: 'met', r2: 'late' } },
    },
    {
      that: 'assessed 12 months ago to the date, and a day earlier',
      variant: 'assessment-under-12m',
      records: {
        referrals: ['1', '2'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2015-01-05' })),
        assessments: [
          { id: 'a1', personId: '1', authorisedOn: '2015-06-30' },
          { id: 'a2', personId: '2', authorisedOn: '2015-06-29' },
        ],
      },
      at: '2016-06-30',
      gives: { numerator: 1, denominator: 2, states: { r1: 'met', r2: 'late' } },
    },
    {
      that: 'on a protection plan, on a plan of need that ended that day, looked after with no care plan',
      variant: 'care-or-child-plan',
      records: {
        referrals: ['1', '2', '3'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2015-01-05' })),
        cpPlans: [{ id: 'p1', personId: '1', startedOn: '2016-06-01' }],
        cinPlans: [{ id: 'n2', personId: '2', startedOn: '2016-01-04', endedOn: '2016-06-30' }],
        claEpisodes: [{ id: 'e3', personId: '3', startedOn: '2016-01-04', startReason: 'S' }],
        carePlans: [{ id: 'c9', personId: '9', fromOn: '2016-01-04' }],
      },
      at: '2016-06-30',
      gives: { numerator: 1, denominator: 3, states: { p1: 'met', r2: 'late', e3: 'late' } },
    },
    {
      that: 'the chronology alone, where the council says six months',
      variant: 'chronology',
      settings: { chronologyMonths: 6 },
      records: {
        referrals: ['1', '2'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2015-01-05' })),
        keyEvents: [
          { id: 'k1', personId: '1', kind: 'chronology-updated', happenedOn: '2015-12-30' },
          { id: 'k2', personId: '2', kind: 'chronology-updated', happenedOn: '2015-12-29' },
        ],
      },
      at: '2016-06-30',
      gives: { numerator: 1, denominator: 2, states: { r1: 'met', r2: 'late' } },
    },
    {
      that: 'a risk assessment of six months ago, and one made after the day',
      variant: 'risk-assessment',
      records: {
        referrals: ['1', '2'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2015-01-05' })),
        keyEvents: [
          { id: 'k1', personId: '1', kind: 'risk-assessment', happenedOn: '2015-12-30' },
          { id: 'k2', personId: '2', kind: 'risk-assessment', happenedOn: '2016-07-01' },
        ],
      },
      at: '2016-06-30',
      asAt: '2016-07-31',
      gives: { numerator: 1, denominator: 2, states: { r1: 'met', r2: 'late' } },
    },
    {
      that: 'care plans: open, over, and of nobody; a case of exactly 45 working days is no longer new',
      variant: 'care-or-child-plan',
      records: {
        referrals: [
          ...['1', '2'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2015-01-05' })),
          { id: 'r3', personId: '3', referredOn: '2016-04-26' },
          { id: 'r4', personId: '4', referredOn: '2016-04-27' },
        ],
        claEpisodes: ['1', '2'].map(id => ({ id: `e${id}`, personId: id, startedOn: '2016-01-04', startReason: 'S' })),
        carePlans: [
          { id: 'c1', personId: '1', fromOn: '2016-01-04' },
          { id: 'c2', personId: '2', fromOn: '2016-01-04', untilOn: '2016-06-30' },
        ],
        cinPlans: [{ id: 'n', personId: '9', startedOn: '2016-01-04' }],
      },
      at: '2016-06-30',
      gives: { numerator: 1, denominator: 3, states: { e1: 'met', e2: 'late', r3: 'late' } },
    },
    {
      that: 'where care plans are not in the records, nothing is said of a looked after child',
      variant: 'care-or-child-plan',
      records: {
        referrals: [{ id: 'r1', personId: '1', referredOn: '2015-01-05' }],
        claEpisodes: [{ id: 'e1', personId: '1', startedOn: '2016-01-04', startReason: 'S' }],
        cinPlans: [{ id: 'n', personId: '9', startedOn: '2016-01-04' }],
      },
      at: '2016-06-30',
      gives: { numerator: 0, denominator: 0, value: null },
    },
    {
      that: 'before a chronology recorded could be three months old, nothing is said of any',
      variant: 'chronology',
      records: {
        referrals: [{ id: 'r1', personId: '1', referredOn: '2015-01-05' }],
        keyEvents: enough(id => ({ id, personId: id, kind: 'chronology-updated', happenedOn: '2016-03-31' })),
      },
      at: '2016-06-29',
      gives: { numerator: 0, denominator: 0, value: null },
    },
  ],
})

/** Open cases that have had no plan for more than six weeks. */
import type { DayNumber } from '../../terms/day-number.ts'
import { rowsBy, rowsOf } from '../../children/records.ts'
import { dueDay } from '../clock.ts'
import { clockNamed } from '../clocks.ts'
import { authorisedByReferral } from '../histories/assessments.ts'
import { lookedAfterOn } from '../histories/care-periods.ts'
import { needEpisodes, type NeedEpisode } from '../histories/children-in-need.ts'
import { cinPlansByChild } from '../histories/cin-plans.ts'
import { cpPlansByChild } from '../histories/cp-plans.ts'
import { isOpen, type Span } from '../histories/span.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { type Case, type Count, measure, type Settings } from '../measure.ts'
import { countingOf } from '../running.ts'

const CLOCK = clockNamed('cin-plan/6-weeks')!

/** Plans of every kind that a child has had, each with its end; a pathway plan is one that goes on. */
const plansByChild = (history: History): ReadonlyMap<string, readonly Span[]> => {
  const { cinPlans, cpPlans, carePlans, careLeavers } = history.records
  const people = new Set([...cinPlans, ...cpPlans, ...carePlans, ...careLeavers].map(({ personId }) => personId))
  return new Map([...people].map(personId => [personId, plansOf(history, personId)]))
}

function plansOf(history: History, personId: string): Span[] {
  const carePlans = rowsOf(history.records.carePlans, personId).flatMap(row => {
    const from = numbered(row.fromOn)
    return from === null || isUnread(row, 'fromOn', 'untilOn') ? [] : [{ from, until: numbered(row.untilOn) }]
  })
  const pathways = rowsOf(history.records.careLeavers, personId).flatMap(({ pathwayPlanOn }) => {
    const from = numbered(pathwayPlanOn)
    return from === null ? [] : [{ from, until: null }]
  })
  const spans = [cinPlansByChild, cpPlansByChild].flatMap(
    plans => history.of(plans as (history: History) => ReadonlyMap<string, readonly Span[]>).get(personId) ?? [],
  )
  return [...spans, ...carePlans, ...pathways]
}

/** The last assessment that found services are needed; none while another of the same referral is open. */
function assessedOn(history: History, { id }: NeedEpisode, asAt: DayNumber): DayNumber | null {
  const rows = rowsBy(history.records.assessments, 'referralId').get(id) ?? []
  const isOpenOne = rows.some(row => {
    const [from, until] = [numbered(row.startedOn), numbered(row.authorisedOn)]
    return from !== null && !isUnread(row, 'authorisedOn') && isOpen({ from, until }, asAt)
  })
  if (isOpenOne) return null
  const found = (history.of(authorisedByReferral).get(id) ?? [])
    .filter(({ on, assessment }) => on <= asAt && assessment.outcomes?.includes('services'))
    .map(({ on }) => on)
  return found.length === 0 ? null : Math.max(...found)
}

/** Six weeks from the assessment, whatever plans have come and gone since. */
function withoutPlan(history: History, personId: string, start: DayNumber, asAt: DayNumber, settings: Settings) {
  const plans = history.of(plansByChild).get(personId) ?? []
  const due = dueDay(CLOCK, { start }, countingOf(history, settings))
  return { start, due, isLong: due !== null && asAt > due && !plans.some(plan => isOpen(plan, asAt)) }
}

const openCases: Count = (history, { asAt }, take, settings) => {
  const care = history.records.loaded.has('carePlans') ? null : lookedAfterOn(history, asAt)
  for (const episode of history.of(needEpisodes)) {
    const { personId } = episode
    if (!isOpen(episode, asAt) || care?.has(personId)) continue
    const start = assessedOn(history, episode, asAt)
    if (start === null) continue
    const { due, isLong } = withoutPlan(history, personId, start, asAt, settings)
    const one: Case = { id: episode.id, personId, start, due, done: null }
    take(one, isLong ? 'met' : 'late')
  }
}

export default measure({
  id: 'cin-without-current-plan',
  number: 37,
  name: 'Open cases without a plan for more than six weeks',
  area: 'need',
  unit: '',
  polarity: 'lower',
  basis: 'snapshot',
  periods: ['snapshot'],
  valued: 'count',
  outOf: 'Children with an open case whose assessment found that services are needed',
  counted: 'No child in need, protection, care or pathway plan is open more than six weeks after the assessment',
  leftOut: 'Children whose assessment is still open; looked after children where care plans are not in the records',
  rule: '42 days from the assessment; the 42nd day is in time',
  source: 'Local; one council allows no case without a plan for more than six weeks',
  marks: ['D'],
  needs: ['referrals.referredOn', 'assessments.authorisedOn', 'assessments.outcomes', 'cinPlans.startedOn'],
  thresholds: { shape: 'none' },
  clock: 'cin-plan/6-weeks',
  stateWords: { met: 'Without a plan', late: 'With a plan, or not for so long' },
  count: openCases,
  variants: {
    share: {
      name: 'Share of open cases without a plan for more than six weeks',
      unit: '%',
      valued: 'percentage',
      thresholds: { shape: 'lower', green: 0, amber: 2 },
    },
  },
  examples: [
    {
      that: 'assessed 42 days ago, 43, with a plan, whose plan is over, and assessed again',
      records: {
        referrals: ['1', '2', '3', '4', '5'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2016-01-04' })),
        assessments: [
          ...['1', '2', '3', '4', '5'].map(id => ({
            id: `a${id}`,
            personId: id,
            referralId: `r${id}`,
            startedOn: '2016-01-05',
            authorisedOn: id === '1' ? '2016-02-18' : '2016-02-17',
            outcomes: ['services'] as const,
          })),
          { id: 'b5', personId: '5', referralId: 'r5', startedOn: '2016-03-01' },
        ],
        cinPlans: [
          { id: 'n3', personId: '3', startedOn: '2016-02-20' },
          { id: 'n4', personId: '4', startedOn: '2016-02-20', endedOn: '2016-03-20' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 2, denominator: null, value: 2, states: { r1: 'late', r2: 'met', r3: 'late', r4: 'met' } },
    },
    {
      that: 'of two open episodes the one that was assessed, wherever it stands among the records',
      records: {
        referrals: ['r1', 'r2'].map(id => ({ id, personId: '1', referredOn: '2016-01-04' })),
        assessments: [
          { id: 'a', personId: '1', referralId: 'r1', authorisedOn: '2016-02-17', outcomes: ['services'] as const },
        ],
        cinPlans: [{ id: 'n', personId: '9', startedOn: '2016-02-20' }],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: null, states: { r1: 'met' } },
    },
    {
      that: 'as a share; one whose assessment found no need of services is not counted',
      variant: 'share',
      records: {
        referrals: ['1', '2', '3'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2016-01-04' })),
        assessments: ['1', '2', '3'].map(id => ({
          id: `a${id}`,
          personId: id,
          referralId: `r${id}`,
          startedOn: '2016-01-05',
          authorisedOn: '2016-02-01',
          outcomes: [id === '3' ? 'no-further-action' : 'services'] as const,
        })),
        cpPlans: [{ id: 'p1', personId: '1', startedOn: '2016-02-01' }],
        cinPlans: [{ id: 'n', personId: '9', startedOn: '2016-02-20' }],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50, states: { r1: 'late', r2: 'met' } },
    },
    {
      that: 'a care plan, a pathway plan, a care plan that is over, and an assessment begun again',
      variant: 'share',
      records: {
        referrals: ['1', '2', '3', '4'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2015-09-07' })),
        assessments: [
          ...['1', '2', '3', '4'].map(id => ({
            id: `a${id}`,
            personId: id,
            referralId: `r${id}`,
            startedOn: '2015-09-08',
            authorisedOn: '2015-11-02',
            outcomes: ['services'] as const,
          })),
          { id: 'b4', personId: '4', referralId: 'r4', startedOn: '2016-03-31' },
        ],
        carePlans: [
          { id: 'c1', personId: '1', fromOn: '2015-11-09' },
          { id: 'c3', personId: '3', fromOn: '2015-11-09', untilOn: '2016-02-18' },
        ],
        careLeavers: [{ id: 'l2', personId: '2', pathwayPlanOn: '2015-11-09' }],
        cinPlans: [{ id: 'n', personId: '9', startedOn: '2016-02-20' }],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 3, states: { r1: 'late', r2: 'late', r3: 'met' } },
    },
    {
      that: 'where care plans are not in the records, nothing is said of a looked after child',
      variant: 'share',
      records: {
        referrals: ['1', '2'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2015-09-07' })),
        assessments: ['1', '2'].map(id => ({
          id: `a${id}`,
          personId: id,
          referralId: `r${id}`,
          startedOn: '2015-09-08',
          authorisedOn: '2015-11-02',
          outcomes: ['services'] as const,
        })),
        claEpisodes: [{ id: 'e1', personId: '1', startedOn: '2015-11-09', startReason: 'S' }],
        cinPlans: [{ id: 'n', personId: '9', startedOn: '2016-02-20' }],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, states: { r2: 'met' } },
    },
  ],
})

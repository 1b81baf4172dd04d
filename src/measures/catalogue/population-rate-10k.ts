/** How many children are in need, on plans and looked after, for each 10,000 in the area. */
import type { DayNumber } from '../../terms/day-number.ts'
import { childrenInNeedOn } from '../histories/children-in-need.ts'
import { lookedAfterOn } from '../histories/care-periods.ts'
import { onCpPlanOn } from '../histories/cp-plans.ts'
import { isUnaccompanied } from '../histories/unaccompanied.ts'
import type { History } from '../history.ts'
import { type Case, type Count, measure } from '../measure.ts'

type Going = { readonly id: string; readonly personId: string; readonly from: DayNumber }

const caseOf = ({ id, personId, from }: Going): Case => ({ id, personId, start: from, due: null, done: null })

const everyone =
  (on: (history: History, day: DayNumber) => ReadonlyMap<string, Going>): Count =>
  (history, { asAt }, take) => {
    for (const one of on(history, asAt).values()) take(caseOf(one), 'met')
  }

const unaccompanied: Count = (history, { asAt }, take) => {
  for (const one of lookedAfterOn(history, asAt).values())
    take(caseOf(one), isUnaccompanied(history, one.personId, asAt) ? 'met' : 'late')
}

const SHORT_BREAKS = { status: 'V4', fromOn: '2015-01-01' } as const

export default measure({
  id: 'population-rate-10k',
  number: 27,
  name: 'Children in need per 10,000 children',
  area: 'need',
  unit: 'per 10,000',
  polarity: 'none',
  basis: 'snapshot',
  periods: ['snapshot'],
  valued: 'rate',
  outOf: 'Children aged 0 to 17 in the area, latest mid-year estimate',
  counted: 'Children with an open episode of need: on plans, looked after, leaving care and unborn among them',
  leftOut:
    'Referrals with no further action; children looked after only for short breaks, and plans of other authorities, in their own counts',
  rule: 'At the end of the day: what ends on the day is no longer counted',
  source: 'DfE Children in Need and Looked After statistics; ONS mid-year population estimates',
  marks: ['F'],
  needs: ['referrals.referredOn'],
  stateWords: { met: 'Counted' },
  count: everyone(childrenInNeedOn),
  variants: {
    'cin-count': { name: 'Children in need', unit: '', valued: 'count' },
    'cpp-rate': {
      name: 'Children on a child protection plan per 10,000 children',
      area: 'protection',
      counted: 'Children on one of our child protection plans',
      needs: ['cpPlans.startedOn'],
      count: everyone(onCpPlanOn),
    },
    'cpp-count': {
      name: 'Children on a child protection plan',
      area: 'protection',
      unit: '',
      valued: 'count',
      counted: 'Children on one of our child protection plans',
      needs: ['cpPlans.startedOn'],
      count: everyone(onCpPlanOn),
    },
    'cla-rate': {
      name: 'Children looked after per 10,000 children',
      area: 'looked-after',
      counted: 'Children looked after, without those only in short breaks',
      needs: ['claEpisodes.startedOn', 'legalStatuses.status'],
      count: everyone(lookedAfterOn),
    },
    'cla-count': {
      name: 'Children looked after',
      area: 'looked-after',
      unit: '',
      valued: 'count',
      counted: 'Children looked after, without those only in short breaks',
      needs: ['claEpisodes.startedOn', 'legalStatuses.status'],
      count: everyone(lookedAfterOn),
    },
    'cla-uasc': {
      name: 'Looked after children who are unaccompanied asylum seekers',
      area: 'looked-after',
      unit: '%',
      valued: 'percentage',
      outOf: 'Children looked after',
      counted: 'Unaccompanied asylum-seeking children',
      needs: ['claEpisodes.startedOn', 'immigrationStatuses.status'],
      stateWords: { met: 'Unaccompanied', late: 'Not unaccompanied' },
      count: unaccompanied,
    },
  },
  examples: [
    {
      that: 'a case closed on the day, and one with no further action, are not counted',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2016-03-31' },
          { id: 'r2', personId: '2', referredOn: '2016-01-04', closedOn: '2016-03-31' },
          { id: 'r3', personId: '3', referredOn: '2016-01-04', noFurtherAction: true },
        ],
      },
      at: '2016-03-31',
      population: 5000,
      gives: { numerator: 1, denominator: 5000, value: 2, states: { r1: 'met' } },
    },
    {
      that: 'a child not yet born, one on a plan and one looked after are all in need',
      variant: 'cin-count',
      records: {
        people: [{ id: '1', expectedOn: '2016-06-01' }],
        referrals: ['1', '2', '3'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2016-01-04' })),
        cpPlans: [{ id: 'p2', personId: '2', startedOn: '2016-02-01' }],
        claEpisodes: [{ id: 'e3', personId: '3', startedOn: '2016-02-01', startReason: 'S' }],
      },
      at: '2016-03-31',
      gives: { numerator: 3, denominator: null, value: 3 },
    },
    {
      that: 'a plan of another authority, one that ended on the day, and one that ended the day after',
      variant: 'cpp-count',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2016-01-04', isOtherAuthority: true },
          { id: 'p2', personId: '2', startedOn: '2016-01-04', endedOn: '2016-03-31' },
          { id: 'p3', personId: '3', startedOn: '2016-01-04', endedOn: '2016-04-01' },
        ],
      },
      at: '2016-03-31',
      asAt: '2016-04-30',
      gives: { numerator: 1, value: 1, states: { p3: 'met' } },
    },
    {
      that: 'care that ended on the day, and episodes that follow one another without a gap',
      variant: 'cla-count',
      records: {
        claEpisodes: [
          {
            id: 'e1',
            personId: '1',
            startedOn: '2015-06-01',
            startReason: 'S',
            ceasedOn: '2016-03-31',
            ceasedReason: 'E8',
          },
          {
            id: 'e2',
            personId: '2',
            startedOn: '2015-06-01',
            startReason: 'S',
            ceasedOn: '2016-03-31',
            ceasedReason: 'X1',
          },
          { id: 'e3', personId: '2', startedOn: '2016-03-31', startReason: 'P' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, value: 1, states: { e2: 'met' } },
    },
    {
      that: 'a child only in short breaks is not looked after here',
      variant: 'cla-count',
      records: {
        claEpisodes: [
          { id: 'e1', personId: '1', startedOn: '2015-06-01', startReason: 'S' },
          { id: 'e2', personId: '2', startedOn: '2015-06-01', startReason: 'S' },
        ],
        legalStatuses: [
          { id: 'l1', personId: '1', status: 'C2', fromOn: '2015-06-01' },
          { id: 'l2', personId: '2', ...SHORT_BREAKS },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: null, value: 1 },
    },
    {
      that: 'seeking asylum alone on the day; no longer so from the day the status ended',
      variant: 'cla-uasc',
      records: {
        claEpisodes: ['1', '2'].map(id => ({ id: `e${id}`, personId: id, startedOn: '2015-06-01', startReason: 'S' })),
        immigrationStatuses: [
          { id: 'm1', personId: '1', status: 'UASC', fromOn: '2015-06-01', untilOn: '2016-04-01' },
          { id: 'm2', personId: '2', status: 'UASC', fromOn: '2015-06-01', untilOn: '2016-03-31' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50, states: { e1: 'met', e2: 'late' } },
    },
  ],
})

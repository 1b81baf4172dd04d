/** How long plans last: child protection plans, child in need plans, and whole episodes of need. */
import type { DayNumber } from '../../terms/day-number.ts'
import { countAmounts, type Dated, ended } from '../happened.ts'
import { needEpisodes } from '../histories/children-in-need.ts'
import { cinPlans, isOnlyInNeed } from '../histories/cin-plans.ts'
import { cpPlans, onCpPlanOn } from '../histories/cp-plans.ts'
import { LEFT_PLAN, whyLeftPlan } from '../histories/plan-endings.ts'
import { isOpen, type Span } from '../histories/span.ts'
import type { History } from '../history.ts'
import { type Count, measure } from '../measure.ts'

const DAYS_IN_MONTH = 30.4375

type Lasting = Span & { readonly id: string; readonly personId: string }
type Lasted = Dated & { readonly days: number; readonly left: string | null }

/** With the days each lasted, and why it is left out where the child died or moved away. */
function lasted(history: History, plans: readonly Lasting[]): Lasted[] {
  return plans.flatMap(({ id, personId, from, until }) => {
    if (until === null || until < from) return []
    const why = whyLeftPlan(history, personId, until)
    const left = why === 'died' || why === 'moved' ? LEFT_PLAN[why] : null
    return [{ ...ended(id, personId, from, until), days: until - from, left }]
  })
}

const cpPlansEnded = (history: History) =>
  lasted(
    history,
    history.of(cpPlans).filter(({ isSameDay }) => !isSameDay),
  )
const cinPlansEnded = (history: History) => lasted(history, history.of(cinPlans))
const episodesEnded = (history: History) => lasted(history, history.of(needEpisodes))

const meanOf = (list: (history: History) => Lasted[]): Count =>
  countAmounts(list, ({ days, left }) => (left === null ? days / DAYS_IN_MONTH : { leftOut: left }))

/** Those open on the day, as long as they have lasted until it. */
const openOnes =
  (openOn: (history: History, on: DayNumber) => Iterable<Lasting>): Count =>
  (history, { asAt }, take) => {
    for (const { id, personId, from } of openOn(history, asAt))
      take({ id, personId, start: from, due: null, done: null }, 'met', (asAt - from) / DAYS_IN_MONTH)
  }

const OPEN = { basis: 'snapshot', periods: ['snapshot'], thresholds: { shape: 'none' } } as const

export default measure({
  id: 'plan-duration-mean',
  number: 31,
  name: 'Average length of child in need plans that ended',
  area: 'need',
  unit: 'months',
  polarity: 'lower',
  basis: 'completed',
  periods: ['rolling-year', 'year-to-date'],
  valued: 'mean',
  outOf: 'Child in need plans that ended in the period',
  counted: 'Months from the start of the plan to its end',
  leftOut: 'Plans that ended because the child moved away or died; plans of one day',
  rule: 'A plan is over when the child goes on a protection plan or becomes looked after. Days, over 30.4375 for months; mean, with the median beside it',
  source: 'Local; one council aims at 6 months. DfE statistics give bands of duration',
  marks: ['D'],
  needs: ['cinPlans.startedOn', 'cinPlans.endedOn'],
  thresholds: { shape: 'lower', green: 6, amber: 8 },
  stateWords: { met: 'Counted' },
  count: meanOf(cinPlansEnded),
  variants: {
    'cp-plan': {
      name: 'Average length of child protection plans that ended',
      area: 'protection',
      polarity: 'band',
      outOf: 'Child protection plans that ended in the period',
      leftOut: 'Plans that ended because the child moved away or died; plans of other authorities and of one day',
      rule: 'Days, over 30.4375 for months; mean, with the median beside it',
      source: 'Local; one council aims at 9 to 12 months. DfE statistics give bands of duration',
      needs: ['cpPlans.startedOn', 'cpPlans.endedOn'],
      thresholds: { shape: 'band', green: [9, 12], amber: [7, 15] },
      count: meanOf(cpPlansEnded),
    },
    'cp-plan-open': {
      name: 'Average length of child protection plans still open',
      ...OPEN,
      area: 'protection',
      polarity: 'band',
      rule: 'Days, over 30.4375 for months; mean, with the median beside it',
      outOf: 'Children on a child protection plan',
      counted: 'Months from the start of the plan to the day shown',
      leftOut: 'Plans of other authorities and of one day',
      needs: ['cpPlans.startedOn'],
      count: openOnes((history, on) => onCpPlanOn(history, on).values()),
    },
    'cin-plan-open': {
      name: 'Average length of child in need plans still open',
      ...OPEN,
      outOf: 'Children with an open child in need plan, on no protection plan and not looked after',
      counted: 'Months from the start of the plan to the day shown',
      leftOut: 'Plans of one day',
      needs: ['cinPlans.startedOn'],
      count: openOnes((history, on) => history.of(cinPlans).filter(plan => isOnlyInNeed(plan, on))),
    },
    'cin-episode': {
      name: 'Average length of episodes of need that ended',
      polarity: 'none',
      outOf: 'Episodes of need that were closed in the period',
      counted: 'Months from the referral to the closure',
      leftOut: 'Referrals with no further action; closed because the child moved away or died',
      rule: 'Days, over 30.4375 for months; plans, care and leaving care are all part of the episode',
      source: 'DfE Children in Need statistics, duration of episodes that ended',
      marks: ['F'],
      needs: ['referrals.referredOn', 'referrals.closedOn'],
      thresholds: { shape: 'none' },
      count: meanOf(episodesEnded),
    },
    'cin-episode-open': {
      name: 'Average length of episodes of need still open',
      ...OPEN,
      polarity: 'none',
      outOf: 'Open episodes of need',
      counted: 'Months from the referral to the day shown',
      leftOut: 'Referrals with no further action',
      needs: ['referrals.referredOn'],
      count: openOnes((history, on) => history.of(needEpisodes).filter(episode => isOpen(episode, on))),
    },
  },
  examples: [
    {
      variant: 'cp-plan',
      that: '365 and 366 days; a child who moved, one who became 18, and a plan of one day',
      records: {
        people: [{ id: '4', bornOn: '1998-03-01' }],
        referrals: [{ id: 'r3', personId: '3', referredOn: '2015-01-05', closedOn: '2016-03-01', closeReason: 'RC5' }],
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2015-02-28', endedOn: '2016-02-28' },
          { id: 'p2', personId: '2', startedOn: '2015-02-28', endedOn: '2016-02-29' },
          { id: 'p3', personId: '3', startedOn: '2015-03-01', endedOn: '2016-03-01' },
          { id: 'p4', personId: '4', startedOn: '2015-12-01', endedOn: '2016-03-01' },
          { id: 'p5', personId: '5', startedOn: '2016-03-01', endedOn: '2016-03-01' },
        ],
      },
      at: '2016-03',
      gives: {
        denominator: 3,
        numerator: (365 + 366 + 91) / DAYS_IN_MONTH,
        value: 9,
        median: 365 / DAYS_IN_MONTH,
        excluded: 1,
      },
    },
    {
      that: 'open plans, as long as they have lasted; one that ended later was open then',
      variant: 'cp-plan-open',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2015-03-31' },
          { id: 'p2', personId: '2', startedOn: '2016-03-31', endedOn: '2016-04-10' },
          { id: 'p3', personId: '3', startedOn: '2015-03-31', endedOn: '2016-03-31' },
        ],
      },
      at: '2016-03-31',
      asAt: '2016-04-30',
      gives: { denominator: 2, numerator: 366 / DAYS_IN_MONTH, value: 6, states: { p1: 'met', p2: 'met' } },
    },
    {
      that: 'a child in need plan is over when the child goes on a protection plan',
      records: {
        cinPlans: [{ id: 'n1', personId: '1', startedOn: '2015-10-01', endedOn: '2016-05-01' }],
        cpPlans: [{ id: 'p1', personId: '1', startedOn: '2016-03-01' }],
      },
      at: '2016-03',
      gives: { denominator: 1, numerator: 152 / DAYS_IN_MONTH, value: 5 },
    },
    {
      that: 'and is not among the open ones after it',
      variant: 'cin-plan-open',
      records: {
        cinPlans: [
          { id: 'n1', personId: '1', startedOn: '2015-10-01', endedOn: '2016-05-01' },
          { id: 'n2', personId: '2', startedOn: '2016-02-29' },
        ],
        cpPlans: [{ id: 'p1', personId: '1', startedOn: '2016-03-01' }],
      },
      at: '2016-03-31',
      gives: { denominator: 1, numerator: 31 / DAYS_IN_MONTH, value: 1, states: { n2: 'met' } },
    },
    {
      that: 'from the referral to its closure, on the same day too, without one that went no further and one who died',
      variant: 'cin-episode',
      records: {
        people: [{ id: '3', bornOn: '2012-01-01', diedOn: '2016-03-01' }],
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2016-01-01', closedOn: '2016-03-02', closeReason: 'RC7' },
          { id: 'r2', personId: '2', referredOn: '2016-01-01', closedOn: '2016-01-05', noFurtherAction: true },
          { id: 'r3', personId: '3', referredOn: '2016-01-01', closedOn: '2016-03-02', closeReason: 'RC2' },
          { id: 'r4', personId: '4', referredOn: '2016-03-02', closedOn: '2016-03-02', closeReason: 'RC7' },
        ],
      },
      at: '2016-03',
      gives: { denominator: 2, numerator: 61 / DAYS_IN_MONTH, value: 1, excluded: 1 },
    },
    {
      that: 'open on the day, and closed on it',
      variant: 'cin-episode-open',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2016-03-01' },
          { id: 'r2', personId: '2', referredOn: '2016-01-01', closedOn: '2016-03-31' },
        ],
      },
      at: '2016-03-31',
      gives: { denominator: 1, numerator: 30 / DAYS_IN_MONTH },
    },
  ],
})

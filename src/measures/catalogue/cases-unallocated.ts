/** Children with an open case and no social worker of their own. */
import { lookedAfterOn } from '../histories/care-periods.ts'
import { hasSocialWorkerOn } from '../histories/case-holders.ts'
import { onCpPlanOn } from '../histories/cp-plans.ts'
import { openCasesOn } from '../histories/open-cases.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import type { History } from '../history.ts'
import { type Count, measure, type Settings, type VariantGiven } from '../measure.ts'

type Open = { readonly id: string; readonly personId: string; readonly from: DayNumber }
type OpenOn = (history: History, on: DayNumber) => Iterable<Open>

/** A new referral is decided on within a working day, and nobody holds it yet. */
const everyone: OpenOn = (history, on) =>
  [...openCasesOn(history, on).values()].filter(
    ({ kind, from }) => kind !== 'need' || (history.calendar.after(from, 1) ?? from) < on,
  )

const onlyInNeed: OpenOn = (history, on) =>
  [...everyone(history, on)].filter(({ personId }) => openCasesOn(history, on).get(personId)!.kind === 'need')

/** Those of one kind, a looked after child on a plan among them. */
const those =
  (of: (history: History, on: DayNumber) => ReadonlyMap<string, Open>): OpenOn =>
  (history, on) =>
    of(history, on).values()

const isCounted = (history: History, personId: string, on: DayNumber, { underEighteen }: Settings) =>
  !underEighteen || openCasesOn(history, on).get(personId)?.isAdult !== true

const counting =
  (openOn: OpenOn, wanted: 'allocated' | 'unallocated'): Count =>
  (history, { asAt }, take, settings) => {
    for (const { id, personId, from } of openOn(history, asAt)) {
      if (!isCounted(history, personId, asAt, settings)) continue
      const isMet = hasSocialWorkerOn(history, personId, asAt) === (wanted === 'allocated')
      take({ id, personId, start: from, due: null, done: null }, isMet ? 'met' : 'late')
    }
  }

const part = (name: string, area: VariantGiven['area'] & string, outOf: string, openOn: OpenOn): VariantGiven => ({
  name,
  area,
  outOf,
  count: counting(openOn, 'unallocated'),
})

export default measure({
  id: 'cases-unallocated',
  number: 38,
  name: 'Children without a social worker of their own',
  area: 'workforce',
  unit: '%',
  polarity: 'lower',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf:
    'Children in need, on a child protection plan or looked after; care leavers whose case is open, as the statistics count them',
  counted:
    'No registered social worker holds the case: nobody, a team, a manager, a student or somebody not registered',
  leftOut:
    'Referrals within the working day in which they are decided on; those of 18 and over where the council counts so',
  rule: 'At the end of the day. A case worker whose involvement is open, who is registered and employed, holds the case',
  source: 'What the law expects of every such case; the amber width is a default',
  marks: ['K', 'D'],
  needs: ['referrals.referredOn', 'involvements.workerId', 'involvements.fromOn'],
  thresholds: { shape: 'lower', green: 0, amber: 1 },
  settings: { underEighteen: { words: '1 to count only those under 18', value: 0, mark: 'D' } },
  stateWords: { met: 'Unallocated', late: 'Allocated' },
  count: counting(everyone, 'unallocated'),
  variants: {
    count: { name: 'How many children are without a social worker of their own', unit: '', valued: 'count' },
    cp: part(
      'Children on a plan without a social worker of their own',
      'protection',
      'Children on a child protection plan',
      those(onCpPlanOn),
    ),
    cla: part(
      'Looked after children without a social worker of their own',
      'looked-after',
      'Children looked after, without those only in short breaks',
      those(lookedAfterOn),
    ),
    cin: part(
      'Children in need without a social worker of their own',
      'need',
      'Children in need, on no protection plan and not looked after',
      onlyInNeed,
    ),
    allocated: {
      name: 'Children with a social worker of their own',
      polarity: 'higher',
      counted: 'A registered social worker holds the case',
      thresholds: { shape: 'higher', green: 100, amber: 99 },
      stateWords: { met: 'Allocated', late: 'Unallocated' },
      count: counting(everyone, 'allocated'),
    },
  },
  examples: [
    {
      that: 'held by a social worker, by a manager, by nobody since the day itself, and too new to be decided on',
      records: {
        people: [{ id: '5', bornOn: '1998-03-31' }],
        professionals: [
          { id: 'w1', registration: 'SW1', fte: 1, jobTitle: 'Social worker' },
          { id: 'w2', registration: 'SW2', fte: 1, jobTitle: 'Team manager' },
        ],
        referrals: [
          ...['1', '2', '3', '5'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2016-01-04' })),
          { id: 'r4', personId: '4', referredOn: '2016-03-30' },
        ],
        involvements: [
          { id: 'v1', personId: '1', role: 'CW', workerId: 'w1', fromOn: '2016-01-05' },
          { id: 'v2', personId: '2', role: 'CW', workerId: 'w2', fromOn: '2016-01-05' },
          { id: 'v3', personId: '3', role: 'CW', workerId: 'w1', fromOn: '2016-01-05', untilOn: '2016-03-31' },
        ],
      },
      at: '2016-03-31',
      settings: { underEighteen: 1 },
      gives: { numerator: 2, denominator: 3, value: 66.7, states: { r1: 'late', r2: 'met', r3: 'met' } },
    },
    {
      that: 'a care leaver of 18 whose case is open, unless the council counts only those under 18',
      records: {
        people: [{ id: '1', bornOn: '1998-03-31' }],
        referrals: [{ id: 'r1', personId: '1', referredOn: '2016-01-04' }],
        involvements: [{ id: 'v1', personId: '1', role: 'PA', workerId: 'w1', fromOn: '2016-03-31' }],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, states: { r1: 'met' } },
    },
    {
      that: 'referred again yesterday while the case was open',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2016-01-04' },
          { id: 'r2', personId: '1', referredOn: '2016-03-31' },
        ],
        involvements: [{ id: 'v', personId: '9', role: 'CW', workerId: 'w1', fromOn: '2016-01-05' }],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, states: { r1: 'met' } },
    },
    {
      that: 'a child on a plan with two case workers, one of them a social worker',
      variant: 'cp',
      records: {
        professionals: [{ id: 'w1', registration: 'SW1' }, { id: 'w2' }],
        referrals: [{ id: 'r1', personId: '1', referredOn: '2016-01-04' }],
        cpPlans: ['1', '2'].map(id => ({ id: `p${id}`, personId: id, startedOn: '2016-02-01' })),
        involvements: [
          { id: 'v1', personId: '1', role: 'CW', workerId: 'w1', fromOn: '2016-01-05' },
          { id: 'v2', personId: '1', role: 'CW', workerId: 'w2', fromOn: '2016-02-05' },
          { id: 'v3', personId: '2', role: 'CW', workerId: 'w2', fromOn: '2016-01-05' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, states: { p1: 'late', p2: 'met' } },
    },
    {
      that: 'a looked after child the day before the 18th birthday, and one on it where only those under 18 are counted',
      variant: 'cla',
      settings: { underEighteen: 1 },
      records: {
        people: [
          { id: '1', bornOn: '1998-04-01' },
          { id: '2', bornOn: '1998-03-31' },
        ],
        referrals: [{ id: 'r', personId: '9', referredOn: '2016-01-04' }],
        claEpisodes: ['1', '2'].map(id => ({ id: `e${id}`, personId: id, startedOn: '2016-02-01', startReason: 'S' })),
        involvements: [{ id: 'v', personId: '9', role: 'CW', workerId: 'w', fromOn: '2016-01-05' }],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, states: { e1: 'met' } },
    },
    {
      that: 'a person of 18 with a plan still open',
      variant: 'cp',
      records: {
        people: [{ id: '1', bornOn: '1998-03-31' }],
        referrals: [{ id: 'r', personId: '9', referredOn: '2016-01-04' }],
        cpPlans: [{ id: 'p1', personId: '1', startedOn: '2016-02-01' }],
        involvements: [{ id: 'v', personId: '9', role: 'CW', workerId: 'w', fromOn: '2016-01-05' }],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, states: { p1: 'met' } },
    },
    {
      that: 'the complement; and without a list of workers every named one counts',
      variant: 'allocated',
      records: {
        referrals: ['1', '2'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2016-01-04' })),
        involvements: [
          { id: 'v1', personId: '1', role: 'CW', workerId: 'w1', fromOn: '2016-01-05' },
          { id: 'v2', personId: '2', role: 'CW', fromOn: '2016-01-05', teamId: 't' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50, states: { r1: 'met', r2: 'late' } },
    },
    {
      that: 'a child in need who is looked after is counted there and not here',
      variant: 'cin',
      records: {
        referrals: ['1', '2'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2016-01-04' })),
        claEpisodes: [{ id: 'e2', personId: '2', startedOn: '2016-02-01', startReason: 'S' }],
        involvements: [{ id: 'v', personId: '9', role: 'CW', workerId: 'w', fromOn: '2016-01-05' }],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, states: { r1: 'met' } },
    },
  ],
})

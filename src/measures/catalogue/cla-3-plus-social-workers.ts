/** Looked after children who had three or more social workers in a year. */
import { monthsAfter } from '../../terms/day-number.ts'
import { caseOfCare, countLookedAfter } from '../count-looked-after.ts'
import { lookedAfterOn } from '../histories/care-periods.ts'
import { sameWorkerSince, workersIn } from '../histories/changes-of-worker.ts'
import { openChildrenOn } from '../histories/open-cases.ts'
import type { History } from '../history.ts'
import { type Count, measure } from '../measure.ts'

const hadThree = (history: History, personId: string, on: number) =>
  workersIn(history, personId, monthsAfter(on, -12) + 1, on).size >= 3

const openCases =
  (kind: 'need' | 'protection'): Count =>
  (history, { asAt }, take) => {
    for (const one of openChildrenOn(history, asAt))
      if (one.kind === kind)
        take({ id: one.id, personId: one.personId, start: one.from, due: null, done: null }, hadThree(history, one.personId, asAt) ? 'met' : 'late') // prettier-ignore
  }

const daysWithSame: Count = (history, { asAt }, take) => {
  for (const period of lookedAfterOn(history, asAt).values()) {
    const since = sameWorkerSince(history, period.personId, asAt)
    if (since === null) take(caseOfCare(period), 'excluded', 0, 'Nobody holds the case')
    else take(caseOfCare(period), 'met', asAt - since)
  }
}

const holding = (id: string, personId: string, workerId: string, fromOn: string, untilOn: string | null = null) =>
  ({ id, personId, role: 'CW', workerId, fromOn, untilOn }) as const
const inCare = (...ids: string[]) => ids.map(id => ({ id, personId: id, startedOn: '2015-01-05', startReason: 'S' as const })) // prettier-ignore
const FIRST = holding('0', '9', 'z', '2013-01-07')

export default measure({
  id: 'cla-3-plus-social-workers',
  number: 99,
  name: 'Looked after children with three or more social workers in a year',
  area: 'workforce',
  unit: '%',
  polarity: 'lower',
  basis: 'snapshot',
  periods: ['snapshot'],
  looksBack: 12,
  outOf: 'Children looked after',
  counted: 'Three or more different social workers in the last twelve months, time before care among them',
  leftOut:
    'Children only in short breaks. Cover of less than two weeks, where it is marked, is no change; the same worker again is one',
  rule: 'Every case worker whose involvement was open on a day of the twelve months to the day shown',
  source: 'DfE looked after statistics; Children’s Social Care National Framework',
  marks: ['F', 'D'],
  needs: ['claEpisodes.startedOn', 'involvements.workerId', 'involvements.fromOn'],
  thresholds: { shape: 'lower', green: 25, amber: 35 },
  stateWords: { met: 'Three or more', late: 'One or two' },
  count: countLookedAfter(({ personId }, on, history) => hadThree(history, personId, on)),
  variants: {
    cin: {
      name: 'Children in need with three or more social workers in a year',
      outOf: 'Children under 18 in need, on no protection plan and not looked after',
      leftOut: 'Cover of less than two weeks, where it is marked, is no change; the same worker again is one',
      needs: ['referrals.referredOn', 'involvements.workerId', 'involvements.fromOn'],
      count: openCases('need'),
    },
    cp: {
      name: 'Children on a plan with three or more social workers in a year',
      outOf: 'Children on a child protection plan and not looked after',
      leftOut: 'Cover of less than two weeks, where it is marked, is no change; the same worker again is one',
      needs: ['cpPlans.startedOn', 'involvements.workerId', 'involvements.fromOn'],
      count: openCases('protection'),
    },
    'days-same-worker': {
      name: 'Days that looked after children have had the same social worker',
      unit: 'days',
      valued: 'mean',
      polarity: 'higher',
      counted: 'The average number of days that the present social worker has held the case',
      leftOut: 'Children whose case nobody holds; children only in short breaks',
      rule: 'Calendar days to the day shown; cover of less than two weeks, where it is marked, does not break them',
      thresholds: { shape: 'none' },
      stateWords: { met: 'Held' },
      count: daysWithSame,
    },
  },
  examples: [
    {
      that: 'one who stopped on the first day of the year counts, the day before does not; A, B and A again are two',
      records: {
        claEpisodes: inCare('1', '2', '3'),
        involvements: [
          FIRST,
          holding('1a', '1', 'a', '2015-01-05', '2015-04-01'),
          holding('1b', '1', 'b', '2015-04-01', '2015-09-01'),
          holding('1c', '1', 'c', '2015-09-01'),
          holding('2a', '2', 'a', '2015-01-05', '2015-03-31'),
          holding('2b', '2', 'b', '2015-03-31', '2015-09-01'),
          holding('2c', '2', 'c', '2015-09-01'),
          holding('3a', '3', 'a', '2015-01-05', '2015-06-01'),
          holding('3b', '3', 'b', '2015-06-01', '2015-09-01'),
          holding('3c', '3', 'a', '2015-09-01'),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 3, value: 33.3, states: { 1: 'met', 2: 'late', 3: 'late' } },
    },
    {
      that: 'three in the half year of which there are records are three',
      records: {
        claEpisodes: inCare('1'),
        involvements: ['a', 'b', 'c'].map(worker => holding(worker, '1', worker, '2015-10-01')),
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, value: 100 },
    },
    {
      that: 'marked cover of thirteen days is no change, of fourteen days it is',
      records: {
        claEpisodes: inCare('1', '2'),
        involvements: [
          FIRST,
          ...['1', '2'].flatMap(id => [
            holding(`${id}a`, id, 'a', '2015-01-05', '2015-06-01'),
            holding(`${id}b`, id, 'b', '2015-06-01', id === '1' ? '2015-06-14' : '2015-06-15'),
            holding(`${id}c`, id, 'c', '2015-06-15'),
          ]),
        ],
        covers: [
          { involvementId: '1b', isCover: true },
          { involvementId: '2b', isCover: true },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, states: { 1: 'late', 2: 'met' } },
    },
    {
      that: 'since the present worker began, with the one before being the same',
      variant: 'days-same-worker',
      records: {
        claEpisodes: inCare('1', '2'),
        involvements: [
          FIRST,
          holding('1a', '1', 'a', '2016-03-01', '2016-03-11'),
          holding('1b', '1', 'a', '2016-03-11'),
          holding('2a', '2', 'a', '2015-01-05', '2016-03-31'),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 30, denominator: 1, value: 30, excluded: 1 },
    },
    {
      that: 'of children in need and on plans',
      variant: 'cp',
      records: {
        cpPlans: [{ id: 'p', personId: '1', startedOn: '2015-06-01' }],
        involvements: [FIRST, ...['a', 'b', 'c'].map(worker => holding(worker, '1', worker, '2015-06-01'))],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, states: { p: 'met' } },
    },
    {
      that: 'a child in need with two',
      variant: 'cin',
      records: {
        referrals: [{ id: 'r', personId: '1', referredOn: '2015-06-01' }],
        involvements: [FIRST, ...['a', 'b'].map(worker => holding(worker, '1', worker, '2015-06-01'))],
      },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 1, states: { r: 'late' } },
    },
  ],
})

/** How many children a social worker holds. */
import type { DayNumber } from '../../terms/day-number.ts'
import { caseloadsOn, fteOn, type Held, postOn } from '../histories/caseloads.ts'
import { caseOfPost, postsOn, postsSince } from '../histories/posts.ts'
import type { History } from '../history.ts'
import { type Case, type Count, measure } from '../measure.ts'

const caseOf = ({ id, personId, workerId, from }: Held): Case => ({ id, personId, workerId, start: from, due: null, done: null }) // prettier-ignore

type Whose = (history: History, workerId: string, on: DayNumber) => boolean
const everybody: Whose = () => true
const newlyQualified: Whose = (history, workerId, on) => postOn(history, workerId, on)?.isNewlyQualified === true

const held =
  (whose: Whose): Count =>
  (history, { asAt }, take) => {
    const { byWorker, others } = caseloadsOn(history, asAt)
    for (const [workerId, cases] of byWorker)
      if (whose(history, workerId, asAt)) for (const one of cases) take(caseOf(one), 'met')
    if (whose === everybody)
      for (const one of others)
        take(caseOf(one), 'excluded', 0, 'Held by a manager, a student or somebody not registered')
  }

const holders =
  (whose: Whose, weigh: (history: History, workerId: string, on: DayNumber) => number) =>
  (history: History, { asAt }: { asAt: DayNumber }) => {
    let sum = 0
    for (const workerId of caseloadsOn(history, asAt).byWorker.keys())
      if (whose(history, workerId, asAt)) sum += weigh(history, workerId, asAt)
    return sum
  }

/** Not more than the cap is inside it. */
const aboveCap: Count = (history, { asAt }, take, { cap, capNew }) => {
  for (const [workerId, cases] of caseloadsOn(history, asAt).byWorker) {
    const post = postOn(history, workerId, asAt)
    const most = post?.caseloadCap ?? Number(post?.isNewlyQualified ? capNew : cap)
    const one = { id: workerId, personId: null, workerId, start: null, due: null, done: null }
    take(one, cases.length > most ? 'met' : 'late')
  }
}

const socialWorkers: Count = (history, { asAt }, take) => {
  for (const post of postsOn(history, asAt))
    if (post.workerId !== null && post.row.isManager !== true) take(caseOfPost(post), 'met')
}

const managers = (history: History, { asAt }: { asAt: DayNumber }) =>
  postsOn(history, asAt).filter(({ workerId, row }) => workerId !== null && row.isManager === true).length

const holds = (workerId: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `${workerId}-${at}`, personId: `${workerId}-${at}`, role: 'CW' as const, workerId, fromOn: '2016-01-04' })) // prettier-ignore
const post = (workerId: string, fte: number, more: object = {}) => ({ id: workerId, workerId, fte, fromOn: '2015-01-05', ...more }) // prettier-ignore
const TEAM = {
  professionals: [
    { id: 'a', registration: 'SW1', fte: 1, jobTitle: 'Social worker' },
    { id: 'b', registration: 'SW2', fte: 0.5, jobTitle: 'Social worker' },
    { id: 'c', registration: 'SW3', fte: 1, jobTitle: 'Newly qualified social worker' },
    { id: 'm', registration: 'SW4', fte: 1, jobTitle: 'Team manager' },
  ],
  involvements: [
    ...holds('a', 18),
    ...holds('b', 8),
    ...holds('c', 13),
    ...holds('m', 2),
    { id: 'x', personId: 'x', role: 'CW' as const, workerId: 'a', fromOn: '2016-01-04', untilOn: '2016-03-31' },
  ],
  workerPosts: [
    post('a', 1, { caseloadCap: 18 }),
    post('b', 0.4),
    post('c', 1, { isNewlyQualified: true }),
    post('m', 1, { isManager: true }),
  ],
}

export default measure({
  id: 'caseload-mean',
  number: 98,
  name: 'Children for each social worker (full-time equivalent)',
  area: 'workforce',
  unit: 'children',
  polarity: 'band',
  basis: 'snapshot',
  periods: ['snapshot'],
  valued: 'per',
  outOf: 'Social workers who hold at least one case, agency staff among them, as full-time equivalent',
  counted: 'Children whose case they hold',
  leftOut: 'Children held by managers, students and staff who are not registered, who are shown apart',
  rule: 'At the end of the day. A child is counted once, with the social worker who began last; a worker of whom nothing is recorded counts as full time',
  source: 'DfE children’s social work workforce statistics; Children’s Social Care National Framework',
  marks: ['F', 'D'],
  needs: ['involvements.workerId', 'involvements.role', 'involvements.fromOn'],
  settings: {
    cap: { words: 'The most children a social worker may hold, where the post says nothing', value: 18, mark: 'D' },
    capNew: {
      words: 'The most that a newly qualified one may hold, where the post says nothing',
      value: 12,
      mark: 'D',
    },
  },
  stateWords: { met: 'Held' },
  count: held(everybody),
  per: holders(everybody, fteOn),
  variants: {
    'per-head': {
      name: 'Children for each social worker (heads)',
      outOf: 'Social workers who hold at least one case, agency staff among them',
      per: holders(everybody, () => 1),
    },
    nqsw: {
      name: 'Children for each newly qualified social worker',
      polarity: 'lower',
      outOf: 'Newly qualified social workers who hold at least one case, as full-time equivalent',
      leftOut: 'Other social workers',
      needs: ['involvements.workerId', 'involvements.role', 'involvements.fromOn', 'workerPosts.isNewlyQualified'],
      thresholds: { shape: 'lower', green: 12, amber: 13.2 },
      count: held(newlyQualified),
      per: holders(newlyQualified, fteOn),
      since: postsSince,
    },
    'above-cap': {
      name: 'Social workers who hold more children than they may',
      unit: '%',
      valued: 'percentage',
      polarity: 'lower',
      outOf: 'Social workers who hold at least one case',
      counted: 'More children than the most that the post may hold',
      leftOut: 'Managers, students and staff who are not registered',
      thresholds: { shape: 'lower', green: 0, amber: 10 },
      stateWords: { met: 'Above the cap', late: 'Within it' },
      count: aboveCap,
    },
    span: {
      name: 'Social workers for each team manager',
      unit: 'social workers',
      polarity: 'lower',
      outOf: 'Managers in post',
      counted: 'Social workers in post, agency staff among them',
      leftOut: 'Vacant posts; days before the extract tells who left',
      rule: 'At the end of the day',
      needs: ['workerPosts.isManager', 'workerPosts.fromOn'],
      thresholds: { shape: 'lower', green: 6, amber: 6.6 },
      stateWords: { met: 'In post' },
      count: socialWorkers,
      per: managers,
      since: postsSince,
    },
  },
  examples: [
    {
      that: 'a manager who is a case worker beside, since later, takes no child from the social worker',
      records: {
        professionals: TEAM.professionals,
        involvements: [
          ...holds('a', 2),
          { id: 'beside', personId: 'a-0', role: 'CW', workerId: 'm', fromOn: '2016-03-01' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 2, denominator: 1, value: 2 },
    },
    {
      that: 'the post says how much of full time, a manager’s are apart, and what ended today is gone',
      records: TEAM,
      at: '2016-03-31',
      gives: { numerator: 39, denominator: 2.4, value: 16.3, excluded: 2 },
    },
    { that: 'heads', variant: 'per-head', records: TEAM, at: '2016-03-31', gives: { numerator: 39, denominator: 3, value: 13 } }, // prettier-ignore
    { that: 'those in their first year', variant: 'nqsw', records: TEAM, at: '2016-03-31', gives: { numerator: 13, denominator: 1, value: 13 } }, // prettier-ignore
    {
      that: 'eighteen of eighteen is inside; thirteen is above twelve',
      variant: 'above-cap',
      records: TEAM,
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 3, value: 33.3, states: { a: 'late', b: 'late', c: 'met' } },
    },
    { that: 'three to one', variant: 'span', records: TEAM, at: '2016-03-31', gives: { numerator: 3, denominator: 1, value: 3 } }, // prettier-ignore
    {
      that: 'a child with two case workers is counted once',
      records: {
        involvements: [
          { id: '1', personId: '1', role: 'CW', workerId: 'a', fromOn: '2016-01-04' },
          { id: '2', personId: '1', role: 'CW', workerId: 'b', fromOn: '2016-02-01' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, value: 1, states: { 2: 'met' } },
    },
  ],
})

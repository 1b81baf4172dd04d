/** Social workers who leave, of those in post. */
import type { DayNumber } from '../../terms/day-number.ts'
import { caseOfPost, type Post, posts, postsOfWorker, postsOn, postsSince } from '../histories/posts.ts'
import type { History } from '../history.ts'
import { measure } from '../measure.ts'
import { enough } from '../measure-example.ts'

/** Whoever holds another post on the day after has moved and not left. */
const hasMoved = (history: History, { id, workerId, until }: Post, asAt: DayNumber) =>
  postsOfWorker(history, workerId!).some(
    other =>
      other.id !== id &&
      !other.isAgency &&
      other.from <= Math.min(until! + 1, asAt) &&
      (other.until === null || other.until > until!),
  )

const post = (id: string, fte: number, more: object = {}) =>
  ({ id, workerId: `w${id}`, title: 'Social worker', fte, isAgency: false, fromOn: '2014-01-06', ...more }) as const

export default measure({
  id: 'sw-turnover-rate',
  number: 96,
  name: 'Social workers who left in the year',
  area: 'workforce',
  unit: '%',
  polarity: 'lower',
  basis: 'happened',
  periods: ['rolling-year'],
  valued: 'per',
  times: 100,
  outOf: 'Social workers of the council’s own in post at the end of the period, as full-time equivalent',
  counted: 'Left in the twelve months, as full-time equivalent',
  leftOut:
    'Moves to another post here; agency staff; posts of which it is not recorded how much of full time they are; years that begin before the extract tells who left',
  rule: 'By the last day in post',
  source: 'DfE children’s social work workforce statistics',
  marks: ['F', 'D'],
  needs: ['workerPosts.fte', 'workerPosts.fromOn', 'workerPosts.untilOn', 'workerPosts.workerId'],
  thresholds: { shape: 'lower', green: 13, amber: 18 },
  stateWords: { met: 'Left' },
  count: (history, { from, to, asAt }, take) => {
    for (const post of history.of(posts)) {
      const { until, workerId, isAgency, isSocialWork, fte } = post
      if (until === null || until < from || until > to || workerId === null || isAgency || !isSocialWork) continue
      if (fte === null) take(caseOfPost(post), 'excluded', 0, 'How much of full time the post is, is missing')
      else if (!hasMoved(history, post, asAt)) take(caseOfPost(post), 'met', fte)
    }
  },
  per: (history, { asAt }) =>
    postsOn(history, asAt).reduce(
      (sum, { workerId, isAgency, fte }) => sum + (workerId !== null && !isAgency ? (fte ?? 0) : 0),
      0,
    ),
  since: postsSince,
  examples: [
    {
      that: 'left on the first day and on the last; moved on the next day, an agency worker, and the day before are not counted',
      records: {
        workerPosts: [
          post('1', 1, { untilOn: '2015-04-01' }),
          post('2', 0.5, { untilOn: '2016-03-31' }),
          post('3', 1, { untilOn: '2015-06-30' }),
          post('3b', 1, { workerId: 'w3', fromOn: '2015-07-01' }),
          post('4', 1, { untilOn: '2015-09-30', isAgency: true }),
          post('5', 1, { untilOn: '2015-03-31' }),
          ...['6', '7', '8', '9'].map(id => post(id, 1)),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1.5, denominator: 5, value: 30, states: { 1: 'met', 2: 'met' } },
    },
    {
      that: 'who came back after a gap has left',
      records: {
        workerPosts: [
          post('1', 1, { untilOn: '2015-06-29' }),
          post('1b', 1, { workerId: 'w1', fromOn: '2015-07-01' }),
          post('5', 1, { untilOn: '2015-03-31' }),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, value: 100 },
    },
    {
      that: 'a year that begins before anybody is known to have left has no figure',
      records: { workerPosts: [...enough(id => post(id, 1, { untilOn: '2015-04-02' })), post('2', 1)] },
      at: '2016-03-31',
      gives: { numerator: 10, value: null },
    },
  ],
})

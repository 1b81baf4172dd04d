/** Newly qualified social workers who are still here two years later. */
import { monthsAfter } from '../../terms/day-number.ts'
import { countHappened, isSo } from '../happened.ts'
import { posts, postsOfWorker, postsSince } from '../histories/posts.ts'
import { isOpen } from '../histories/span.ts'
import type { History } from '../history.ts'
import { measure } from '../measure.ts'
import { enough } from '../measure-example.ts'

/** The first post of each who began as newly qualified, by the day two years later. */
const cohorts = (history: History) => {
  const first = new Map<string, number>()
  for (const { workerId, row, isAgency, from } of history.of(posts))
    if (workerId !== null && row.isNewlyQualified === true && !isAgency && from < (first.get(workerId) ?? Infinity))
      first.set(workerId, from)
  return [...first].map(([workerId, start]) => {
    const on = monthsAfter(start, 24)
    return { id: workerId, personId: null, workerId, on, start, due: on, done: null }
  })
}

const post = (id: string, fromOn: string, untilOn: string | null, more: object = {}) =>
  ({ id, workerId: id, isNewlyQualified: true, isAgency: false, fromOn, untilOn, ...more }) as const
const EARLY = post('9', '2010-01-04', '2012-01-04', { isNewlyQualified: false })

export default measure({
  id: 'nqsw-retention-2y',
  number: 100,
  name: 'Newly qualified social workers still in post after two years',
  area: 'workforce',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['rolling-year'],
  outOf: 'Social workers who began here as newly qualified two years before a day of the period',
  counted: 'In a post here two years later',
  leftOut: 'Agency staff; years of which the extract does not tell who left before',
  rule: 'Two years after beginning here as newly qualified, for no extract holds when they qualified',
  source: 'Local policy',
  marks: ['D'],
  needs: ['workerPosts.isNewlyQualified', 'workerPosts.fromOn', 'workerPosts.workerId'],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  stateWords: { met: 'Still here', late: 'Left' },
  count: countHappened(cohorts, ({ workerId, on }, { history }) =>
    isSo(postsOfWorker(history, workerId).some(post => !post.isAgency && isOpen(post, on))),
  ),
  since: history => monthsAfter(postsSince(history), 24),
  examples: [
    {
      that: 'left on the day, left the day after, moved to another post, and two years over tomorrow',
      records: {
        workerPosts: [
          EARLY,
          post('1', '2014-03-03', '2016-03-03'),
          post('2', '2014-03-03', '2016-03-04'),
          post('3', '2014-03-31', '2015-06-01'),
          post('3b', '2015-06-01', null, { workerId: '3', isNewlyQualified: false }),
          post('4', '2014-04-01', null),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 2, denominator: 3, value: 66.7, states: { 1: 'late', 2: 'met', 3: 'met' } },
    },
    {
      that: 'where the extract tells of leavers for less than two years, there is no figure',
      records: { workerPosts: enough(id => post(id, '2014-03-03', '2015-03-03')) },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 10, value: null },
    },
  ],
})

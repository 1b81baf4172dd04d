/** Social work posts that stand vacant. */
import { caseOfPost, postsOn, postsSince } from '../histories/posts.ts'
import { type Count, measure } from '../measure.ts'
import { enough } from '../measure-example.ts'

/** Agency staff are not in post: a post that one covers is vacant, unless the council counts otherwise. */
const vacant =
  (weighed: boolean): Count =>
  (history, { asAt }, take, { agencyCovers }) => {
    for (const post of postsOn(history, asAt)) {
      const amount = weighed ? post.fte : 1
      if (amount === null) take(caseOfPost(post), 'excluded', 0, 'How much of full time the post is, is missing')
      else if (post.workerId !== null && post.isAgency && !agencyCovers)
        take(caseOfPost(post), 'excluded', 0, 'Covered by agency staff')
      else take(caseOfPost(post), post.workerId === null || post.isAgency ? 'met' : 'late', amount)
    }
  }

const post = (id: string, fte: number, more: object = {}) =>
  ({ id, workerId: `w${id}`, title: 'Social worker', fte, isAgency: false, fromOn: '2014-01-06', ...more }) as const
const POSTS = [
  post('1', 1),
  post('2', 0.5),
  post('3', 1, { workerId: null }),
  post('4', 0.5, { isAgency: true }),
  post('5', 1, { untilOn: '2016-03-31' }),
  post('6', 1, { workerId: null, title: 'Early help practitioner' }),
  post('7', 1, { fte: null }),
]

export default measure({
  id: 'sw-vacancy-rate',
  number: 95,
  name: 'Social work posts that are vacant (full-time equivalent)',
  area: 'workforce',
  unit: '%',
  polarity: 'lower',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Social work posts, vacant and held by the council’s own staff, as full-time equivalent',
  counted: 'Vacant, or covered by agency staff',
  leftOut:
    'Posts of which it is not recorded how much of full time they are; posts of other professions; days before the extract tells who left',
  rule: 'At the end of the day. Whoever leaves on the day has left',
  source: 'DfE children’s social work workforce statistics (30 September of each year)',
  marks: ['F', 'K'],
  needs: ['workerPosts.fte', 'workerPosts.fromOn'],
  thresholds: { shape: 'lower', green: 10, amber: 20 },
  settings: { agencyCovers: { words: '1 to count posts covered by agency staff as vacant', value: 1, mark: 'K' } },
  stateWords: { met: 'Vacant', late: 'In post' },
  count: vacant(true),
  since: postsSince,
  variants: {
    posts: {
      name: 'Social work posts that are vacant (posts)',
      outOf: 'Social work posts, vacant and held by the council’s own staff',
      needs: ['workerPosts.fromOn'],
      count: vacant(false),
    },
    absence: {
      name: 'Days lost to sickness',
      basis: 'happened',
      periods: ['month'],
      outOf: 'Working days of all social workers (full-time equivalent; 253 days a year, 254 in a leap year)',
      counted: 'Working days lost to sickness',
      leftOut: 'Agency staff',
      rule: 'By the day',
      source: 'Human resources, absence records',
      needs: [{ notHeld: 'absences of staff' }],
      thresholds: { shape: 'none' },
      count: () => {},
    },
  },
  examples: [
    {
      that: 'vacant and agency of in post; left today is gone; early help is no social work',
      records: { workerPosts: POSTS },
      at: '2016-03-31',
      gives: { numerator: 1.5, denominator: 3, value: 50, excluded: 1, states: { 3: 'met', 4: 'met', 7: 'excluded' } },
    },
    {
      that: 'where agency staff fill a post',
      settings: { agencyCovers: 0 },
      records: { workerPosts: POSTS },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2.5, value: 40, excluded: 2 },
    },
    {
      that: 'each post as one',
      variant: 'posts',
      records: { workerPosts: POSTS },
      at: '2016-03-31',
      gives: { numerator: 2, denominator: 5, value: 40 },
    },
    {
      that: 'before the first leaver is known, not everybody is',
      records: { workerPosts: [...POSTS, ...enough(id => post(id, 1, { untilOn: '2016-03-31' }))] },
      at: '2016-03-30',
      asAt: '2016-04-30',
      gives: { numerator: 1.5, value: null },
    },
  ],
})

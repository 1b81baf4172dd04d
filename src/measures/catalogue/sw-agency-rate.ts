/** Social workers from agencies, of all at work. */
import { caseOfPost, postsOn, postsSince } from '../histories/posts.ts'
import { type Count, measure } from '../measure.ts'

const atWork =
  (wanted: 'agency' | 'own', weighed: boolean): Count =>
  (history, { asAt }, take) => {
    for (const post of postsOn(history, asAt)) {
      if (post.workerId === null) continue
      const amount = weighed ? post.fte : 1
      if (amount === null) take(caseOfPost(post), 'excluded', 0, 'How much of full time the post is, is missing')
      else take(caseOfPost(post), post.isAgency === (wanted === 'agency') ? 'met' : 'late', amount)
    }
  }

const post = (id: string, fte: number, more: object = {}) =>
  ({ id, workerId: `w${id}`, title: 'Social worker', fte, isAgency: false, fromOn: '2014-01-06', ...more }) as const
const POSTS = [
  post('1', 1),
  post('2', 0.6),
  post('3', 0.4, { isAgency: true }),
  post('4', 1, { isAgency: true, untilOn: '2016-03-31' }),
  post('5', 1, { workerId: null }),
]

export default measure({
  id: 'sw-agency-rate',
  number: 97,
  name: 'Social workers from agencies (full-time equivalent)',
  area: 'workforce',
  unit: '%',
  polarity: 'lower',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Social workers at work, agency staff among them, as full-time equivalent',
  counted: 'From an agency',
  leftOut:
    'Vacant posts; posts of which it is not recorded how much of full time they are; days before the extract tells who left',
  rule: 'At the end of the day. Whoever leaves on the day has left',
  source: 'DfE children’s social work workforce statistics',
  marks: ['F', 'D'],
  needs: ['workerPosts.fte', 'workerPosts.isAgency', 'workerPosts.fromOn'],
  thresholds: { shape: 'lower', green: 20, amber: 30 },
  stateWords: { met: 'Agency', late: 'The council’s own' },
  count: atWork('agency', true),
  since: postsSince,
  variants: {
    count: {
      name: 'Agency social workers at work',
      unit: '',
      valued: 'count',
      outOf: 'Social workers at work',
      thresholds: { shape: 'none' },
      needs: ['workerPosts.isAgency', 'workerPosts.fromOn'],
      count: atWork('agency', false),
    },
    'permanent-share': {
      name: 'Social workers who are the council’s own (full-time equivalent)',
      polarity: 'higher',
      counted: 'The council’s own staff',
      thresholds: { shape: 'higher', green: 80, amber: 70 },
      stateWords: { met: 'The council’s own', late: 'Agency' },
      count: atWork('own', true),
    },
    'covering-vacancies': {
      name: 'Agency social workers who cover a vacancy',
      polarity: 'none',
      outOf: 'Agency social workers at work',
      counted: 'Covering a vacant post',
      needs: [{ notHeld: 'whether an agency worker covers a vacancy' }],
      thresholds: { shape: 'none' },
      count: () => {},
    },
  },
  examples: [
    {
      that: 'who leaves today has left, and a vacant post is nobody',
      records: { workerPosts: POSTS },
      at: '2016-03-31',
      gives: { numerator: 0.4, denominator: 2, value: 20, states: { 3: 'met', 1: 'late' } },
    },
    { that: 'heads', variant: 'count', records: { workerPosts: POSTS }, at: '2016-03-31', gives: { numerator: 1, value: 1 } }, // prettier-ignore
    {
      that: 'the other way round',
      variant: 'permanent-share',
      records: { workerPosts: POSTS },
      at: '2016-03-31',
      gives: { numerator: 1.6, denominator: 2, value: 80 },
    },
  ],
})

/** Supervision of social workers held in time. */
import { type DayNumber, endOfMonthOf } from '../../terms/day-number.ts'
import { stateOf } from '../clock-state.ts'
import { clockNamed } from '../clocks.ts'
import { countHappened, isSo } from '../happened.ts'
import { type Post, posts } from '../histories/posts.ts'
import { isOpen } from '../histories/span.ts'
import { ownSessions, sessionsOf, supervisionReach } from '../histories/supervisions.ts'
import type { History } from '../history.ts'
import { type Count, measure } from '../measure.ts'
import { enough } from '../measure-example.ts'
import { running } from '../running.ts'

const CLOCK = clockNamed('supervision')!

type Of = (post: Post) => boolean
const socialWorkers: Of = ({ isSocialWork, row }) => isSocialWork && row.isManager !== true
const everybody: Of = () => true

/** Each worker once, with the day the first of an unbroken row of posts began. */
function inPost(history: History, of: Of, on: DayNumber): Map<string, { from: DayNumber }> {
  const found = new Map<string, { from: DayNumber }>()
  for (const post of history.of(posts))
    if (post.workerId !== null && of(post) && isOpen(post, on))
      found.set(post.workerId, { from: Math.min(post.from, found.get(post.workerId)?.from ?? Infinity) })
  return found
}

/** Of a month that is over. */
const inTheMonth =
  (of: Of): Count =>
  (history, { from, to, asAt }, take) => {
    if (endOfMonthOf(from) > asAt) return
    const isRecorded = supervisionReach(history).own <= from
    for (const [workerId, { from: start }] of inPost(history, of, asAt)) {
      const one = { id: workerId, personId: null, workerId, start, due: to, done: null }
      const session = sessionsOf(history, workerId).find(({ on, recorded }) => on >= from && on <= to && recorded <= asAt) // prettier-ignore
      if (!isRecorded) take(one, 'excluded', 1, 'not-recorded')
      else if (start > from + 14) take(one, 'excluded', 1, 'Began after the 15th')
      else take({ ...one, done: session?.on ?? null }, session ? 'met' : 'late')
    }
  }

/** A month from the last session known by the day, else from the first day at work or where supervision began to be recorded. */
const notOverdue: Count = (history, { asAt }, take, settings) => {
  const reach = supervisionReach(history).own
  for (const [workerId, { from }] of inPost(history, socialWorkers, asAt)) {
    const last = sessionsOf(history, workerId).findLast(({ on, recorded }) => on >= from && on <= asAt && recorded <= asAt) // prettier-ignore
    const start = last?.on ?? Math.max(from, reach)
    const one = running(CLOCK, { id: workerId, personId: null, workerId, facts: { start }, done: null }, history, settings) // prettier-ignore
    const { state, because } = stateOf(CLOCK, one, asAt)
    if (!last && from < reach && state !== 'open-overdue') take(one, 'excluded', 1, 'not-recorded')
    else take(one, state, 1, because)
  }
}

const sessionsHeld = (history: History) =>
  ownSessions(history).map(({ on, recorded, row }) => ({
    id: row.id,
    personId: null,
    workerId: row.workerId,
    on,
    start: on,
    due: null,
    done: recorded === Infinity ? null : recorded,
  }))

const post = (id: string, more: object = {}) =>
  ({ id, workerId: id, title: 'Social worker', fromOn: '2015-01-05', ...more }) as const
const session = (workerId: string, heldOn: string, recordedOn: string | null = heldOn) =>
  ({ id: `${workerId}-${heldOn}`, workerId, heldOn, recordedOn, childId: null }) as const
const EARLY = session('9', '2015-06-01')

export default measure({
  id: 'supervision-1to1',
  number: 103,
  name: 'Social workers who had supervision in the month',
  area: 'supervision',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['month'],
  outOf: 'Social workers in post at the end of the month, agency staff among them',
  counted: 'At least one supervision in the calendar month that was held and recorded',
  leftOut:
    'Who began after the 15th; managers; months not over; months before supervision was recorded. Who is away the whole month cannot be told',
  rule: 'The calendar month. A session that nobody has recorded by the end of the month is none',
  source: 'The council’s supervision policy',
  marks: ['D', 'K'],
  needs: ['supervisions.workerId', 'supervisions.heldOn', 'workerPosts.workerId', 'workerPosts.fromOn'],
  thresholds: { shape: 'higher', green: 95, amber: 85 },
  stateWords: { met: 'Had supervision', late: 'Had none' },
  count: inTheMonth(socialWorkers),
  variants: {
    'all-staff': {
      name: 'Staff of every kind who had supervision in the month',
      outOf: 'Everybody in a post at the end of the month, agency staff and managers among them',
      leftOut: 'Who began after the 15th; months not over; months before supervision was recorded',
      count: inTheMonth(everybody),
    },
    interval: {
      name: 'Social workers whose next supervision is not overdue',
      basis: 'snapshot',
      periods: ['snapshot'],
      outOf: 'Social workers in post, agency staff among them',
      counted: 'The last supervision was no more than a month ago',
      leftOut: 'Managers; days before supervision was recorded',
      rule: 'One month after the last supervision as it was held',
      stateWords: {},
      clock: 'supervision',
      count: notOverdue,
    },
    recorded: {
      name: 'Supervision sessions that were recorded',
      outOf: 'Supervision sessions of workers held in the month',
      counted: 'Recorded by the end of the month',
      leftOut: 'Supervision of one child’s case',
      rule: 'By the day held',
      needs: ['supervisions.heldOn', 'supervisions.recordedOn'],
      stateWords: { met: 'Recorded', late: 'Not recorded' },
      count: countHappened(sessionsHeld, ({ done }, { window }) => isSo(done !== null && done <= window.asAt)),
    },
    pod: {
      name: 'Weekly group supervision held',
      outOf: 'Teams, each week of the month',
      counted: 'Group supervision was held in the week',
      leftOut: 'Weeks in which the whole team was away',
      rule: 'Each calendar week',
      needs: [{ notHeld: 'group supervision apart from supervision of one worker' }],
      clock: 'pod',
      count: () => {},
    },
  },
  examples: [
    {
      that: 'on the first day, not recorded in the month, none, began on the 16th, left on the last day',
      records: {
        workerPosts: [
          post('1'),
          post('2'),
          post('3'),
          post('4', { fromOn: '2016-03-16' }),
          post('5', { untilOn: '2016-03-31' }),
          post('6', { isManager: true }),
          post('7', { fromOn: '2016-03-15' }),
        ],
        supervisions: [
          session('1', '2016-03-01'),
          session('2', '2016-03-31', '2016-04-01'),
          session('4', '2016-03-20'),
        ],
      },
      at: '2016-03',
      asAt: '2016-04-30',
      gives: {
        numerator: 1,
        denominator: 4,
        value: 25,
        excluded: 1,
        states: { 1: 'met', 2: 'late', 3: 'late', 4: 'excluded', 7: 'late' },
      },
    },
    {
      that: 'managers among all staff; supervision of a child’s case is not the worker’s own',
      variant: 'all-staff',
      records: {
        workerPosts: [post('1'), post('6', { isManager: true })],
        supervisions: [EARLY, session('6', '2016-03-10'), { ...session('1', '2016-03-10'), childId: 'c' }],
      },
      at: '2016-03',
      gives: { numerator: 1, denominator: 2, states: { 1: 'late', 6: 'met' } },
    },
    {
      that: 'a month ago to the day, and a day more',
      variant: 'interval',
      records: {
        workerPosts: [post('1', { fromOn: '2016-02-01' }), post('2', { fromOn: '2016-02-01' })],
        supervisions: [EARLY, session('1', '2016-02-29'), session('2', '2016-02-28')],
      },
      at: '2016-03-29',
      gives: { numerator: 1, denominator: 2, states: { 1: 'open-in-time', 2: 'open-overdue' } },
    },
    {
      that: 'one of two was recorded by the end of the month',
      variant: 'recorded',
      records: { supervisions: [session('1', '2016-03-31'), session('2', '2016-03-31', '2016-04-01')] },
      at: '2016-03',
      asAt: '2016-04-30',
      gives: { numerator: 1, denominator: 2, value: 50 },
    },
    {
      that: 'before supervision was recorded nothing is told',
      records: { workerPosts: [post('1')], supervisions: enough(id => session(id, '2016-04-04')) },
      at: '2016-03',
      asAt: '2016-04-30',
      gives: { numerator: 0, denominator: 0, value: null, excluded: 1 },
    },
  ],
})

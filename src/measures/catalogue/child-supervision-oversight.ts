/** Children on whose case a manager has looked in time. */
import { type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import { inDays, inMonths } from '../../terms/length-of-time.ts'
import { variantOf, withLength } from '../clock.ts'
import { clockNamed } from '../clocks.ts'
import { type OpenCase, openChildrenOn } from '../histories/open-cases.ts'
import { oversightOf, supervisionReach } from '../histories/supervisions.ts'
import type { History } from '../history.ts'
import { type Count, measure, type Settings } from '../measure.ts'
import { enough } from '../measure-example.ts'
import { counting, type Running, runningChain } from '../running.ts'

const CLOCK = variantOf(clockNamed('supervision')!, 'case')

/** The earliest day that is still in time. */
function sinceFor(kind: OpenCase['kind'], on: DayNumber, { protection, care, need }: Settings): DayNumber {
  if (kind === 'care') return monthsAfter(on, -Number(care))
  return on - Number(kind === 'protection' ? protection : need)
}

function clockFor(kind: OpenCase['kind'], { protection, care, need }: Settings) {
  if (kind === 'care')
    return withLength(CLOCK, inMonths(Number(care)), `${care === 1 ? 'A month' : `${care} months`} after the last`)
  const days = Number(kind === 'protection' ? protection : need)
  return withLength(CLOCK, inDays(days), `${days} days after the last`)
}

/** Of each case that is open on the day of the records: from the last look before it was what it is now, or from its opening. */
const looks = (history: History, settings: Settings): Running[] =>
  [...openChildrenOn(history, history.asAt)].flatMap(({ id, personId, kind, from, since }) => {
    if (sinceFor(kind, history.asAt, settings) < supervisionReach(history).oversight) return []
    const recorded = oversightOf(history, personId)
      .filter(one => one.recorded <= history.asAt)
      .map(({ on }) => on)
    const start = recorded.findLast(on => on >= since && on <= from) ?? since
    const later = recorded.filter(on => on > start)
    return runningChain(clockFor(kind, settings), { id, personId, facts: { start } }, later, history, settings)
  })

const looked =
  (kind?: OpenCase['kind']): Count =>
  (history, { asAt }, take, settings) => {
    const reach = supervisionReach(history).oversight
    for (const open of openChildrenOn(history, asAt)) {
      const since = sinceFor(open.kind, asAt, settings)
      if ((kind !== undefined && open.kind !== kind) || open.since > since) continue
      const last = oversightOf(history, open.personId).findLast(({ on, recorded }) => on <= asAt && recorded <= asAt)
      const one = { id: open.id, personId: open.personId, start: open.from, due: null, done: last?.on ?? null }
      if (since < reach) take(one, 'excluded', 1, 'not-recorded')
      else take(one, last !== undefined && last.on >= since ? 'met' : 'late')
    }
  }

const look = (childId: string, heldOn: string, recordedOn: string | null = heldOn) =>
  ({ id: `${childId}-${heldOn}`, childId, heldOn, recordedOn }) as const
const OPEN = {
  referrals: ['1', '2', '3', '4', '5', '6'].map(id => ({
    id: `r${id}`,
    personId: id,
    referredOn: id === '6' ? '2016-02-19' : '2015-06-01',
  })),
  cpPlans: ['3', '4'].map(id => ({ id: `p${id}`, personId: id, startedOn: '2015-07-01' })),
  claEpisodes: [{ id: 'e5', personId: '5', startedOn: '2015-07-01', startReason: 'S' as const }],
}

export default measure({
  id: 'child-supervision-oversight',
  number: 104,
  name: 'Children whose case a manager has looked at in time',
  area: 'supervision',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf:
    'Children under 18 in need, on a child protection plan or looked after, whose case has been open for as long as it may wait',
  counted: 'Supervision or a management decision on the child’s record in time',
  leftOut:
    'Cases open for less than the interval; days before oversight was recorded. A session that nobody recorded is none',
  rule: 'In the last 28 days for a child on a plan, a month for a child looked after, six weeks for a child in need',
  source: 'Local policy',
  marks: ['D'],
  needs: ['supervisions.childId', 'supervisions.heldOn'],
  thresholds: { shape: 'higher', green: 90, amber: 80 },
  settings: {
    protection: { words: 'Days for a child on a protection plan', value: 28, mark: 'D' },
    care: { words: 'Months for a child looked after', value: 1, mark: 'D' },
    need: { words: 'Days for a child in need', value: 42, mark: 'D' },
  },
  stateWords: { met: 'Looked at', late: 'Not looked at in time' },
  count: counting(looks, looked()),
  variants: {
    cp: {
      name: 'Children on a plan whose case a manager has looked at in time',
      outOf: 'Children on a child protection plan and not looked after',
      rule: 'In the last 28 days',
      count: looked('protection'),
    },
    cla: {
      name: 'Looked after children whose case a manager has looked at in time',
      outOf: 'Children looked after',
      rule: 'In the last month',
      count: looked('care'),
    },
    cin: {
      name: 'Children in need whose case a manager has looked at in time',
      outOf: 'Children under 18 in need, on no protection plan and not looked after',
      rule: 'In the last six weeks',
      count: looked('need'),
    },
  },
  examples: [
    {
      that: 'on the last day of each time, and a day before it; open for less than six weeks is not counted',
      records: {
        ...OPEN,
        supervisions: [
          look('9', '2015-01-05'),
          look('1', '2016-02-18'),
          look('2', '2016-02-17'),
          look('3', '2016-03-03'),
          look('4', '2016-03-02'),
          look('5', '2016-02-29'),
        ],
      },
      at: '2016-03-31',
      gives: {
        numerator: 3,
        denominator: 5,
        value: 60,
        states: { r1: 'met', r2: 'late', p3: 'met', p4: 'late', e5: 'met' },
      },
    },
    {
      that: 'not recorded, and recorded the day after, do not count',
      variant: 'cp',
      records: {
        ...OPEN,
        supervisions: [look('9', '2015-01-05'), look('3', '2016-03-20', null), look('4', '2016-03-20', '2016-04-01')],
      },
      at: '2016-03-31',
      asAt: '2016-04-30',
      gives: { numerator: 0, denominator: 2, states: { p3: 'late', p4: 'late' } },
    },
    {
      that: 'of children looked after',
      variant: 'cla',
      records: { ...OPEN, supervisions: [look('9', '2015-01-05'), look('5', '2016-02-28')] },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 1, states: { e5: 'late' } },
    },
    {
      that: 'of children in need, before oversight was recorded long enough',
      variant: 'cin',
      records: { ...OPEN, supervisions: enough(id => look(id, '2016-02-19')) },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 0, value: null, excluded: 2 },
    },
  ],
})

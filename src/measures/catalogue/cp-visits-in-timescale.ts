/** Children on child protection plans who are visited in time. */
import { rowsOf } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { withLength } from '../clock.ts'
import { clockNamed } from '../clocks.ts'
import { cpPlans, ofPlansCountedOn, type OwnCpPlan } from '../histories/cp-plans.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { type Count, measure, type Settings } from '../measure.ts'
import { countDue, countRunning, type Running, runningChain } from '../running.ts'

const CLOCK = clockNamed('cp-visit')!

/** Days on which the child was seen: a seen looked-after visit counts too, and visits on one day count once (ruling "Visit anchor"). */
function daysSeen({ records }: History, personId: string): DayNumber[] {
  const visits = [...rowsOf(records.cpVisits, personId), ...rowsOf(records.claVisits, personId)]
  return visits.flatMap(visit =>
    visit.childSeen && !isUnread(visit, 'visitedOn') ? (numbered(visit.visitedOn) ?? []) : [],
  )
}

type Visit = Running & { readonly plan: OwnCpPlan }

/** From the start of the plan, or the birth where that is later, then from each visit. */
function visits(history: History, settings: Settings): Visit[] {
  const clock =
    Number(settings.every) === 10
      ? CLOCK
      : withLength(CLOCK, inWorkingDays(Number(settings.every)), `Every ${settings.every} working days`)
  return history.of(cpPlans).flatMap(plan => {
    const { id, personId, from, until, isSameDay } = plan
    if (isSameDay) return []
    const bornOn = history.child(personId)?.bornOn ?? null
    const start = bornOn !== null && bornOn > from ? bornOn : from
    return runningChain(
      clock,
      { id, personId, facts: { start, bornOn }, ended: until },
      daysSeen(history, personId),
      history,
      settings,
    ).map(one => ({ ...one, plan }))
  })
}

const running = countRunning(visits)
const childrenVisited: Count = Object.assign(
  ((history, window, take, settings) => {
    const isCounted = ofPlansCountedOn(history, window.asAt)
    running(history, window, (one, ...rest) => isCounted(one as Visit) && take(one, ...rest), settings)
  }) as Count,
  { clocks: visits },
)

const EVERY = {
  every: { words: 'Working days between visits, where a plan sets none of its own', value: 10, mark: 'K' },
} as const

export default measure({
  id: 'cp-visits-in-timescale',
  number: 34,
  name: 'Children on a plan visited in time',
  area: 'protection',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Children on a child protection plan',
  counted: 'Seen within the time that their plan allows, or on a new plan that has not come to its first day due',
  leftOut: 'Children not yet born; plans that began and ended on one day',
  rule: '10 working days after the plan began or the child was last seen; a visit at which the child was not seen does not count',
  source:
    'Local policy; a statutory function under section 47 of the Children Act 1989. Working Together names no number',
  marks: ['K', 'D'],
  needs: ['cpPlans.startedOn', 'cpVisits.visitedOn', 'cpVisits.childSeen'],
  thresholds: { shape: 'higher', green: 95, amber: 85 },
  clock: 'cp-visit',
  settings: EVERY,
  count: childrenVisited,
  variants: {
    period: {
      name: 'Visits to children on a plan made in time',
      basis: 'due',
      periods: ['month', 'rolling-year'],
      outOf: 'Visits due in the period to children on a plan',
      counted: 'Made, with the child seen, on or before the day due',
      count: countDue(visits),
    },
  },
  examples: [
    {
      that: 'a child with two plans at once counts once',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2016-01-04' },
          { id: 'p2', personId: '1', startedOn: '2016-04-04' },
        ],
      },
      at: '2016-04-05',
      gives: { numerator: 1, denominator: 1, states: { 'p2/1': 'open-in-time' } },
    },
    {
      that: 'a child who died is not owed a visit any more, whatever plan nobody has ended',
      records: {
        people: [
          { id: '1', bornOn: '2012-01-01', diedOn: '2016-03-31' },
          { id: '2', bornOn: '2012-01-01', diedOn: '2016-04-06' },
        ],
        cpPlans: ['1', '2'].map(id => ({ id: `p${id}`, personId: id, startedOn: '2016-03-01' })),
      },
      at: '2016-04-05',
      gives: { numerator: 0, denominator: 1, openOverdue: 1, states: { 'p2/1': 'open-overdue' } },
    },
    {
      that: 'seen ten working days ago, eleven, and not seen at the visit between',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2016-01-04' },
          { id: 'p2', personId: '2', startedOn: '2016-01-04' },
          { id: 'p3', personId: '3', startedOn: '2016-04-04' },
        ],
        cpVisits: [
          { id: 'v1', personId: '1', visitedOn: '2016-03-18', childSeen: true },
          { id: 'v2', personId: '2', visitedOn: '2016-03-17', childSeen: true },
          { id: 'v3', personId: '2', visitedOn: '2016-04-01', childSeen: false },
        ],
      },
      at: '2016-04-05',
      gives: {
        numerator: 2,
        denominator: 3,
        value: 66.7,
        openOverdue: 1,
        states: { 'p1/2': 'open-in-time', 'p2/2': 'open-overdue', 'p3/1': 'open-in-time' },
      },
    },
    {
      that: 'by the day due: seen on it as a looked after child, seen the day after, and a plan that ended on it',
      variant: 'period',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2016-03-18' },
          { id: 'p2', personId: '2', startedOn: '2016-03-18' },
          { id: 'p3', personId: '3', startedOn: '2016-03-18', endedOn: '2016-04-05' },
        ],
        claVisits: [{ id: 'v1', personId: '1', visitedOn: '2016-04-05', childSeen: true }],
        cpVisits: [
          { id: 'v2', personId: '2', visitedOn: '2016-04-06', childSeen: true },
          { id: 'v3', personId: '2', visitedOn: '2016-04-06', childSeen: true },
        ],
      },
      at: '2016-04-15',
      gives: {
        numerator: 1,
        denominator: 2,
        excluded: 1,
        states: { 'p1/1': 'met', 'p2/1': 'late', 'p3/1': 'excluded' },
      },
    },
    {
      that: 'where the council says every 15 working days',
      settings: { every: 15 },
      records: {
        cpPlans: [{ id: 'p1', personId: '1', startedOn: '2016-01-04' }],
        cpVisits: [{ id: 'v1', personId: '1', visitedOn: '2016-03-14', childSeen: true }],
      },
      at: '2016-04-06',
      gives: { numerator: 1, denominator: 1, states: { 'p1/2': 'open-in-time' } },
    },
    {
      that: 'due after the 18th birthday, and 18 already with the plan still open: both stay in the count of plans',
      records: {
        people: [
          { id: '1', bornOn: '1998-04-10' },
          { id: '2', bornOn: '1998-04-01' },
        ],
        cpPlans: ['1', '2'].map(id => ({ id: `p${id}`, personId: id, startedOn: '2016-01-04' })),
        cpVisits: [
          { id: 'v1', personId: '1', visitedOn: '2016-04-01', childSeen: true },
          { id: 'v2', personId: '2', visitedOn: '2016-03-18', childSeen: true },
        ],
      },
      at: '2016-04-06',
      gives: { numerator: 1, denominator: 2, states: { 'p1/2': 'open-in-time', 'p2/2': 'open-overdue' } },
    },
    {
      that: 'an unborn child is not counted, and is from the birth',
      records: {
        people: [{ id: '1', expectedOn: '2016-05-10' }],
        cpPlans: [{ id: 'p1', personId: '1', startedOn: '2016-03-01' }],
        cpVisits: [{ id: 'v', personId: '9', visitedOn: '2016-01-01' }],
      },
      at: '2016-04-30',
      gives: { numerator: 0, denominator: 0, value: null },
    },
  ],
})

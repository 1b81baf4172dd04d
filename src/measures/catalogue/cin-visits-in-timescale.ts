/** Children in need who are visited in time. */
import { rowsBy } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { withLength } from '../clock.ts'
import { clockNamed } from '../clocks.ts'
import { cinPlans, isLastBegunOn, isOnlyInNeed, type NeedPlan } from '../histories/cin-plans.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { type Count, measure, type Settings } from '../measure.ts'
import { countDue, countRunning, type Running, runningChain } from '../running.ts'

const CLOCK = clockNamed('cin-visit')!

/** Days on which the child was seen, by visits that are not protection or care visits as well (ruling "CIN visits"). */
const daysSeen = ({ records }: History): ReadonlyMap<string, readonly DayNumber[]> => {
  const [protection, care] = [rowsBy(records.cpVisits, 'id'), rowsBy(records.claVisits, 'id')]
  const found = new Map<string, DayNumber[]>()
  for (const visit of records.cinVisits) {
    const on = numbered(visit.visitedOn)
    if (on === null || !visit.childSeen || isUnread(visit, 'visitedOn')) continue
    if (protection.has(visit.id) || care.has(visit.id)) continue
    const same = found.get(visit.personId)
    if (same) same.push(on)
    else found.set(visit.personId, [on])
  }
  return found
}

type Visit = Running & { readonly plan: NeedPlan }

/** From the start of the plan, or the birth where that is later, then from each visit. */
function visits(history: History, settings: Settings): Visit[] {
  const clock = withLength(CLOCK, inWorkingDays(Number(settings.every)), `Every ${settings.every} working days`)
  return history.of(cinPlans).flatMap(plan => {
    const { id, personId, from, until } = plan
    const bornOn = history.child(personId)?.bornOn ?? null
    const start = bornOn !== null && bornOn > from ? bornOn : from
    const began = { id, personId, facts: { start, bornOn }, ended: until }
    const seen = history.of(daysSeen).get(personId) ?? []
    return runningChain(clock, began, seen, history, settings).map(one => ({ ...one, plan }))
  })
}

/** As they run on the day of the records: none for a child who is on a protection plan or looked after then. */
const visitsOwed = (history: History, settings: Settings): Visit[] =>
  visits(history, settings).filter(({ plan }) => isOnlyInNeed(plan, history.asAt))

/** Not while the child is on a protection plan or looked after, when those visits are due. */
const onlyInNeed =
  (count: Count, on: (one: Visit, asAt: DayNumber) => DayNumber): Count =>
  (history, window, take, settings) =>
    count(
      history,
      window,
      (one, ...rest) => {
        const visit = one as Visit
        if (isOnlyInNeed(visit.plan, on(visit, window.asAt)) || rest[0] === 'excluded') take(one, ...rest)
      },
      settings,
    )

/** Each once. */
const children =
  (count: Count): Count =>
  (history, window, take, settings) =>
    count(
      history,
      window,
      (one, ...rest) => isLastBegunOn(history, (one as Visit).plan, window.asAt) && take(one, ...rest),
      settings,
    )

/** The day due; of a visit made in time the day before it, for the plan may have ended since. */
const whenOwed = ({ start, due, done }: Visit, asAt: DayNumber): DayNumber => {
  const last = Math.min(due ?? asAt, asAt)
  return done !== null && done <= last ? Math.max(done - 1, start ?? done) : last
}

export default measure({
  id: 'cin-visits-in-timescale',
  number: 35,
  name: 'Children in need visited in time',
  area: 'need',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Children with an open child in need plan, on no protection plan and not looked after',
  counted: 'Seen within the last 20 working days, or on a new plan that has not come to its first day due',
  leftOut: 'Children not yet born; plans of one day',
  rule: '20 working days after the plan began or the child was last seen; a visit at which the child was not seen does not count',
  source: 'Local policy; no national rule sets a number',
  marks: ['D'],
  needs: ['cinPlans.startedOn', 'cinVisits.visitedOn', 'cinVisits.childSeen'],
  thresholds: { shape: 'higher', green: 90, amber: 80 },
  clock: 'cin-visit',
  settings: { every: { words: 'Working days between visits', value: 20, mark: 'D' } },
  count: Object.assign(children(onlyInNeed(countRunning(visits), (_, asAt) => asAt)), { clocks: visitsOwed }),
  variants: {
    period: {
      name: 'Visits to children in need made in time',
      basis: 'due',
      periods: ['month', 'rolling-year'],
      outOf: 'Visits due in the period to children in need',
      counted: 'Made, with the child seen, on or before the day due',
      leftOut: 'Plans that ended on or before the day due, by a protection plan or care too; plans of one day',
      count: onlyInNeed(countDue(visits), whenOwed),
    },
  },
  examples: [
    {
      that: 'seen 20 working days ago, 21, and a child who is on a protection plan as well',
      records: {
        cinPlans: ['1', '2', '3'].map(id => ({ id: `n${id}`, personId: id, startedOn: '2016-05-02' })),
        cpPlans: [{ id: 'p3', personId: '3', startedOn: '2016-04-01' }],
        cinVisits: [
          { id: 'v1', personId: '1', visitedOn: '2016-06-06', childSeen: true },
          { id: 'v2', personId: '2', visitedOn: '2016-06-03', childSeen: true },
          { id: 'v3', personId: '2', visitedOn: '2016-06-10', childSeen: false },
        ],
      },
      at: '2016-07-04',
      gives: {
        numerator: 1,
        denominator: 2,
        value: 50,
        openOverdue: 1,
        states: { 'n1/2': 'open-in-time', 'n2/2': 'open-overdue' },
      },
    },
    {
      that: 'a visit to a looked after child, in this table too, is not counted here',
      records: {
        cinPlans: [{ id: 'n1', personId: '1', startedOn: '2016-05-02' }],
        cinVisits: [{ id: 'v1', personId: '1', visitedOn: '2016-06-06', childSeen: true }],
        claVisits: [{ id: 'v1', personId: '1', visitedOn: '2016-06-06', childSeen: true }],
      },
      at: '2016-07-04',
      gives: { numerator: 0, denominator: 1, openOverdue: 1, states: { 'n1/1': 'open-overdue' } },
    },
    {
      that: 'by the day due: in time, late, and lapsed because a protection plan began first',
      variant: 'period',
      records: {
        cinPlans: ['1', '2', '3'].map(id => ({ id: `n${id}`, personId: id, startedOn: '2016-06-06' })),
        cpPlans: [{ id: 'p3', personId: '3', startedOn: '2016-07-04' }],
        cinVisits: [
          { id: 'v1', personId: '1', visitedOn: '2016-07-04', childSeen: true },
          { id: 'v2', personId: '2', visitedOn: '2016-07-05', childSeen: true },
        ],
      },
      at: '2016-07',
      gives: {
        numerator: 1,
        denominator: 2,
        excluded: 1,
        states: { 'n1/1': 'met', 'n2/1': 'late', 'n3/1': 'excluded' },
      },
    },
    {
      that: 'made in time before the plan ended, on its last day too, though it ended before the day due',
      variant: 'period',
      records: {
        cinPlans: ['1', '2', '3'].map(id => ({
          id: `n${id}`,
          personId: id,
          startedOn: '2016-06-06',
          endedOn: '2016-07-01',
        })),
        cinVisits: ['2016-06-20', '2016-07-01'].map((visitedOn, at) => ({
          id: `v${at}`,
          personId: `${at + 1}`,
          visitedOn,
          childSeen: true,
        })),
      },
      at: '2016-07',
      gives: {
        numerator: 2,
        denominator: 2,
        states: { 'n1/1': 'met', 'n2/1': 'met', 'n3/1': 'excluded' },
      },
    },
    {
      that: 'a plan made before the birth runs from the birth',
      records: {
        people: [{ id: '1', bornOn: '2016-06-06' }],
        cinPlans: [{ id: 'n1', personId: '1', startedOn: '2016-04-04' }],
        cinVisits: [{ id: 'v', personId: '9', visitedOn: '2016-06-10', childSeen: true }],
      },
      at: '2016-07-04',
      gives: { numerator: 1, denominator: 1, states: { 'n1/1': 'open-in-time' } },
    },
  ],
})

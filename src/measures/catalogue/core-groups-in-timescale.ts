/** Core groups of child protection plans held in time. */
import { rowsBy, rowWithId } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { inDays } from '../../terms/length-of-time.ts'
import { withLength } from '../clock.ts'
import { clockNamed } from '../clocks.ts'
import { cpPlans, ofPlansCountedOn, type OwnCpPlan } from '../histories/cp-plans.ts'
import { coreGroupsReachTo, withoutFirst } from '../histories/reach.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { type Count, measure, type Settings } from '../measure.ts'
import { enough } from '../measure-example.ts'
import { countDue, countRunning, type Running, runningChain } from '../running.ts'

const FIRST = clockNamed('core-group-first')!
const NEXT = clockNamed('core-group-next')!

const heldFor = ({ records }: History, { id, personId, until }: OwnCpPlan): DayNumber[] =>
  (rowsBy(records.coreGroups, 'personId').get(personId) ?? []).flatMap(row => {
    const on = numbered(row.heldOn)
    const isOfPlan = row.cpPlanId === null || row.cpPlanId === id
    return on !== null && isOfPlan && (until === null || on <= until) && !isUnread(row, 'heldOn') ? [on] : []
  })

type Group = Running & { readonly plan: OwnCpPlan }

/** The first from the conference that made the plan, or the plan's own start where none is named; then from each that was held. */
function groups(history: History, settings: Settings): Group[] {
  const days = Number(settings.every)
  const next = { ...withLength(NEXT, inDays(days), `${days} days after the last core group`), then: 'itself' as const }
  const reach = coreGroupsReachTo(history)
  if (reach === null) return []
  return history.of(cpPlans).flatMap(plan => {
    if (plan.isSameDay) return []
    const { id, personId, from, until } = plan
    const start = numbered(rowWithId(history.records.conferences, plan.plan.conferenceId)?.heldOn ?? null) ?? from
    const held = heldFor(history, plan)
    if (start >= reach)
      return runningChain(
        { ...FIRST, then: next },
        { id, personId, facts: { start }, ended: until },
        held,
        history,
        settings,
      ).map(one => ({ ...one, plan }))
    if (until !== null && until <= reach) return []
    const began = { id, personId, facts: { start: reach }, ended: until }
    return withoutFirst(runningChain(next, began, held, history, settings)).map(one => ({
      ...one,
      plan,
      id: `${one.id}+`,
    }))
  })
}

const running = countRunning(groups)
const childrenInTime: Count = (history, window, take, settings) => {
  const isCounted = ofPlansCountedOn(history, window.asAt)
  running(history, window, (one, ...rest) => isCounted(one as Group) && take(one, ...rest), settings)
}

/** A plan that began before core groups were recorded has none that is known to be its first. */
const isFirst = ({ id }: Running) => id.endsWith('/1')
const firstOnes = (history: History, settings: Settings) => history.by(groups, settings).filter(isFirst)
const laterOnes = (history: History, settings: Settings) => history.by(groups, settings).filter(one => !isFirst(one))

export default measure({
  id: 'core-groups-in-timescale',
  number: 33,
  name: 'Core groups held in time',
  area: 'protection',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['month', 'rolling-year'],
  outOf: 'Core groups due in the period for children on a plan',
  counted: 'Held on or before the day due',
  leftOut:
    'Plans that ended on or before the day due; plans of other authorities and of one day; what was due before core groups were recorded',
  rule: 'The first 10 working days after the conference, then every six weeks from the last as it was held',
  source: 'Working Together to Safeguard Children 2013 to 2023; local procedures for those after the first',
  marks: ['F', 'D'],
  needs: ['cpPlans.startedOn', 'coreGroups.heldOn'],
  thresholds: { shape: 'higher', green: 95, amber: 85 },
  clock: 'core-group-first',
  settings: { every: { words: 'Days between core groups after the first', value: 42, mark: 'D' } },
  count: countDue(groups),
  variants: {
    first: {
      name: 'First core groups held within 10 working days',
      outOf: 'First core groups due in the period',
      rule: '10 working days; the day of the conference is day 0',
      marks: ['F'],
      count: countDue(firstOnes),
    },
    next: {
      name: 'Core groups after the first held in time',
      outOf: 'Core groups after the first due in the period',
      rule: 'Six weeks after the last core group as it was held, at a weekend too',
      source: 'Local procedures',
      clock: 'core-group-next',
      count: countDue(laterOnes),
    },
    snapshot: {
      name: 'Children on a plan whose core group is not overdue',
      basis: 'snapshot',
      periods: ['snapshot'],
      outOf: 'Children on a child protection plan',
      counted: 'The next core group is not overdue',
      leftOut: 'Plans of other authorities and of one day',
      count: childrenInTime,
    },
  },
  examples: [
    {
      that: 'over Christmas on the tenth working day, and a day late; six weeks later to the day',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2015-12-17' },
          { id: 'p2', personId: '2', startedOn: '2015-12-17' },
          { id: 'p3', personId: '3', startedOn: '2015-12-17', endedOn: '2016-01-05' },
        ],
        coreGroups: [
          { id: 'g1', personId: '1', cpPlanId: 'p1', heldOn: '2016-01-05' },
          { id: 'g2', personId: '2', cpPlanId: 'p2', heldOn: '2016-01-06' },
          { id: 'g3', personId: '1', cpPlanId: 'p1', heldOn: '2016-02-16' },
        ],
      },
      at: '2016-02-29',
      period: 'rolling-year',
      gives: {
        numerator: 2,
        denominator: 4,
        value: 50,
        openOverdue: 1,
        excluded: 1,
        states: { 'p1/1': 'met', 'p1/2': 'met', 'p2/1': 'late', 'p2/2': 'open-overdue', 'p3/1': 'excluded' },
      },
    },
    {
      that: 'the first from the conference, where the plan was recorded later',
      variant: 'first',
      records: {
        conferences: [{ id: 'i1', personId: '1', heldOn: '2016-06-08' }],
        cpPlans: [{ id: 'p1', personId: '1', startedOn: '2016-06-10', conferenceId: 'i1' }],
        coreGroups: [
          { id: 'g1', personId: '1', heldOn: '2016-06-23' },
          { id: 'g2', personId: '1', heldOn: '2016-06-29' },
        ],
      },
      at: '2016-06',
      gives: { numerator: 0, denominator: 1, states: { 'p1/1': 'late' } },
    },
    {
      that: 'every four weeks by the council’s own rule: 28 days is in time, 29 is late',
      variant: 'next',
      settings: { every: 28 },
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2016-05-02' },
          { id: 'p2', personId: '2', startedOn: '2016-05-02' },
        ],
        coreGroups: [
          { id: 'g1', personId: '1', heldOn: '2016-05-10' },
          { id: 'g2', personId: '1', heldOn: '2016-06-07' },
          { id: 'g3', personId: '2', heldOn: '2016-05-10' },
          { id: 'g4', personId: '2', heldOn: '2016-06-08' },
        ],
      },
      at: '2016-06',
      gives: { numerator: 1, denominator: 2, states: { 'p1/2': 'met', 'p2/2': 'late' } },
    },
    {
      that: 'of a plan from before core groups were recorded, the first known is no judgement, the next is',
      records: {
        cpPlans: [{ id: 'p1', personId: '1', startedOn: '2015-09-07' }],
        coreGroups: [
          ...enough(id => ({ id, personId: id, heldOn: '2016-03-31' })),
          ...enough(id => ({ id: `${id}+`, personId: id, heldOn: '2016-03-31' })),
          { id: 'g1', personId: '1', heldOn: '2016-04-04' },
          { id: 'g2', personId: '1', heldOn: '2016-05-17' },
        ],
      },
      at: '2016-05-31',
      period: 'rolling-year',
      gives: { numerator: 0, denominator: 1, states: { 'p1/2+': 'late' } },
    },
    {
      that: 'as things stand: due today, and overdue since yesterday',
      variant: 'snapshot',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2016-06-08' },
          { id: 'p2', personId: '2', startedOn: '2016-06-07' },
        ],
        coreGroups: [{ id: 'g', personId: '9', heldOn: '2016-06-08' }],
      },
      at: '2016-06-22',
      gives: {
        numerator: 1,
        denominator: 2,
        openOverdue: 1,
        states: { 'p1/1': 'open-in-time', 'p2/1': 'open-overdue' },
      },
    },
    {
      that: 'a core group of another plan is none of this',
      variant: 'first',
      records: {
        cpPlans: [{ id: 'p1', personId: '1', startedOn: '2016-06-08' }],
        coreGroups: [
          { id: 'g1', personId: '1', cpPlanId: 'other', heldOn: '2016-06-15' },
          { id: 'g2', personId: '1', unread: ['heldOn'] },
        ],
      },
      at: '2016-06',
      gives: { numerator: 0, denominator: 1, openOverdue: 1, states: { 'p1/1': 'open-overdue' } },
    },
  ],
})

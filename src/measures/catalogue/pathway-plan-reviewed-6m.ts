/** Pathway plans reviewed in the last six months, and reviews held in time. */
import { birthday, monthsAfter } from '../../terms/day-number.ts'
import { clockNamed } from '../clocks.ts'
import { countCareLeavers, OWED, type Position, type Told } from '../histories/care-leavers.ts'
import { daysOf } from '../histories/key-events.ts'
import { planOn } from '../histories/pathway-plans.ts'
import { type Child, type History, isUnread } from '../history.ts'
import { measure, type Settings } from '../measure.ts'
import { countDue, counting, type Running, running, runningChain } from '../running.ts'

const CLOCK = clockNamed('pp-review')!

const within =
  (months: number) =>
  (one: Position, history: History): Told => {
    if (one.row.inTouch === 'REFU') return { leftOut: 'The young person refused contact' }
    if (isUnread(one.row, 'pathwayPlanOn')) return { leftOut: 'unread' }
    const plan = planOn(history, one)
    if (one.row.inTouch !== 'YES' || plan === null) return null
    const first = daysOf(history, one.row.personId, 'first-pathway-plan')[0]
    if (first !== undefined && monthsAfter(first, 6) > one.on) return null
    return monthsAfter(plan, months) >= one.on
  }

/** At 21, or with death. */
function endOf(child: Child | undefined): number | null {
  const until = Math.min(child?.bornOn == null ? Infinity : birthday(child.bornOn, 21), child?.diedOn ?? Infinity)
  return until === Infinity ? null : until
}

/** From the first plan that is told, or the first review where the plan was made before such things were recorded. Until 21. */
const reviews = (history: History, settings: Settings): Running[] =>
  history.records.people.flatMap(({ id }) => {
    const held = daysOf(history, id, 'pathway-review')
    const start = daysOf(history, id, 'first-pathway-plan')[0] ?? held[0]
    const child = history.child(id)
    if (start === undefined || !child) return []
    const later = held.filter(on => on > start)
    return runningChain(CLOCK, { id, personId: id, facts: { start }, ended: endOf(child) }, later, history, settings)
  })

/** From the latest position: the review that is due next. */
const nextReviews = (history: History, settings: Settings): Running[] =>
  history.records.careLeavers.flatMap(row => {
    const { id, personId, eligibility, inTouch } = row
    const child = history.child(personId)
    const start = planOn(history, { row, child, on: history.asAt })
    if (start === null || eligibility === null || !OWED.includes(eligibility) || inTouch !== 'YES') return []
    if (isUnread(row, 'pathwayPlanOn')) return []
    return [running(CLOCK, { id, personId, facts: { start }, done: null, ended: endOf(child) }, history, settings)]
  })

const leaver = (id: string, pathwayPlanOn: string | null) =>
  ({ id, personId: id, eligibility: 'relevant', inTouch: 'YES', pathwayPlanOn }) as const
const told = (id: string, kind: 'first-pathway-plan' | 'pathway-review', happenedOn: string) =>
  ({ id: `${id}-${happenedOn}`, personId: id, kind, happenedOn }) as const

const SOME = {
  careLeavers: [leaver('1', '2015-09-30'), leaver('2', '2015-09-29'), leaver('3', null), leaver('4', '2015-10-05')],
  keyEvents: [told('4', 'first-pathway-plan', '2015-10-05')],
}

export default measure({
  id: 'pathway-plan-reviewed-6m',
  number: 71,
  name: 'Pathway plans reviewed in the last six months',
  area: 'care-leavers',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf:
    'Eligible, relevant and former relevant young people in touch with the council, with a plan six months old or more',
  counted: 'The plan was reviewed in the last six months',
  leftOut: 'Young people who refused contact. Plans less than six months old, where the day of the first is known',
  rule: 'The last review, or the plan, and six months; latest position only: earlier days cannot be told',
  source: 'Care Leavers (England) Regulations 2010, regulation 7',
  marks: ['F'],
  needs: ['careLeavers.eligibility', 'careLeavers.inTouch', 'careLeavers.pathwayPlanOn'],
  thresholds: { shape: 'higher', green: 95, amber: 85 },
  stateWords: { met: 'Reviewed', late: 'Not reviewed' },
  count: counting(nextReviews, countCareLeavers(OWED, within(6))),
  variants: {
    '12-months': {
      name: 'Pathway plans reviewed in the last twelve months',
      counted: 'The plan was reviewed in the last twelve months',
      rule: 'Twelve months, which is less than the law asks: it asks for six. Latest position only',
      source: 'Local policy',
      marks: ['D'],
      count: countCareLeavers(OWED, within(12)),
    },
    'in-time': {
      name: 'Reviews of pathway plans held in time',
      basis: 'due',
      periods: ['rolling-year', 'quarter'],
      outOf: 'Reviews of pathway plans due in the period',
      counted: 'Held on or before the day due',
      leftOut: 'What was due on or after the 21st birthday; plans and reviews of before they were recorded',
      rule: 'Six months after the plan was made or last reviewed, whenever that was',
      needs: ['keyEvents.happenedOn', 'people.bornOn'],
      stateWords: {},
      clock: 'pp-review',
      count: countDue(reviews),
    },
  },
  examples: [
    {
      that: 'six months ago to the day, a day more, no plan, and a first plan of less than six months',
      records: SOME,
      at: '2016-03-30',
      gives: { numerator: 1, denominator: 2, value: 50, states: { 1: 'met', 2: 'late' } },
    },
    {
      that: 'twelve months ago to the day, and a day more',
      variant: '12-months',
      records: { careLeavers: [leaver('1', '2015-03-30'), leaver('2', '2015-03-29')] },
      at: '2016-03-30',
      gives: { numerator: 1, denominator: 2, value: 50, states: { 1: 'met', 2: 'late' } },
    },
    {
      that: 'reviewed on the day, then a day late, then not at all; nothing is owed from 21 on',
      variant: 'in-time',
      records: {
        people: [
          { id: '1', bornOn: '1999-01-01' },
          { id: '2', bornOn: '1995-02-02' },
        ],
        keyEvents: [
          told('1', 'first-pathway-plan', '2015-04-10'),
          told('1', 'pathway-review', '2015-10-10'),
          told('1', 'pathway-review', '2016-04-11'),
          told('2', 'pathway-review', '2015-08-02'),
        ],
      },
      at: '2016-10-31',
      gives: { numerator: 0, denominator: 2, states: { '1/2': 'late', '1/3': 'open-overdue' } },
    },
    {
      that: 'of somebody who became 21 on the day due, nothing is owed; the first review was on its day',
      variant: 'in-time',
      records: {
        people: [
          { id: '1', bornOn: '1999-01-01' },
          { id: '2', bornOn: '1995-02-02' },
        ],
        keyEvents: [
          told('1', 'first-pathway-plan', '2015-04-10'),
          told('1', 'pathway-review', '2015-10-10'),
          told('2', 'pathway-review', '2015-08-02'),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, excluded: 1, states: { '1/1': 'met', '2/1': 'excluded' } },
    },
  ],
})

/** Life story work with children who are to grow up away from their birth parents. */
import { type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import { caseOfCare } from '../count-looked-after.ts'
import { type CarePeriod, carePeriods, lookedAfterOn } from '../histories/care-periods.ts'
import { AWAY, plansOn } from '../histories/care-plans.ts'
import { daysOf, isRecordedBy } from '../histories/key-events.ts'
import type { History } from '../history.ts'
import { type Count, measure } from '../measure.ts'

type Event = 'life-story-started' | 'life-story-completed'

/** Looked after with such a plan, or adopted from care in the last twelve months. */
function* toGrowUpAway(history: History, on: DayNumber): Iterable<CarePeriod> {
  for (const period of lookedAfterOn(history, on).values())
    if (plansOn(history, period.personId, on).some(plan => AWAY.includes(plan))) yield period
  const since = monthsAfter(on, -12)
  for (const period of history.of(carePeriods))
    if (isAdopted(period) && period.until! > since && period.until! <= on) yield period
}

const isAdopted = ({ ceased }: CarePeriod) => ceased === 'E11' || ceased === 'E12'

const withWork =
  (...events: Event[]): Count =>
  (history, { asAt }, take) => {
    for (const period of toGrowUpAway(history, asAt)) {
      if (monthsAfter(period.from, 6) > asAt) continue
      if (!events.some(kind => isRecordedBy(history, kind, asAt))) {
        take(caseOfCare(period), 'excluded', 1, 'not-recorded')
        continue
      }
      const isDone = events.some(kind => daysOf(history, period.personId, kind).some(on => on <= asAt))
      take(caseOfCare(period), isDone ? 'met' : 'late')
    }
  }

const child = (id: string, startedOn = '2014-01-06') => ({ id, personId: id, startedOn, startReason: 'S' as const })
const plan = (id: string, of: 'adoption' | 'home-later') => ({
  id,
  personId: id,
  fromOn: '2015-01-05',
  plans: [of],
})
const work = (id: string, kind: Event, happenedOn: string) => ({ id: `${id}-${kind}`, personId: id, kind, happenedOn })

const FOUR = {
  claEpisodes: [
    ...['1', '2', '3'].map(id => child(id)),
    { ...child('4'), ceasedOn: '2016-01-04', ceasedReason: 'E11' as const },
    child('5', '2015-10-01'),
    { ...child('6'), ceasedOn: '2015-03-31', ceasedReason: 'E12' as const },
  ],
  carePlans: [plan('1', 'adoption'), plan('2', 'adoption'), plan('3', 'home-later'), plan('5', 'adoption')],
  keyEvents: [
    work('1', 'life-story-started', '2016-03-31'),
    work('2', 'life-story-started', '2016-04-01'),
    work('4', 'life-story-completed', '2015-12-01'),
  ],
}

export default measure({
  id: 'life-story-work',
  number: 47,
  name: 'Looked after children with life story work',
  area: 'looked-after',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf:
    'Children looked after whose plan is to grow up away from their birth parents, and those adopted in the last twelve months',
  counted: 'Life story work has been started',
  leftOut: 'Children with less than six months in care',
  rule: 'By the day shown',
  source: 'Local policy; Adoption Agencies Regulations guidance',
  marks: ['D', 'K'],
  needs: ['claEpisodes.startedOn', 'carePlans.plans', 'keyEvents.happenedOn'],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  stateWords: { met: 'Started', late: 'Not started' },
  count: withWork('life-story-started', 'life-story-completed'),
  variants: {
    complete: {
      name: 'Looked after children whose life story book is complete',
      counted: 'The life story book is complete',
      stateWords: { met: 'Complete', late: 'Not complete' },
      count: withWork('life-story-completed'),
    },
    'later-life-letter': {
      name: 'Later life letters within 10 working days of the celebration hearing',
      outOf: 'Children adopted in the last twelve months',
      counted: 'The later life letter was given within ten working days of the celebration hearing',
      needs: [{ notHeld: 'Celebration hearings and later life letters' }],
      count: () => {},
    },
  },
  examples: [
    {
      that: 'started today and tomorrow; a plan to go home, and a day less than six months in care, are not counted',
      records: FOUR,
      at: '2016-03-31',
      gives: { numerator: 2, denominator: 3, value: 66.7, states: { 1: 'met', 2: 'late', 4: 'met' } },
    },
    {
      that: 'a book that is begun is not complete; six months in care to the day is counted',
      variant: 'complete',
      records: FOUR,
      at: '2016-04-01',
      gives: { numerator: 1, denominator: 4, value: 25, states: { 1: 'late', 4: 'met', 5: 'late' } },
    },
  ],
})

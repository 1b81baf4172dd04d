/** Risks of where care leavers live: assessed in unsuitable accommodation and on taking a tenancy; evictions. */
import { monthsAfter } from '../../terms/day-number.ts'
import { clockNamed } from '../clocks.ts'
import { dated, countHappened } from '../happened.ts'
import { countCareLeavers, LEFT } from '../histories/care-leavers.ts'
import { daysOf, isRecordedBy, whereRecorded } from '../histories/key-events.ts'
import { eventsReachTo } from '../histories/reach.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { measure, type Settings } from '../measure.ts'
import { enough } from '../measure-example.ts'
import { countBegun, type Running, running } from '../running.ts'

const CLOCK = clockNamed('cl-risk')!

/** Rows of one kind of event, those whose day could not be read left out. */
const events = (kind: 'tenancy-started' | 'evicted') => (history: History) =>
  history.records.keyEvents.flatMap(row => {
    const on = row.kind === kind && !isUnread(row, 'happenedOn', 'kind') ? numbered(row.happenedOn) : null
    return on === null ? [] : [dated(row.id, row.personId, on)]
  })
const evictions = events('evicted')

const tenanciesTaken = events('tenancy-started')

const tenancies = (history: History, settings: Settings): Running[] =>
  history.of(tenanciesTaken).map(({ id, personId, on }) => {
    const done = daysOf(history, personId!, 'accommodation-risk-assessed').find(day => day >= on) ?? null
    const one = running(CLOCK, { id, personId, facts: { start: on }, done }, history, settings)
    return whereRecorded(history, 'accommodation-risk-assessed', one)
  })

const event = (id: string, kind: string, happenedOn: string) =>
  ({ id: `${id}-${kind}-${happenedOn}`, personId: id, kind, happenedOn }) as never
const unsuitable = (id: string, isAccommodationSuitable: boolean | null = false) =>
  ({ id, personId: id, eligibility: 'former-relevant', inTouch: 'YES', isAccommodationSuitable }) as const

export default measure({
  id: 'care-leaver-accommodation-risk',
  number: 77,
  name: 'Care leavers in unsuitable accommodation whose risks are assessed',
  area: 'care-leavers',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Relevant and former relevant young people in accommodation that is recorded as unsuitable',
  counted: 'The risks of the accommodation were assessed in the last three months',
  leftOut: 'Days before such assessments were recorded',
  rule: 'When the young person moved in is not in the dataset: assessed or looked at again in the last three months. Latest position only',
  source: 'Local policy',
  marks: ['D'],
  needs: ['careLeavers.isAccommodationSuitable', 'keyEvents.happenedOn'],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  stateWords: { met: 'Assessed', late: 'Not assessed' },
  count: countCareLeavers(LEFT, ({ row, on }, history) => {
    if (row.isAccommodationSuitable !== false) return null
    if (!isRecordedBy(history, 'accommodation-risk-assessed', on)) return { leftOut: 'not-recorded' }
    const since = monthsAfter(on, -3)
    return daysOf(history, row.personId, 'accommodation-risk-assessed').some(day => day >= since && day <= on)
  }),
  variants: {
    tenancy: {
      name: 'Care leavers who took a tenancy whose risks were assessed in time',
      basis: 'due',
      periods: ['rolling-year', 'quarter'],
      outOf: 'Tenancies that care leavers took in the period, without those not yet due and not done',
      counted: 'The risks were assessed within five working days',
      leftOut: 'What was due before such assessments were recorded',
      rule: 'Five working days; the day the tenancy began is day 0',
      needs: ['keyEvents.happenedOn'],
      stateWords: {},
      clock: 'cl-risk',
      count: countBegun(tenancies),
    },
    evictions: {
      name: 'Care leavers evicted from supported accommodation',
      unit: '',
      valued: 'count',
      polarity: 'lower',
      basis: 'happened',
      periods: ['rolling-year', 'quarter'],
      outOf: 'Care leavers in supported accommodation',
      counted: 'Evictions in the period',
      leftOut: 'Periods before evictions were recorded',
      rule: 'By the day of the eviction',
      needs: ['keyEvents.happenedOn'],
      thresholds: { shape: 'none' },
      stateWords: { met: 'Evicted' },
      count: countHappened(evictions),
      since: history => eventsReachTo(history, 'evicted'),
    },
  },
  examples: [
    {
      that: 'three months ago to the day, a day more, never; suitable and not recorded are not counted',
      records: {
        careLeavers: [unsuitable('1'), unsuitable('2'), unsuitable('3'), unsuitable('4', true), unsuitable('5', null)],
        keyEvents: [
          event('1', 'accommodation-risk-assessed', '2015-12-31'),
          event('2', 'accommodation-risk-assessed', '2015-12-30'),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 3, value: 33.3, states: { 1: 'met', 2: 'late', 3: 'late' } },
    },
    {
      that: 'over Easter on the fifth working day, and the day after',
      variant: 'tenancy',
      records: {
        keyEvents: [
          event('1', 'tenancy-started', '2016-03-22'),
          event('2', 'tenancy-started', '2016-03-22'),
          event('1', 'accommodation-risk-assessed', '2016-03-31'),
          event('2', 'accommodation-risk-assessed', '2016-04-01'),
          event('9', 'accommodation-risk-assessed', '2015-01-05'),
        ],
      },
      at: '2016-04-30',
      gives: { numerator: 1, denominator: 2, value: 50 },
    },
    {
      that: 'two in the year, on its first day and its last',
      variant: 'evictions',
      records: {
        keyEvents: [
          event('9', 'evicted', '2014-12-01'),
          event('1', 'evicted', '2015-04-01'),
          event('2', 'evicted', '2016-03-31'),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 2, value: 2 },
    },
    {
      that: 'a year that began before evictions were recorded is not known to have none',
      variant: 'evictions',
      records: { keyEvents: enough(id => event(id, 'evicted', '2016-03-31')) },
      at: '2016-03-31',
      gives: { numerator: 10, value: null },
    },
  ],
})

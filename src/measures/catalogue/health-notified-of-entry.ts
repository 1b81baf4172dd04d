/** Health is told in time that a child has come into care, moved or left. */
import type { DayNumber } from '../../terms/day-number.ts'
import { type Clock, variantOf } from '../clock.ts'
import { clockNamed } from '../clocks.ts'
import { carePeriods } from '../histories/care-periods.ts'
import { daysOf, whereRecorded } from '../histories/key-events.ts'
import { stayChanges } from '../histories/stay-changes.ts'
import type { History } from '../history.ts'
import { measure, type Settings } from '../measure.ts'
import { countBegun, type Running, running } from '../running.ts'

const CLOCK = clockNamed('health-notified')!

type Happened = {
  readonly id: string
  readonly personId: string
  readonly on: DayNumber
  readonly next: DayNumber | null
}

const entries = (history: History): Happened[] =>
  history
    .of(carePeriods)
    .filter(({ isShortBreaks }) => !isShortBreaks)
    .map(({ id, personId, from, until }) => ({ id, personId, on: from, next: until }))

/** Health was told of it on the first day after it on which health was told, where that is before the next change. */
const toldBy =
  (clock: Clock, list: (history: History) => readonly Happened[]) =>
  (history: History, settings: Settings): Running[] =>
    history.of(list).map(({ id, personId, on, next }) => {
      const told = daysOf(history, personId, 'health-notified')
      const done = told.find(day => day >= on && (next === null || day <= next)) ?? null
      const one = running(clock, { id, personId, facts: { start: on }, done }, history, settings)
      return whereRecorded(history, 'health-notified', one)
    })

const inCare = (id: string, startedOn: string) => ({ id, personId: id, startedOn, startReason: 'S' as const })

const told = (personId: string, happenedOn: string) =>
  ({ id: `${personId}-${happenedOn}`, personId, kind: 'health-notified', happenedOn }) as const

export default measure({
  id: 'health-notified-of-entry',
  number: 57,
  name: 'Health told within 48 hours that a child has come into care',
  area: 'health',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['month', 'rolling-year'],
  outOf: 'Children who came into care in the period',
  counted: 'Health was told within 48 hours',
  leftOut: 'Children only in short breaks; those not yet told whose time is not over',
  rule: '48 hours, counted as two days where only the day is recorded',
  source: 'Local policy; Care Planning Regulations 2010, regulation 13',
  marks: ['D', 'K'],
  needs: ['claEpisodes.startedOn', 'keyEvents.happenedOn'],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  clock: 'health-notified',
  count: countBegun(toldBy(CLOCK, entries)),
  variants: {
    '5-working-days': {
      name: 'Health told within 5 working days that a child has come into care',
      counted: 'Health was told within five working days',
      rule: 'Five working days; the day of coming into care is day 0',
      clock: 'health-notified/5-working-days',
      count: countBegun(toldBy(variantOf(CLOCK, '5-working-days'), entries)),
    },
    'moves-and-leaving': {
      name: 'Health told within 48 hours that a child has moved or left care',
      outOf: 'Moves to another carer and ends of care in the period',
      count: countBegun(toldBy(CLOCK, stayChanges)),
    },
  },
  examples: [
    {
      that: 'two days later, three days later, and not yet due',
      records: {
        claEpisodes: [inCare('1', '2016-11-18'), inCare('2', '2016-11-18'), inCare('3', '2016-11-29')],
        keyEvents: [told('1', '2016-11-20'), told('2', '2016-11-21')],
      },
      at: '2016-11',
      gives: { numerator: 1, denominator: 2, value: 50, states: { 1: 'met', 2: 'late', 3: 'open-in-time' } },
    },
    {
      that: 'five working days, and the sixth',
      variant: '5-working-days',
      records: {
        claEpisodes: [inCare('1', '2016-11-18'), inCare('2', '2016-11-18')],
        keyEvents: [told('1', '2016-11-25'), told('2', '2016-11-26')],
      },
      at: '2016-11',
      gives: { numerator: 1, denominator: 2, value: 50, states: { 1: 'met', 2: 'late' } },
    },
    {
      that: 'of a move health was told, of leaving care it was not',
      variant: 'moves-and-leaving',
      records: {
        claEpisodes: [
          { ...inCare('1', '2016-10-03'), ceasedOn: '2016-11-07', ceasedReason: 'X1' },
          { id: '1b', personId: '1', startedOn: '2016-11-07', startReason: 'P', ceasedOn: '2016-11-21', ceasedReason: 'E4A' }, // prettier-ignore
        ],
        keyEvents: [told('1', '2016-10-03'), told('1', '2016-11-09')],
      },
      at: '2016-11',
      gives: { numerator: 1, denominator: 2, value: 50, states: { '1b': 'met', '1/left': 'open-overdue' } },
    },
    {
      that: 'what health was told after the child had left again was not told of the entry',
      records: {
        claEpisodes: [{ ...inCare('1', '2016-11-18'), ceasedOn: '2016-11-19', ceasedReason: 'E4A' }],
        keyEvents: [told('1', '2016-11-20'), told('9', '2016-11-18')],
      },
      at: '2016-11',
      gives: { numerator: 0, denominator: 1, states: { 1: 'open-overdue' } },
    },
  ],
})

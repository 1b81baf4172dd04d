/** Initial health assessments within 20 working days of coming into care. */
import { monthsAfter } from '../../terms/day-number.ts'
import { type Clock, variantOf } from '../clock.ts'
import { stateOf } from '../clock-state.ts'
import { clockNamed } from '../clocks.ts'
import { type CarePeriod, carePeriods } from '../histories/care-periods.ts'
import { healthAssessmentsOf, initialAssessmentsOf } from '../histories/health-checks.ts'
import type { History } from '../history.ts'
import { type Count, measure, type Settings } from '../measure.ts'
import { countBegun, type Running, running } from '../running.ts'

const CLOCK = clockNamed('iha')!

/** The first in the period of care; one of any kind in the three months before it means that none is needed. */
function assessedOn(history: History, { personId, from, until }: CarePeriod) {
  const since = monthsAfter(from, -3)
  const before = healthAssessmentsOf(history, personId).find(on => on >= since && on < from)
  const within = initialAssessmentsOf(history, personId).find(on => on >= from && (until === null || on <= until))
  return before ?? within ?? null
}

const entriesBy =
  (clock: Clock) =>
  (history: History, settings: Settings): Running[] =>
    history.of(carePeriods).map(period => {
      const { id, personId, from, until, isShortBreaks } = period
      const done = assessedOn(history, period)
      return running(clock, { id, personId, facts: { start: from }, done, ended: until, isShortBreaks }, history, settings) // prettier-ignore
    })

const entries = entriesBy(CLOCK)

/** The same entries as they are known on the last day of the records: those of last month have come due since. */
const asKnownNow: Count = (history, { from, to }, take, settings) => {
  for (const one of history.by(entries, settings)) {
    if (one.start === null || one.start < from || one.start > to) continue
    const { state, because } = stateOf(one.clock, one, history.asAt)
    take(one, state, 1, because)
  }
}

const inCare = (id: string, startedOn: string) => ({ id, personId: id, startedOn, startReason: 'S' as const })

const assessed = (personId: string, checkedOn: string) =>
  ({ id: `${personId}-${checkedOn}`, personId, checkedOn, kind: 'initial', status: 'completed' }) as const

export default measure({
  id: 'iha-20wd',
  number: 56,
  name: 'Initial health assessments within 20 working days',
  area: 'health',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['month', 'rolling-year', 'year-to-date'],
  outOf: 'Children who came into care in the period, without those whose assessment is not yet due and not done',
  counted: 'Assessed within 20 working days of coming into care',
  leftOut:
    'Children only in short breaks; children who left care on or before the day due without an assessment; children assessed in the three months before. An assessment refused counts against',
  rule: '20 working days; the day of coming into care is day 0',
  source:
    'Care Planning Regulations 2010, regulation 7; Promoting the health and well-being of looked-after children (2015)',
  marks: ['F', 'K'],
  needs: ['claEpisodes.startedOn', 'healthChecks.kind', 'healthChecks.checkedOn'],
  thresholds: { shape: 'higher', green: 95, amber: 85 },
  clock: 'iha',
  count: countBegun(entries),
  variants: {
    'as-known-now': {
      name: 'Initial health assessments within 20 working days, as known now',
      rule: '20 working days; entries of the period as they stand on the last day of the records',
      count: asKnownNow,
    },
    '28-days': {
      name: 'Initial health assessments within 28 days',
      counted: 'Assessed within 28 days of coming into care',
      rule: '28 days after coming into care',
      marks: ['D'],
      clock: 'iha/28-days',
      count: countBegun(entriesBy(variantOf(CLOCK, '28-days'))),
    },
    'out-of-area': {
      name: 'Initial health assessments in time of children placed out of the area',
      outOf: 'Children who came into care in the period and are placed outside the council’s area',
      needs: [{ notHeld: 'Which council area a placement is in' }],
      count: () => {},
    },
  },
  examples: [
    {
      that: 'on the due day, the day after, and refused',
      records: {
        claEpisodes: [inCare('1', '2022-09-07'), inCare('2', '2022-09-07'), inCare('3', '2022-09-07')],
        healthChecks: [
          assessed('1', '2022-10-06'),
          assessed('2', '2022-10-07'),
          { ...assessed('3', '2022-10-01'), status: 'refused' },
        ],
      },
      at: '2022-09',
      asAt: '2022-10-31',
      gives: { numerator: 0, denominator: 0, value: null },
    },
    {
      that: 'the same, seen at the end of October; the due day counts, the day after does not, refused counts against',
      variant: 'as-known-now',
      records: {
        claEpisodes: [inCare('1', '2022-09-07'), inCare('2', '2022-09-07'), inCare('3', '2022-09-07')],
        healthChecks: [
          assessed('1', '2022-10-06'),
          assessed('2', '2022-10-07'),
          { ...assessed('3', '2022-10-01'), status: 'refused' },
        ],
      },
      at: '2022-09',
      asAt: '2022-10-31',
      gives: { numerator: 1, denominator: 3, value: 33.3, states: { 1: 'met', 2: 'late', 3: 'open-overdue' } },
    },
    {
      that: 'assessed three months before to the day, left care on the day due, and not yet due',
      period: 'rolling-year',
      records: {
        claEpisodes: [
          inCare('1', '2022-09-07'),
          { ...inCare('2', '2022-09-07'), ceasedOn: '2022-10-06', ceasedReason: 'E4A' },
          inCare('3', '2022-10-24'),
          inCare('4', '2022-09-07'),
          inCare('5', '2022-09-07'),
        ],
        healthChecks: [assessed('1', '2022-06-07'), assessed('4', '2022-06-06'), assessed('5', '2022-09-30')],
      },
      at: '2022-10-31',
      gives: {
        numerator: 1,
        denominator: 2,
        value: 50,
        excluded: 2,
        states: { 1: 'excluded', 2: 'excluded', 3: 'open-in-time', 4: 'open-overdue', 5: 'met' },
      },
    },
    {
      that: 'a review assessment in the three months before means that none is needed, one after is no initial one',
      period: 'rolling-year',
      records: {
        claEpisodes: [inCare('1', '2022-09-07'), inCare('2', '2022-09-07')],
        healthChecks: [
          { ...assessed('1', '2022-08-01'), kind: 'review' },
          { ...assessed('2', '2022-09-20'), kind: 'review' },
        ],
      },
      at: '2022-10-31',
      gives: { numerator: 0, denominator: 1, states: { 1: 'excluded', 2: 'open-overdue' } },
    },
    {
      that: '28 days is another day than 20 working days',
      variant: '28-days',
      period: 'rolling-year',
      records: {
        claEpisodes: [inCare('1', '2022-09-07'), inCare('2', '2022-09-07')],
        healthChecks: [assessed('1', '2022-10-05'), assessed('2', '2022-10-06')],
      },
      at: '2022-10-31',
      gives: { numerator: 1, denominator: 2, value: 50, states: { 1: 'met', 2: 'late' } },
    },
    {
      that: 'a child only in short breaks is left out',
      period: 'rolling-year',
      records: {
        claEpisodes: [inCare('1', '2022-09-07')],
        legalStatuses: [{ id: 'l', personId: '1', status: 'V4', fromOn: '2022-09-07' }],
      },
      at: '2022-10-31',
      gives: { numerator: 0, denominator: 0, excluded: 1, states: { 1: 'excluded' } },
    },
  ],
})

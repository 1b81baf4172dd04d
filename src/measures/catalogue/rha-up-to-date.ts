/** Looked after children whose health assessment is up to date. */
import { type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import { dueDay } from '../clock.ts'
import { clockNamed } from '../clocks.ts'
import { countLookedAfter } from '../count-looked-after.ts'
import { type CarePeriod, carePeriods, lookedAfterOn } from '../histories/care-periods.ts'
import { healthAssessmentsOf } from '../histories/health-checks.ts'
import { lookedAfterAYearOn } from '../histories/looked-after-a-year.ts'
import { ageAt, type History } from '../history.ts'
import { type Count, measure, type Settings } from '../measure.ts'
import { counting, countingOf, type Running, runningChain } from '../running.ts'

const [INITIAL, REVIEW] = [clockNamed('iha')!, clockNamed('rha')!]

/** When the next one is due: after the last, where that was in this period of care or three months before; else when the initial one was. */
function nextDue(history: History, { personId, from }: CarePeriod, on: DayNumber, settings: Settings) {
  const since = monthsAfter(from, -3)
  const last = healthAssessmentsOf(history, personId).findLast(day => day <= on && day >= since)
  const bornOn = history.child(personId)?.bornOn ?? null
  const by = countingOf(history, settings)
  const due = last === undefined ? dueDay(INITIAL, { start: from }, by) : dueDay(REVIEW, { start: last, bornOn }, by)
  return { start: last ?? from, due }
}

/** Each one after the first: until there is one, the initial assessment is what is due, and has a clock of its own. */
const reviews = (history: History, settings: Settings): Running[] =>
  history.of(carePeriods).flatMap(({ id, personId, from, until, isShortBreaks }) => {
    const since = monthsAfter(from, -3)
    const [first, ...later] = healthAssessmentsOf(history, personId).filter(day => day >= since)
    if (first === undefined || first > (until ?? Infinity) || isShortBreaks) return []
    const facts = { start: first, bornOn: history.child(personId)?.bornOn ?? null }
    return runningChain(REVIEW, { id, personId, facts, ended: until }, later, history, { ...settings, chain: null })
  })

const byClock: Count = (history, { asAt }, take, settings) => {
  for (const period of lookedAfterOn(history, asAt).values()) {
    const { id, personId, from } = period
    const initialDue = dueDay(INITIAL, { start: from }, countingOf(history, settings))
    if (initialDue !== null && initialDue >= asAt) continue
    const one = { id, personId, ...nextDue(history, period, asAt, settings), done: null }
    if (one.due === null) take(one, 'excluded', 1, 'no-due-day')
    else take(one, asAt <= one.due ? 'open-in-time' : 'open-overdue')
  }
}

const inCare = (id: string, startedOn: string) => ({ id, personId: id, startedOn, startReason: 'S' as const })

const assessed = (personId: string, checkedOn: string) =>
  ({ id: `${personId}-${checkedOn}`, personId, checkedOn, kind: 'review', status: 'completed' }) as const

export default measure({
  id: 'rha-up-to-date',
  number: 58,
  name: 'Looked after children with an up-to-date health assessment',
  area: 'health',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Children looked after whose initial health assessment was due before the day',
  counted: 'The next health assessment is not overdue',
  leftOut:
    'Children only in short breaks, and those whose date of birth is not known. An assessment refused is not done',
  rule: 'Six months after the last one if that is before the fifth birthday, else twelve months; never assessed, it was due when the initial one was',
  source: 'Care Planning Regulations 2010, regulation 7',
  marks: ['F', 'D'],
  needs: ['claEpisodes.startedOn', 'healthChecks.kind', 'healthChecks.checkedOn'],
  thresholds: { shape: 'higher', green: 95, amber: 90 },
  clock: 'rha',
  count: counting(reviews, byClock),
  variants: {
    oc2: {
      name: 'Children looked after for a year with their health assessments in the year',
      outOf: 'Children looked after for twelve months without a break',
      counted: 'Two health assessments in the twelve months if under 5, one if 5 or over',
      rule: 'By age on the last day of the twelve months',
      source: 'Children looked after return (SSDA903), health collection OC2',
      stateWords: { met: 'Assessed in the year', late: 'Not assessed often enough' },
      count: countLookedAfter(({ personId }, on, history) => {
        const age = ageAt(history.child(personId), on)
        if (age === null) return { leftOut: 'The date of birth is not known' }
        const since = monthsAfter(on, -12)
        const held = healthAssessmentsOf(history, personId).filter(day => day > since && day <= on)
        return held.length >= (age < 5 ? 2 : 1)
      }, lookedAfterAYearOn),
    },
  },
  examples: [
    {
      that: 'six months on the last day and a day over it, under five; twelve from five',
      records: {
        people: [
          { id: '1', bornOn: '2012-06-10' },
          { id: '2', bornOn: '2012-06-10' },
          { id: '3', bornOn: '2006-06-10' },
          { id: '4', bornOn: '2006-06-10' },
        ],
        claEpisodes: ['1', '2', '3', '4'].map(id => inCare(id, '2014-01-06')),
        healthChecks: [
          assessed('1', '2015-08-31'),
          assessed('2', '2015-08-28'),
          assessed('3', '2015-03-01'),
          { ...assessed('4', '2015-12-01'), status: 'refused' },
        ],
      },
      at: '2016-02-29',
      gives: {
        numerator: 2,
        denominator: 4,
        value: 50,
        openOverdue: 2,
        states: { 1: 'open-in-time', 2: 'open-overdue', 3: 'open-in-time', 4: 'open-overdue' },
      },
    },
    {
      that: 'on the last day for the initial one nobody is counted yet, the day after the child is overdue',
      records: { claEpisodes: [inCare('1', '2016-02-02'), inCare('2', '2016-02-01')] },
      at: '2016-03-01',
      gives: { numerator: 0, denominator: 1, value: 0, openOverdue: 1, states: { 2: 'open-overdue' } },
    },
    {
      that: 'aged three with one assessment in the year is not counted, with two is, and at five one is enough (F11)',
      variant: 'oc2',
      records: {
        people: [
          { id: '1', bornOn: '2013-02-01' },
          { id: '2', bornOn: '2013-02-01' },
          { id: '3', bornOn: '2011-03-31' },
        ],
        claEpisodes: ['1', '2', '3'].map(id => inCare(id, '2014-01-06')),
        healthChecks: [
          assessed('1', '2015-10-01'),
          assessed('2', '2015-04-01'),
          assessed('2', '2015-10-01'),
          assessed('3', '2015-04-01'),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 2, denominator: 3, value: 66.7, states: { 1: 'late', 2: 'met', 3: 'met' } },
    },
    {
      that: 'a week at home in August is a break: not one of those looked after for a year (F09)',
      variant: 'oc2',
      records: {
        claEpisodes: [
          { id: '1a', personId: '1', startedOn: '2013-05-06', startReason: 'S', ceasedOn: '2015-08-03', ceasedReason: 'E4A' }, // prettier-ignore
          { id: '1b', personId: '1', startedOn: '2015-08-10', startReason: 'S' },
          inCare('2', '2015-04-01'),
          inCare('3', '2015-04-02'),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 1, value: 0, states: { 2: 'late' } },
    },
    {
      that: 'an assessment from three months before coming into care counts, an earlier one does not',
      records: {
        people: ['1', '2'].map(id => ({ id, bornOn: '2006-06-10' })),
        claEpisodes: ['1', '2'].map(id => inCare(id, '2015-06-01')),
        healthChecks: [assessed('1', '2015-03-01'), assessed('2', '2015-02-28')],
      },
      at: '2015-09-30',
      gives: { numerator: 1, denominator: 2, states: { 1: 'open-in-time', 2: 'open-overdue' } },
    },
  ],
})

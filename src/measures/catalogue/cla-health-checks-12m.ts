/** Dental checks, immunisations and development checks of children looked after for a year. */
import { rowsOf } from '../../children/records.ts'
import { type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import { clockNamed } from '../clocks.ts'
import { type Answer, countLookedAfter } from '../count-looked-after.ts'
import { carePeriods } from '../histories/care-periods.ts'
import { checksOf } from '../histories/health-checks.ts'
import { lookedAfterAYearOn } from '../histories/looked-after-a-year.ts'
import { ageAt, type History, isUnread } from '../history.ts'
import { measure, type Settings } from '../measure.ts'
import { counting, type Running, runningChain } from '../running.ts'

const DENTAL = clockNamed('dental')!

const checkedSince = (history: History, personId: string, kind: 'dental' | 'development', on: DayNumber) => {
  const since = monthsAfter(on, -12)
  return checksOf(history, personId, kind).some(day => day > since && day <= on)
}

/** From coming into care, then from each check. */
const dentalChecks = (history: History, settings: Settings): Running[] =>
  history.of(carePeriods).flatMap(({ id, personId, from, until, isShortBreaks }) => {
    const began = { id, personId, facts: { start: from }, ended: until, isShortBreaks }
    return runningChain(DENTAL, began, checksOf(history, personId, 'dental'), history, settings)
  })

/** One flag a child, as it is now. */
function immunised({ records }: History, personId: string): Answer {
  const row = rowsOf(records.immunisations, personId).at(-1)
  return row && isUnread(row, 'upToDate') ? { leftOut: 'unread' } : row?.upToDate === true
}

const inCare = (id: string, startedOn: string) => ({ id, personId: id, startedOn, startReason: 'S' as const })

const dental = (personId: string, checkedOn: string) =>
  ({ id: `${personId}-${checkedOn}`, personId, checkedOn, kind: 'dental', status: 'completed' }) as const

export default measure({
  id: 'cla-health-checks-12m',
  number: 59,
  name: 'Looked after children with a dental check in the last twelve months',
  area: 'health',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  looksBack: 12,
  outOf: 'Children of every age looked after for twelve months without a break',
  counted: 'A dental check in the last twelve months',
  leftOut: 'Nobody else; a check declined was not received',
  rule: 'The check is less than twelve months old',
  source: 'Children looked after return (SSDA903), health collection OC2; local target of 90%',
  marks: ['F', 'D'],
  needs: ['claEpisodes.startedOn', 'healthChecks.kind', 'healthChecks.checkedOn'],
  thresholds: { shape: 'higher', green: 90, amber: 80 },
  clock: 'dental',
  stateWords: { met: 'Checked', late: 'Not checked' },
  count: counting(
    dentalChecks,
    countLookedAfter(({ personId }, on, history) => checkedSince(history, personId, 'dental', on), lookedAfterAYearOn),
  ),
  variants: {
    immunisations: {
      name: 'Looked after children whose immunisations are up to date',
      counted: 'Immunisations are recorded as up to date',
      leftOut: 'Children whose record could not be read; no record counts against',
      rule: 'As the record stands now: it keeps no earlier position',
      needs: ['claEpisodes.startedOn', 'immunisations.upToDate'],
      stateWords: { met: 'Up to date', late: 'Not up to date' },
      count: countLookedAfter(({ personId }, _, history) => immunised(history, personId), lookedAfterAYearOn),
    },
    'development-checks': {
      name: 'Looked after children under 5 with a development check in the last twelve months',
      outOf: 'Children under 5 looked after for twelve months without a break',
      counted: 'A development check in the last twelve months',
      count: countLookedAfter(({ personId }, on, history) => {
        const age = ageAt(history.child(personId), on)
        if (age === null) return { leftOut: 'The date of birth is not known' }
        return age < 5 ? checkedSince(history, personId, 'development', on) : null
      }, lookedAfterAYearOn),
    },
  },
  examples: [
    {
      that: 'a check on the first day of the twelve months counts, the day before and one declined do not',
      records: {
        claEpisodes: ['1', '2', '3'].map(id => inCare(id, '2014-01-06')),
        healthChecks: [
          dental('1', '2015-04-01'),
          dental('2', '2015-03-31'),
          { ...dental('3', '2015-09-01'), status: 'refused' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 3, value: 33.3, states: { 1: 'met', 2: 'late', 3: 'late' } },
    },
    {
      that: 'up to date, not so, no record, and one that could not be read',
      variant: 'immunisations',
      records: {
        claEpisodes: ['1', '2', '3', '4'].map(id => inCare(id, '2014-01-06')),
        immunisations: [
          { personId: '1', upToDate: true },
          { personId: '2', upToDate: false },
          { personId: '4', unread: ['upToDate'] },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 3, value: 33.3, excluded: 1, states: { 3: 'late', 4: 'excluded' } },
    },
    {
      that: 'five today is not counted',
      variant: 'development-checks',
      records: {
        people: [
          { id: '1', bornOn: '2011-04-01' },
          { id: '2', bornOn: '2011-03-31' },
        ],
        claEpisodes: ['1', '2'].map(id => inCare(id, '2014-01-06')),
        healthChecks: [{ ...dental('1', '2015-10-01'), kind: 'development' }],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, value: 100, states: { 1: 'met' } },
    },
    {
      that: 'a check still planned is none; where the extract never says what became of checks, one with a day was done',
      records: {
        claEpisodes: ['1', '2'].map(id => inCare(id, '2014-01-06')),
        healthChecks: [dental('1', '2015-10-01'), { ...dental('2', '2015-10-01'), status: 'planned' }],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, states: { 1: 'met', 2: 'late' } },
    },
    {
      that: 'an extract without any outcome of a check',
      records: {
        claEpisodes: [inCare('1', '2014-01-06')],
        healthChecks: [{ ...dental('1', '2015-10-01'), status: null }],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, states: { 1: 'met' } },
    },
  ],
})

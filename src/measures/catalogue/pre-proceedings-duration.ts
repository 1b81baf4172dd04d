/** How long pre-proceedings last. */
import { clockNamed } from '../clocks.ts'
import { countAmounts, countHappened, type Verdict } from '../happened.ts'
import { type PreProceeding, preProceedingsEnded } from '../histories/court-cases.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { measure, type Settings, type VariantGiven } from '../measure.ts'
import { counting, type Running, running } from '../running.ts'

const CLOCK = clockNamed('pre-proceedings')!

/** From the letter, or the decision where the council counts so, to the end or to the issue of proceedings. */
const lettersSent = (history: History, settings: Settings): Running[] =>
  history.records.courtCases.flatMap(row => {
    const { id, personId, letterOn, preProceedingsOn, preProceedingsEndedOn, issuedOn, finalOrderOn } = row
    const start = numbered(settings.fromDecision ? preProceedingsOn : letterOn)
    if (start === null || isUnread(row, 'preProceedingsOn', 'letterOn', 'preProceedingsEndedOn', 'issuedOn')) return []
    const done = numbered(preProceedingsEndedOn ?? issuedOn ?? finalOrderOn)
    return [running(CLOCK, { id, personId, facts: { start }, done }, history, settings)]
  })

/** Days from the letter, or from the decision where the council counts so. */
function daysOf({ decided, letter, on }: PreProceeding, { fromDecision }: Settings) {
  const start = fromDecision ? decided : letter
  if (start === null) return { leftOut: fromDecision ? 'When it was decided is missing' : 'There was no letter before proceedings' } // prettier-ignore
  return on < start ? { leftOut: 'ended-before-start' as const } : on - start
}

const within = (weeks: number): VariantGiven => ({
  name: `Pre-proceedings ended within ${weeks} weeks`,
  unit: '%',
  valued: 'percentage',
  polarity: 'higher',
  counted: `Ended within ${weeks} weeks of the letter`,
  rule: `${weeks * 7} days after the letter before proceedings`,
  thresholds: { shape: 'none' },
  stateWords: { met: 'In time', late: 'Later' },
  clock: weeks === 12 ? 'pre-proceedings' : 'pre-proceedings/16-weeks',
  count: countHappened(preProceedingsEnded, (one, { settings }): Verdict => {
    const days = daysOf(one, settings)
    return typeof days === 'number' ? (days <= weeks * 7 ? 'met' : 'late') : days
  }),
})

const letters = (id: string, letterOn: string | null, preProceedingsEndedOn: string) =>
  ({ id, personId: id, preProceedingsOn: '2015-12-21', letterOn, preProceedingsEndedOn }) as const

export default measure({
  id: 'pre-proceedings-duration',
  number: 114,
  name: 'Average length of pre-proceedings',
  area: 'court',
  unit: 'weeks',
  polarity: 'lower',
  basis: 'completed',
  periods: ['rolling-year', 'quarter'],
  valued: 'mean',
  outOf: 'Pre-proceedings that ended in the period, each child’s',
  counted: 'Weeks from the letter before proceedings to stepping down or issuing',
  leftOut: 'Proceedings issued at once, without a letter; those of which days are missing or contradict',
  rule: 'Calendar days, divided by seven',
  source: 'Public Law Outline; Public Law Working Group (2021): up to 16 weeks',
  marks: ['F', 'D'],
  needs: ['courtCases.letterOn', 'courtCases.preProceedingsEndedOn'],
  thresholds: { shape: 'lower', green: 14, amber: 16 },
  clock: 'pre-proceedings',
  settings: {
    fromDecision: { words: '1 to count from the decision to begin, and not from the letter', value: 0, mark: 'D' },
  },
  stateWords: { met: 'Ended' },
  count: counting(
    lettersSent,
    countAmounts(preProceedingsEnded, (one, { settings }) => {
      const days = daysOf(one, settings)
      return typeof days === 'number' ? days / 7 : days
    }),
  ),
  variants: { '12-weeks': within(12), '16-weeks': within(16) },
  examples: [
    {
      that: 'twelve weeks and sixteen; without a letter it is left out',
      records: {
        courtCases: [letters('1', '2016-01-04', '2016-03-28'), letters('2', '2015-12-07', '2016-03-28'), letters('3', null, '2016-03-28')], // prettier-ignore
      },
      at: '2016-03-31',
      gives: { numerator: 28, denominator: 2, value: 14, excluded: 1 },
    },
    {
      that: 'from the decision',
      settings: { fromDecision: 1 },
      records: { courtCases: [letters('1', '2016-01-04', '2016-03-28')] },
      at: '2016-03-31',
      gives: { numerator: 14, denominator: 1, value: 14 },
    },
    {
      that: '84 days and 85',
      variant: '12-weeks',
      records: { courtCases: [letters('1', '2016-01-04', '2016-03-28'), letters('2', '2016-01-04', '2016-03-29')] },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50, states: { 1: 'met', 2: 'late' } },
    },
    {
      that: '112 days and 113',
      variant: '16-weeks',
      records: { courtCases: [letters('1', '2015-12-07', '2016-03-28'), letters('2', '2015-12-07', '2016-03-29')] },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, states: { 1: 'met', 2: 'late' } },
    },
  ],
})

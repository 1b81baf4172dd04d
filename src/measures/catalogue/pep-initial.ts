/** First personal education plans in time for the first review. */
import { type Clock, variantOf } from '../clock.ts'
import { clockNamed } from '../clocks.ts'
import { carePeriods } from '../histories/care-periods.ts'
import { arePlansRecordedBy, educationPlansOf, isOfAge, PLAN_AGES } from '../histories/education-plans.ts'
import type { History } from '../history.ts'
import { measure, type Settings } from '../measure.ts'
import { countDue, counting, type Running, running } from '../running.ts'

const CLOCK = clockNamed('pep-initial')!

/** Aged so on coming into care. The first plan in the period of care. */
const firstPlans =
  (clock: Clock) =>
  (history: History, settings: Settings): Running[] =>
    history.of(carePeriods).flatMap(({ id, personId, from, until, isShortBreaks }) => {
      if (isShortBreaks || !isOfAge(history, personId, from, settings)) return []
      const plans = educationPlansOf(history, personId)
      const done = plans.find(on => on >= from && (until === null || on <= until)) ?? null
      const one = running(clock, { id, personId, facts: { start: from }, done, ended: until }, history, settings)
      const isRecorded = one.due === null || arePlansRecordedBy(history, one.due)
      return [isRecorded ? one : { ...one, leftOut: 'not-recorded' as const }]
    })

/** One plan ends both clocks: what is due is told by the nearer day. */
const begun = firstPlans(CLOCK)

const inCare = (id: string, startedOn = '2015-12-10') => ({ id, personId: id, startedOn, startReason: 'S' as const })
const plan = (id: string, heldOn: string) => ({ id, personId: id, heldOn })
const born = (...ids: string[]) => ids.map(id => ({ id, bornOn: '2006-01-01' }))

export default measure({
  id: 'pep-initial',
  number: 64,
  name: 'First personal education plans begun within 10 working days',
  area: 'education',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['rolling-year', 'quarter', 'month'],
  outOf: 'Children aged 3 to 17 who came into care and whose first plan was due in the period',
  counted: 'A plan was begun within ten working days of coming into care',
  leftOut: 'Children only in short breaks; children who left care on or before the day due',
  rule: '10 working days; the day of coming into care is day 0',
  source: 'Promoting the education of looked-after and previously looked-after children (2018); local target of 95%',
  marks: ['F', 'D'],
  needs: ['claEpisodes.startedOn', 'educationPlans.heldOn'],
  thresholds: { shape: 'higher', green: 95, amber: 85 },
  clock: 'pep-initial',
  settings: PLAN_AGES,
  count: countDue(begun),
  variants: {
    complete: {
      name: 'First personal education plans complete within 20 working days',
      counted: 'A plan was held within 20 working days of coming into care, in time for the first review',
      rule: '20 working days; the day of coming into care is day 0',
      clock: 'pep-initial/first-review',
      count: counting(begun, countDue(firstPlans(variantOf(CLOCK, 'first-review')))),
    },
  },
  examples: [
    {
      that: 'on Christmas Eve, the next working day, left care on the day due, and two years old',
      records: {
        people: [...born('1', '2', '3'), { id: '4', bornOn: '2012-12-11' }],
        claEpisodes: [
          inCare('1'),
          inCare('2'),
          { ...inCare('3'), ceasedOn: '2015-12-24', ceasedReason: 'E4A' },
          inCare('4'),
        ],
        educationPlans: [plan('1', '2015-12-24'), plan('2', '2015-12-29')],
      },
      at: '2016-01-31',
      gives: { numerator: 1, denominator: 2, value: 50, excluded: 1, states: { 1: 'met', 2: 'late', 3: 'excluded' } },
    },
    {
      that: 'twenty working days, and a day more',
      variant: 'complete',
      records: {
        people: born('1', '2'),
        claEpisodes: [inCare('1'), inCare('2')],
        educationPlans: [plan('1', '2016-01-12'), plan('2', '2016-01-13')],
      },
      at: '2016-01-31',
      gives: { numerator: 1, denominator: 2, value: 50, states: { 1: 'met', 2: 'late' } },
    },
  ],
})

/** Strengths and difficulties questionnaires completed for children looked after for a year. */
import { birthday } from '../../terms/day-number.ts'
import { clockNamed } from '../clocks.ts'
import { caseOfCare } from '../count-looked-after.ts'
import { carePeriods } from '../histories/care-periods.ts'
import { answeredOn, questionnairesOn } from '../histories/questionnaires.ts'
import type { History } from '../history.ts'
import { measure, type Settings } from '../measure.ts'
import { counting, type Running, runningChain } from '../running.ts'

const CLOCK = clockNamed('sdq')!

/** From coming into care, or the fourth birthday where that is later, then from each; none is due from 17. */
const questionnaires = (history: History, settings: Settings): Running[] =>
  history.of(carePeriods).flatMap(({ id, personId, from, until, isShortBreaks }) => {
    const bornOn = history.child(personId)?.bornOn ?? null
    if (bornOn === null || isShortBreaks) return []
    const facts = { start: Math.max(from, birthday(bornOn, 4)), bornOn }
    const ended = Math.min(until ?? Infinity, birthday(bornOn, 17))
    if (facts.start > ended) return []
    const held = answeredOn(history, personId)
    return runningChain(CLOCK, { id, personId, facts, ended }, held, history, { ...settings, chain: null })
  })

const inCare = (id: string) => ({ id, personId: id, startedOn: '2014-01-06', startReason: 'S' as const })

export default measure({
  id: 'sdq-completed',
  number: 60,
  name: 'Strengths and difficulties questionnaires completed',
  area: 'health',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf:
    'Children looked after for twelve months without a break, aged 4 or over when the twelve months began and under 17 when they ended',
  counted: 'A score dated in the twelve months',
  leftOut:
    'Children for whom it was not possible because of a severe disability. Refused or not returned counts against',
  rule: 'The score is less than twelve months old',
  source: 'Children looked after return (SSDA903), health collection OC2; local target of 90%',
  marks: ['F', 'D'],
  needs: ['claEpisodes.startedOn', 'sdqs.completedOn', 'sdqs.score'],
  thresholds: { shape: 'higher', green: 90, amber: 80 },
  clock: 'sdq',
  stateWords: { met: 'Completed', late: 'Not completed' },
  count: counting(questionnaires, (history, { asAt }, take) => {
    for (const { period, score, isNotPossible } of questionnairesOn(history, asAt)) {
      if (isNotPossible) take(caseOfCare(period), 'excluded', 1, 'Not possible because of a severe disability (SDQ3)')
      else take(caseOfCare(period), score === null ? 'late' : 'met')
    }
  }),
  examples: [
    {
      that: 'four at the start of the year is counted, a day younger is not; 17 at the end is not, a day younger is',
      records: {
        people: [
          { id: '1', bornOn: '2011-04-01' },
          { id: '2', bornOn: '2011-04-02' },
          { id: '3', bornOn: '1999-03-31' },
          { id: '4', bornOn: '1999-04-01' },
        ],
        claEpisodes: ['1', '2', '3', '4'].map(inCare),
        sdqs: ['1', '2', '3', '4'].map(id => ({ id, personId: id, completedOn: '2015-04-01', score: 0 })),
      },
      at: '2016-03-31',
      gives: { numerator: 2, denominator: 2, value: 100, states: { 1: 'met', 4: 'met' } },
    },
    {
      that: 'a year old, refused, and not possible because of a disability',
      records: {
        people: ['1', '2', '3'].map(id => ({ id, bornOn: '2006-01-01' })),
        claEpisodes: ['1', '2', '3'].map(inCare),
        sdqs: [
          { id: '1', personId: '1', completedOn: '2015-03-31', score: 12 },
          { id: '2', personId: '2', completedOn: '2015-09-01', reason: 'SDQ2' },
          { id: '3', personId: '3', completedOn: '2015-09-01', reason: 'SDQ3' },
        ],
      },
      at: '2016-03-31',
      gives: {
        numerator: 0,
        denominator: 2,
        value: 0,
        excluded: 1,
        states: { 1: 'late', 2: 'late', 3: 'excluded' },
      },
    },
  ],
})

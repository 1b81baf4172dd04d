/** Children who are to grow up with a new family and wait for one. */
import { monthsAfter } from '../../terms/day-number.ts'
import { countLookedAfter } from '../count-looked-after.ts'
import { isMatchedOn } from '../histories/adoptions.ts'
import { plansOn } from '../histories/care-plans.ts'
import { placementOn } from '../histories/placements.ts'
import { measure } from '../measure.ts'

/** Placed for adoption, or fostered for the long term, whatever the record of the match says. */
const FOUND = ['A3', 'A4', 'A5', 'A6', 'U1', 'U4']

const waitingFor = (months: number) =>
  countLookedAfter((period, on, history) => {
    const plans = plansOn(history, period.personId, on)
    if (!plans.includes('adoption') && !plans.includes('long-term-fostering')) return null
    const type = placementOn(history, period, on)?.row?.type
    if (isMatchedOn(history, period.personId, on) || (type != null && FOUND.includes(type))) return null
    return monthsAfter(period.from, months) <= on
  })

const child = (id: string, startedOn: string) => ({ id, personId: id, placementId: id, startedOn, startReason: 'S' as const }) // prettier-ignore
const plan = (id: string, of: 'adoption' | 'long-term-fostering' | 'home-later') => ({ id, personId: id, fromOn: '2015-04-06', plans: [of] }) // prettier-ignore
const IN_CARE = {
  claEpisodes: ['2015-06-30', '2015-07-01', '2014-01-06', '2014-01-06', '2014-01-06', '2015-03-31'].map((on, at) =>
    child(`${at + 1}`, on),
  ),
  carePlans: [
    plan('1', 'adoption'),
    plan('2', 'long-term-fostering'),
    plan('3', 'adoption'),
    plan('4', 'long-term-fostering'),
    plan('5', 'home-later'),
    plan('6', 'adoption'),
  ],
  placements: [{ id: '4', personId: '4', type: 'U4' as const }],
  permanence: [{ id: 'p', personId: '3', matchedOn: '2016-03-31' }],
}

export default measure({
  id: 'family-finding-wait',
  number: 82,
  name: 'Children waiting nine months or more for a family to be found',
  area: 'adoption',
  unit: '%',
  polarity: 'lower',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Children looked after with a plan of adoption or long-term fostering and no match',
  counted: 'Entered care nine months ago or more',
  leftOut: 'Children only in short breaks; children matched, placed for adoption or fostered for the long term',
  rule: 'Nine months after entering care, by the end of the day',
  source: 'Local policy',
  marks: ['D'],
  needs: ['claEpisodes.startedOn', 'carePlans.plans', 'permanence.matchedOn'],
  thresholds: { shape: 'lower', green: 30, amber: 35 },
  stateWords: { met: 'Waiting long', late: 'Waiting' },
  count: waitingFor(9),
  variants: {
    '12-months': {
      name: 'Children waiting twelve months or more for a family to be found',
      counted: 'Entered care twelve months ago or more',
      rule: 'Twelve months after entering care, by the end of the day',
      thresholds: { shape: 'lower', green: 10, amber: 15 },
      count: waitingFor(12),
    },
  },
  examples: [
    {
      that: 'more than nine months, less; matched today, fostered for good and going home are not waiting',
      records: IN_CARE,
      at: '2016-03-31',
      gives: { numerator: 2, denominator: 3, value: 66.7, states: { 1: 'met', 2: 'late', 6: 'met' } },
    },
    {
      that: 'the day before the match the child still waits; nine months ago to the day',
      records: IN_CARE,
      at: '2016-03-30',
      gives: { numerator: 3, denominator: 4, states: { 1: 'met', 2: 'late', 3: 'met', 6: 'met' } },
    },
    {
      that: 'twelve months ago to the day',
      variant: '12-months',
      records: IN_CARE,
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 3, states: { 1: 'late', 6: 'met' } },
    },
  ],
})

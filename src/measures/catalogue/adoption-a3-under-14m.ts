/** A3 of the adoption scorecards: children who wait less than 14 months between entering care and moving in. */
import { adoptions, waitingForAdoption } from '../histories/adoptions.ts'
import { type Count, measure } from '../measure.ts'

/** Of those still waiting at the end, whoever has waited too long already counts against; the others are left for later. */
const under =
  (days: number): Count =>
  (history, { from, to, asAt }, take) => {
    for (const one of history.of(adoptions)) {
      if (one.on < from || one.on > to) continue
      if (one.leftOut) take(one, 'excluded', 1, one.leftOut)
      else take({ ...one, due: one.entered! + days }, one.placed! - one.entered! < days ? 'met' : 'late')
    }
    for (const { id, personId, entered } of waitingForAdoption(history, asAt)) {
      const one = { id, personId, start: entered, due: entered + days, done: null }
      take(one, asAt - entered >= days ? 'late' : 'open-in-time')
    }
  }

const child = (id: string, startedOn: string) => ({ id, personId: id, startedOn, startReason: 'S' as const })
const adopted = (id: string, more: object) => ({ id, personId: id, orderType: 'adoption' as const, ...more })

export default measure({
  id: 'adoption-a3-under-14m',
  number: 81,
  name: 'A3: children who wait less than 14 months to move in with their adoptive family',
  area: 'adoption',
  unit: '%',
  polarity: 'higher',
  basis: 'completed',
  periods: ['three-years', 'rolling-year'],
  outOf: 'Children adopted in the period, with those who still wait at its end and have waited too long already',
  counted: 'Less than 426 days from entering care to moving in',
  leftOut:
    'Children not placed for adoption before the order; those of whom a day is missing; those waiting who may still be in time',
  rule: 'Calendar days from the start of the period of care. Whoever is placed and not yet adopted is not waiting',
  source: 'Department for Education adoption scorecards (2018)',
  marks: ['F', 'K'],
  needs: ['claEpisodes.startedOn', 'permanence.placedOn', 'permanence.orderedOn', 'permanence.decidedOn'],
  thresholds: { shape: 'higher', green: 60, amber: 50 },
  clock: 'a1',
  count: under(426),
  variants: {
    '18-months': {
      name: 'Children who wait less than 18 months to move in with their adoptive family',
      counted: 'Less than 547 days from entering care to moving in',
      source: 'Local policy',
      marks: ['D'],
      clock: 'a1/547-days',
      count: under(547),
    },
  },
  examples: [
    {
      that: '425 days, 426 days; waiting for 426 days, for 425, and placed but not adopted',
      period: 'rolling-year',
      records: {
        claEpisodes: [
          child('1', '2014-06-02'),
          child('2', '2014-06-02'),
          child('3', '2015-01-30'),
          child('4', '2015-01-31'),
          child('5', '2014-01-06'),
        ],
        permanence: [
          adopted('1', { placedOn: '2015-08-01', orderedOn: '2016-03-31' }),
          adopted('2', { placedOn: '2015-08-02', orderedOn: '2016-03-31' }),
          ...['3', '4', '5'].map(id => ({ id, personId: id, decidedOn: '2015-06-01', placedOn: id === '5' ? '2016-03-31' : null })), // prettier-ignore
        ],
      },
      at: '2016-03-31',
      gives: {
        numerator: 1,
        denominator: 3,
        value: 33.3,
        states: { 1: 'met', 2: 'late', 3: 'late', 4: 'open-in-time' },
      },
    },
    {
      that: 'eighteen months is 546 days at most',
      variant: '18-months',
      period: 'rolling-year',
      records: {
        claEpisodes: [child('1', '2014-06-02'), child('2', '2014-06-02')],
        permanence: [
          adopted('1', { placedOn: '2015-11-30', orderedOn: '2016-03-31' }),
          adopted('2', { placedOn: '2015-12-01', orderedOn: '2016-03-31' }),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, states: { 1: 'met', 2: 'late' } },
    },
    {
      that: 'a decision given up is not waited for',
      period: 'rolling-year',
      records: {
        claEpisodes: [child('1', '2014-06-02'), child('2', '2014-06-02')],
        permanence: [
          { id: '1', personId: '1', decidedOn: '2015-06-01', reversedOn: '2016-03-31' },
          { id: '2', personId: '2', decidedOn: '2015-06-01', reversedOn: '2016-04-01' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 1, states: { 2: 'late' } },
    },
  ],
})

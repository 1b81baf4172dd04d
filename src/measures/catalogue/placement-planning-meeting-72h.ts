/** Placement planning meetings within 72 hours of the placement. */
import { clockNamed } from '../clocks.ts'
import { carePeriods } from '../histories/care-periods.ts'
import { daysOf, whereRecorded } from '../histories/key-events.ts'
import { staysIn } from '../histories/placements.ts'
import type { History } from '../history.ts'
import { measure, type Settings } from '../measure.ts'
import { countBegun, type Running, running } from '../running.ts'

const CLOCK = clockNamed('placement-meeting')!

const meetings =
  (isCounted: (at: number) => boolean) =>
  (history: History, settings: Settings): Running[] =>
    history.of(carePeriods).flatMap(period => {
      if (period.isShortBreaks) return []
      return staysIn(history, period).flatMap(({ id, personId, from, until }, at) => {
        if (!isCounted(at)) return []
        const days = daysOf(history, personId, 'placement-meeting')
        const done = days.find(on => on >= from && (until === null || on <= until)) ?? null
        const one = running(CLOCK, { id, personId, facts: { start: from }, done, ended: until }, history, settings)
        return [whereRecorded(history, 'placement-meeting', one)]
      })
    })

const child = (id: string, startedOn = '2016-06-03') => ({ id, personId: id, startedOn, startReason: 'S' as const })
const met = (id: string, happenedOn: string) =>
  ({ id: `${id}-${happenedOn}`, personId: id, kind: 'placement-meeting', happenedOn }) as const

export default measure({
  id: 'placement-planning-meeting-72h',
  number: 46,
  name: 'Placement planning meetings within 72 hours of coming into care',
  area: 'looked-after',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['month', 'rolling-year'],
  outOf: 'First placements, begun in the period, of children who came into care',
  counted: 'A placement planning meeting was held within 72 hours',
  leftOut: 'Placements that ended within 72 hours; short breaks; those whose time is not over',
  rule: '72 hours, through nights and weekends; counted as three days where only the day is recorded',
  source: 'Local policy',
  marks: ['D'],
  needs: ['claEpisodes.startedOn', 'keyEvents.happenedOn'],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  clock: 'placement-meeting',
  count: countBegun(meetings(at => at === 0)),
  variants: {
    'all-moves': {
      name: 'Placement planning meetings within 72 hours, of every placement',
      outOf: 'Placements with another carer begun in the period, first ones and moves',
      count: countBegun(meetings(() => true)),
    },
  },
  examples: [
    {
      that: 'three days later, four days later, and ended on the third day',
      records: {
        claEpisodes: [child('1'), child('2'), { ...child('3'), ceasedOn: '2016-06-06', ceasedReason: 'E4A' }],
        keyEvents: [met('1', '2016-06-06'), met('2', '2016-06-07')],
      },
      at: '2016-06',
      gives: {
        numerator: 1,
        denominator: 2,
        value: 50,
        excluded: 1,
        states: { 1: 'met', 2: 'late', 3: 'excluded' },
      },
    },
    {
      that: 'a move to another carer has a meeting of its own',
      variant: 'all-moves',
      records: {
        claEpisodes: [
          { ...child('1'), ceasedOn: '2016-06-20', ceasedReason: 'X1' },
          { ...child('1', '2016-06-20'), id: '1b', startReason: 'P' },
        ],
        keyEvents: [met('1', '2016-06-06')],
      },
      at: '2016-06',
      gives: { numerator: 1, denominator: 2, value: 50, states: { 1: 'met', '1b': 'open-overdue' } },
    },
  ],
})

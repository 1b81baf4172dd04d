/** First pathway plans made within three months of becoming eligible. */
import { type CarePeriod, carePeriodsByChild } from '../histories/care-periods.ts'
import { clockNamed } from '../clocks.ts'
import { eligibleSince } from '../histories/eligible-children.ts'
import { daysOf, whereRecorded } from '../histories/key-events.ts'
import type { History } from '../history.ts'
import { measure, type Settings } from '../measure.ts'
import { enough } from '../measure-example.ts'
import { countDue, type Running, running } from '../running.ts'

const CLOCK = clockNamed('pp-initial')!

/** Went home, died, or another council took over the care: nothing is owed any more. Whoever leaves care otherwise is still owed a plan. */
const LOST: readonly CarePeriod['ceased'][] = ['E4A', 'E4B', 'E2', 'E3', 'E11', 'E12']

function lostOn(history: History, personId: string, eligible: number): number | null {
  const periods = history.of(carePeriodsByChild).get(personId)!
  const lost = periods.find(({ until, ceased }) => until !== null && until > eligible && LOST.includes(ceased))
  return lost?.until ?? null
}

const plans = (history: History, settings: Settings): Running[] =>
  [...history.of(eligibleSince)].map(([personId, start]) => {
    const bornOn = history.child(personId)!.bornOn!
    const done = daysOf(history, personId, 'first-pathway-plan')[0] ?? null
    const began = { id: personId, personId, facts: { start, bornOn }, done, ended: lostOn(history, personId, start) }
    return whereRecorded(history, 'first-pathway-plan', running(CLOCK, began, history, settings))
  })

const inCare = (id: string, more: object = {}) => ({ id, personId: id, startedOn: '2014-06-02', startReason: 'S', ...more }) as const // prettier-ignore
const planned = (id: string, happenedOn: string) => ({ id, personId: id, kind: 'first-pathway-plan', happenedOn }) as const // prettier-ignore

export default measure({
  id: 'pathway-plan-initial-16y3m',
  number: 70,
  name: 'First pathway plans by 16 years and three months',
  area: 'care-leavers',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['rolling-year', 'quarter'],
  outOf: 'Young people whose first pathway plan was due in the period',
  counted: 'Needs assessed and the plan made on or before the day due',
  leftOut:
    'Young people who went home, died or moved to another council’s care on or before the day due; what was due before first plans were recorded',
  rule: 'Three months after the 16th birthday, or after becoming eligible (13 weeks in care since 14, some of it at 16) where that is later',
  source: 'Care Planning Regulations 2010, regulations 40 and 42',
  marks: ['F'],
  needs: ['people.bornOn', 'claEpisodes.startedOn', 'keyEvents.happenedOn'],
  thresholds: { shape: 'higher', green: 95, amber: 85 },
  clock: 'pp-initial',
  count: countDue(plans),
  examples: [
    {
      that: 'on the day due, the day after, never; gone home on the day due',
      records: {
        people: ['1', '2', '3', '4'].map(id => ({ id, bornOn: '2000-01-01' })),
        claEpisodes: [
          inCare('1'),
          inCare('2'),
          inCare('3'),
          inCare('4', { ceasedOn: '2016-04-01', ceasedReason: 'E4A' }),
        ],
        keyEvents: [planned('1', '2016-04-01'), planned('2', '2016-04-02'), planned('9', '2015-01-05')],
      },
      at: '2016-04-30',
      gives: { numerator: 1, denominator: 3, value: 33.3, excluded: 1, states: { 1: 'met', 2: 'late', 3: 'open-overdue' } }, // prettier-ignore
    },
    {
      that: 'in care since the 16th birthday: 13 weeks and three months later; moved to live alone is still owed a plan',
      records: {
        people: [{ id: '1', bornOn: '2000-01-01' }],
        claEpisodes: [inCare('1', { startedOn: '2016-01-01', ceasedOn: '2016-05-02', ceasedReason: 'E6' })],
        keyEvents: [planned('1', '2016-07-01'), planned('9', '2015-01-05')],
      },
      at: '2016-07-31',
      gives: { numerator: 1, denominator: 1, states: { 1: 'met' } },
    },
    {
      that: 'due before first plans were recorded is left out',
      records: {
        people: [{ id: '1', bornOn: '2000-01-01' }],
        claEpisodes: [inCare('1')],
        keyEvents: enough(id => planned(id, '2016-04-02')),
      },
      at: '2016-04-30',
      gives: { numerator: 0, denominator: 0, value: null, excluded: 1 },
    },
  ],
})

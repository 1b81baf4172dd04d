/** Young people who leave care with the history of their health. */
import { countLookedAfter } from '../count-looked-after.ts'
import { eligibleSince } from '../histories/eligible-children.ts'
import { daysOf, isRecordedBy } from '../histories/key-events.ts'
import type { History } from '../history.ts'
import { type Case, type Count, measure } from '../measure.ts'

type Turned18 = Case & { readonly personId: string; readonly due: number }

/** Who died before is not among them. */
const turned18 = (history: History): Turned18[] =>
  [...history.of(eligibleSince)].flatMap(([personId, since]) => {
    const child = history.child(personId)
    if (child?.eighteenOn == null || since > child.eighteenOn) return []
    if (child.diedOn !== null && child.diedOn <= child.eighteenOn) return []
    return [{ id: personId, personId, start: since, due: child.eighteenOn, done: given(history, personId)[0] ?? null }]
  })

const GIVEN = 'health-history-given'

const given = (history: History, personId: string) => daysOf(history, personId, GIVEN)

const count: Count = (history, { from, to }, take) => {
  for (const one of history.of(turned18)) {
    if (one.due < from || one.due > to) continue
    if (!isRecordedBy(history, GIVEN, one.due)) take(one, 'excluded', 1, 'not-recorded')
    else take(one, one.done !== null && one.done <= one.due ? 'met' : 'late')
  }
}

const inCare = (id: string, startedOn = '2012-01-02') => ({ id, personId: id, startedOn, startReason: 'S' as const })
const history = (id: string, happenedOn: string) =>
  ({ id: `${id}-given`, personId: id, kind: 'health-history-given', happenedOn }) as const

export default measure({
  id: 'health-history-by-18',
  number: 62,
  name: 'Young people given their health history by 18',
  area: 'health',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['rolling-year', 'quarter'],
  outOf: 'Young people who turned 18 in the period and had been eligible children',
  counted: 'Given the history of their health on or before the 18th birthday',
  leftOut: 'Nobody else; a refusal counts against',
  rule: 'Eligible: looked after for 13 weeks since the age of 14, some of it at 16 or over',
  source: 'Promoting the health and well-being of looked-after children (2015); local target of 95%',
  marks: ['D', 'K'],
  needs: ['claEpisodes.startedOn', 'people.bornOn', 'keyEvents.happenedOn'],
  thresholds: { shape: 'higher', green: 95, amber: 85 },
  stateWords: { met: 'Given by 18', late: 'Not given by 18' },
  count,
  variants: {
    passport: {
      name: 'Looked after children with a health passport',
      basis: 'snapshot',
      periods: ['snapshot'],
      outOf: 'Children looked after',
      counted: 'Given a health passport or the history of their health',
      leftOut: 'Children only in short breaks',
      rule: 'By the day shown',
      needs: ['claEpisodes.startedOn', 'keyEvents.happenedOn'],
      thresholds: { shape: 'higher', green: 100, amber: 90 },
      stateWords: { met: 'Given', late: 'Not given' },
      count: countLookedAfter(({ personId }, on, all) =>
        isRecordedBy(all, GIVEN, on) ? given(all, personId).some(day => day <= on) : { leftOut: 'not-recorded' },
      ),
    },
  },
  examples: [
    {
      that: 'on the birthday, the day after, refused, and never eligible: 90 days since 14',
      records: {
        people: ['1', '2', '3', '4', '5'].map(id => ({ id, bornOn: '1998-03-10' })),
        claEpisodes: [
          inCare('1'),
          inCare('2'),
          inCare('3'),
          { ...inCare('4', '2014-02-01'), ceasedOn: '2014-05-02', ceasedReason: 'E4A' },
          { ...inCare('5', '2014-02-01'), ceasedOn: '2014-05-03', ceasedReason: 'E4A' },
        ],
        keyEvents: [
          history('1', '2016-03-10'),
          history('2', '2016-03-11'),
          { id: 'r', personId: '3', kind: 'health-history-refused', happenedOn: '2016-01-04' },
        ],
      },
      at: '2016-03-31',
      gives: {
        numerator: 1,
        denominator: 4,
        value: 25,
        states: { 1: 'met', 2: 'late', 3: 'late', 5: 'late' },
      },
    },
    {
      that: 'of all children looked after',
      variant: 'passport',
      records: {
        claEpisodes: [inCare('1'), inCare('2')],
        keyEvents: [history('1', '2016-03-31'), history('2', '2016-04-01')],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50 },
    },
    {
      that: 'two times in care since 14 are added up: 91 days together',
      records: {
        people: ['1', '2'].map(id => ({ id, bornOn: '1998-03-10' })),
        claEpisodes: ['1', '2'].flatMap(id => [
          { ...inCare(id, '2014-02-01'), id: `${id}a`, ceasedOn: '2014-03-13', ceasedReason: 'E4A' as const },
          {
            ...inCare(id, '2014-06-01'),
            ceasedOn: id === '1' ? '2014-07-22' : '2014-07-21',
            ceasedReason: 'E4A' as const,
          },
        ]),
        keyEvents: [history('9', '2016-01-04')],
      },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 1, states: { 1: 'late' } },
    },
  ],
})

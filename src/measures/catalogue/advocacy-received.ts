/** Children who want or need an advocate and have one in time. */
import { daysOf, isRecordedBy } from '../histories/key-events.ts'
import { isUnread, numbered } from '../history.ts'
import { measure } from '../measure.ts'
import { enough } from '../measure-example.ts'

const event = (id: string, kind: 'advocate-wanted' | 'advocate-started', happenedOn: string) =>
  ({ id: `${id}-${kind}`, personId: id, kind, happenedOn }) as const
const EARLY = event('9', 'advocate-started', '2015-01-05')

export default measure({
  id: 'advocacy-received',
  number: 110,
  name: 'Children needing an advocate who have one',
  area: 'voice',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['quarter', 'rolling-year'],
  outOf: 'Children recorded in the period as wanting or needing an advocate, without those not yet due and not done',
  counted: 'An advocate began to work with the child within ten working days',
  leftOut: 'What was due before advocates’ beginnings were recorded',
  rule: 'Ten working days; the day the child wanted or needed an advocate is day 0. An advocate who works with the child already counts',
  source: 'Children Act 1989, section 26A; local policy',
  marks: ['F', 'D'],
  needs: ['keyEvents.kind', 'keyEvents.happenedOn'],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  settings: { days: { words: 'Working days within which an advocate is to begin', value: 10, mark: 'D' } },
  count: (history, { from, to, asAt }, take, { days }) => {
    for (const row of history.records.keyEvents) {
      if (row.kind !== 'advocate-wanted' || isUnread(row, 'happenedOn')) continue
      const start = numbered(row.happenedOn)
      if (start === null || start < from || start > to) continue
      const due = history.calendar.after(start, Number(days)) ?? start
      const done = daysOf(history, row.personId, 'advocate-started').find(on => on >= start) ?? null
      const one = { id: row.id, personId: row.personId, start, due, done }
      if (!isRecordedBy(history, 'advocate-started', due)) take(one, 'excluded', 1, 'not-recorded')
      else if (done !== null && done <= asAt) take(one, done <= due ? 'met' : 'late')
      else take(one, due < asAt ? 'open-overdue' : 'open-in-time')
    }
  },
  examples: [
    {
      that: 'over Easter on the tenth working day, the day after, never, and not yet due',
      records: {
        keyEvents: [
          EARLY,
          ...['1', '2', '3'].map(id => event(id, 'advocate-wanted', '2016-03-17')),
          event('1', 'advocate-started', '2016-04-04'),
          event('2', 'advocate-started', '2016-04-05'),
          event('4', 'advocate-wanted', '2016-04-21'),
        ],
      },
      at: '2016-04-30',
      gives: {
        numerator: 1,
        denominator: 3,
        value: 33.3,
        states: {
          '1-advocate-wanted': 'met',
          '2-advocate-wanted': 'late',
          '3-advocate-wanted': 'open-overdue',
          '4-advocate-wanted': 'open-in-time',
        },
      },
    },
    {
      that: 'due before anybody recorded that an advocate began',
      records: {
        keyEvents: [
          event('1', 'advocate-wanted', '2016-03-01'),
          ...enough(id => event(id, 'advocate-started', '2016-04-05')),
        ],
      },
      at: '2016-04-30',
      gives: { numerator: 0, denominator: 0, value: null, excluded: 1 },
    },
  ],
})

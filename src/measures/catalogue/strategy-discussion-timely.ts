/** Strategy discussions held soon after it is decided that one is needed. */
import { clockNamed } from '../clocks.ts'
import type { Clock } from '../clock.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { measure, type Settings } from '../measure.ts'
import { countDue, type Running, running } from '../running.ts'

const discussions =
  (clock: Clock) =>
  (history: History, settings: Settings): Running[] =>
    history.records.strategyDiscussions.map(row => {
      const { id, personId, neededOn, heldOn } = row
      const leftOut = isUnread(row, 'neededOn', 'heldOn') ? 'unread' : null
      const began = { id, personId, facts: { start: numbered(neededOn) }, done: numbered(heldOn), leftOut } as const
      return running(clock, began, history, settings)
    })

export default measure({
  id: 'strategy-discussion-timely',
  number: 23,
  name: 'Strategy discussions held in time',
  area: 'section-47',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['month', 'rolling-year'],
  outOf: 'Strategy discussions due in the period',
  counted: 'Held on or before the next working day',
  leftOut: 'Discussions of which it is not recorded when it was decided that one is needed',
  rule: 'One working day after the decision that one is needed; that day is day 0. For immediate risk it is the same day, which is not recorded',
  source: 'Working Together to Safeguard Children, for which the council sets the time',
  marks: ['D'],
  needs: ['strategyDiscussions.neededOn', 'strategyDiscussions.heldOn'],
  thresholds: { shape: 'higher', green: 95, amber: 85 },
  clock: 'strategy',
  count: countDue(discussions(clockNamed('strategy')!)),
  variants: {
    'same-day': {
      name: 'Strategy discussions held on the day',
      counted: 'Held on the day it was decided that one is needed',
      rule: 'The same day, as for immediate risk',
      thresholds: { shape: 'none' },
      clock: 'strategy/immediate',
      count: countDue(discussions(clockNamed('strategy/immediate')!)),
    },
    'within-3': {
      name: 'Strategy discussions held within three working days',
      counted: 'Held within three working days',
      rule: 'Three working days after the decision, at the latest',
      thresholds: { shape: 'none' },
      clock: 'strategy/at-latest',
      count: countDue(discussions(clockNamed('strategy/at-latest')!)),
    },
  },
  examples: [
    {
      that: 'over a weekend, a day late, not held, and nobody knows when it was decided',
      records: {
        strategyDiscussions: [
          { id: 'd1', personId: '1', neededOn: '2016-06-03', heldOn: '2016-06-06' },
          { id: 'd2', personId: '2', neededOn: '2016-06-03', heldOn: '2016-06-07' },
          { id: 'd3', personId: '3', neededOn: '2016-06-03' },
          { id: 'd4', personId: '4', heldOn: '2016-06-03' },
        ],
      },
      at: '2016-06',
      gives: {
        numerator: 1,
        denominator: 3,
        value: 33.3,
        openOverdue: 1,
        excluded: 1,
        states: { d1: 'met', d2: 'late', d3: 'open-overdue', d4: 'excluded' },
      },
    },
    {
      that: 'on the day, and the day after',
      variant: 'same-day',
      records: {
        strategyDiscussions: [
          { id: 'd1', personId: '1', neededOn: '2016-06-03', heldOn: '2016-06-03' },
          { id: 'd2', personId: '2', neededOn: '2016-06-03', heldOn: '2016-06-04' },
        ],
      },
      at: '2016-06',
      gives: { numerator: 1, denominator: 2, states: { d1: 'met', d2: 'late' } },
    },
    {
      that: 'the third working day, and the fourth',
      variant: 'within-3',
      records: {
        strategyDiscussions: [
          { id: 'd1', personId: '1', neededOn: '2016-06-03', heldOn: '2016-06-08' },
          { id: 'd2', personId: '2', neededOn: '2016-06-03', heldOn: '2016-06-09' },
        ],
      },
      at: '2016-06',
      gives: { numerator: 1, denominator: 2, states: { d1: 'met', d2: 'late' } },
    },
  ],
})

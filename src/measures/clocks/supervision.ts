/** Everybody who works with children has supervision every month. */
import { endOfMonthOf } from '../../terms/day-number.ts'
import { inDays, inMonths, inWeeks } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'supervision',
  name: 'Supervision',
  area: 'workforce',
  starts: 'Last recorded supervision',
  stops: 'Next recorded supervision',
  rule: 'One month after the last supervision',
  due: inMonths(1),
  asks: ['every'],
  standing: 'local',
  source: "The council's supervision policy",
  marks: ['D', 'K'],
  then: 'itself',
  edges: ['A session that was not recorded does not stop it', 'Away for the whole of a month: left out'],
  variants: {
    'calendar-month': {
      name: 'In each calendar month',
      rule: 'By the end of the month after the last supervision',
      due: ({ start }) => endOfMonthOf(start, 1),
      then: 'itself',
    },
    '4-weeks': {
      name: 'Every four weeks',
      rule: 'Four weeks after the last supervision',
      due: inWeeks(4),
      then: 'itself',
    },
    '30-days': { name: 'Every 30 days', rule: '30 days after the last supervision', due: inDays(30), then: 'itself' },
    first: {
      name: 'First supervision',
      starts: 'Employment began',
      stops: 'First recorded supervision',
      rule: 'Two weeks after starting work',
      due: inWeeks(2),
      then: 'itself',
    },
    'newly-qualified-weekly': {
      name: 'Newly qualified, first six weeks',
      rule: 'One week after the last supervision',
      due: inWeeks(1),
      marks: ['K'],
      then: 'itself',
    },
    'newly-qualified-fortnightly': {
      name: 'Newly qualified, to six months',
      rule: 'Two weeks after the last supervision',
      due: inWeeks(2),
      marks: ['K'],
      then: 'itself',
    },
  },
  examples: [
    { that: 'a month, clamped', starts: '2016-01-31', due: '2016-02-29' },
    {
      that: 'the next calendar month',
      variant: 'calendar-month',
      starts: '2016-01-01',
      due: '2016-02-29',
      done: '2016-02-29',
      asAt: '2016-02-29',
      state: 'met',
      over: 0,
    },
    {
      that: 'the same by the interval',
      starts: '2016-01-01',
      due: '2016-02-01',
      done: '2016-02-29',
      asAt: '2016-02-29',
      state: 'late',
      over: 28,
    },
    {
      that: 'left before it was due',
      starts: '2016-01-31',
      due: '2016-02-29',
      ended: '2016-02-12',
      asAt: '2016-02-29',
      state: 'excluded',
      because: 'ended-first',
    },
  ],
})

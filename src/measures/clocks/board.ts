/** The improvement board meets as often as the notice says. */
import { inMonths, inWeeks } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'board',
  name: 'Improvement board',
  area: 'improvement',
  starts: 'Board held',
  stops: 'Next board held',
  rule: 'Six weeks after the last board',
  due: inWeeks(6),
  asks: ['every'],
  standing: 'local',
  source: "The council's improvement notice",
  marks: ['D'],
  then: 'itself',
  edges: [
    'A meeting that was cancelled or had too few people does not stop it',
    'A change of frequency may have to be agreed by the Department for Education: an interval has the frequency of the day it began',
  ],
  variants: {
    monthly: { name: 'Every month', rule: 'One month after the last board', due: inMonths(1), then: 'itself' },
    '12-weeks': {
      name: 'Every twelve weeks',
      rule: 'Twelve weeks after the last board',
      due: inWeeks(12),
      then: 'itself',
    },
  },
  examples: [
    {
      that: 'six weeks',
      starts: '2016-09-14',
      due: '2016-10-26',
      done: '2016-11-14',
      asAt: '2016-11-30',
      state: 'late',
      over: 19,
    },
    { that: 'twelve weeks', variant: '12-weeks', starts: '2018-07-04', due: '2018-09-26' },
    { that: 'monthly, clamped', variant: 'monthly', starts: '2016-01-31', due: '2016-02-29' },
  ],
})

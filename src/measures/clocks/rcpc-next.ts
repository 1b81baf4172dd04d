/** Review conferences go on at intervals of not more than six months. */
import { inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'rcpc-next',
  name: 'Next review conference',
  area: 'protection',
  starts: 'Review conference held',
  stops: 'Next review conference held',
  rule: 'Six months after the last review conference',
  due: inMonths(6),
  standing: 'guidance',
  source:
    'Working Together to Safeguard Children, chapter 1 (2013 to 2018) and chapter 3 (2023): at intervals of not more than six months',
  marks: ['F'],
  then: 'itself',
  restarts: 'Each review, early or late, from the day it was held',
  edges: ['The plan ends only by a review conference, a move, death or the 18th birthday'],
  variants: {
    '5-months': {
      name: 'Every 5 months',
      rule: 'Five months after the last review conference',
      due: inMonths(5),
      marks: ['D'],
      then: 'itself',
    },
  },
  examples: [
    { that: 'six months', starts: '2016-03-01', due: '2016-09-01' },
    { that: "a leap year's February", starts: '2015-08-31', due: '2016-02-29' },
    {
      that: 'due on a Sunday, held on the Monday',
      starts: '2015-08-28',
      due: '2016-02-28',
      arrangeBy: '2016-02-26',
      done: '2016-02-29',
      asAt: '2016-03-31',
      state: 'late',
      over: 1,
    },
  ],
})

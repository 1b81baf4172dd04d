/** Care proceedings end within 26 weeks beginning with the day the application was issued. */
import { beginningWith, inWeeks } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'proceedings',
  name: 'Care proceedings',
  area: 'court',
  starts: 'Application issued',
  stops: 'Final order',
  rule: '26 weeks beginning with the day the application was issued',
  due: beginningWith(inWeeks(26)),
  standing: 'statutory',
  source: 'Children Act 1989, section 32(1)(a)(ii)',
  marks: ['F'],
  edges: [
    'An extension by the court, up to eight weeks at a time, is recorded and makes nothing in time',
    'Withdrawn or transferred: stops that day, shown apart',
    'Each child counts',
  ],
  examples: [
    { that: 'the day of issue is the first of 182', starts: '2016-01-04', due: '2016-07-03', arrangeBy: '2016-07-01' },
    {
      that: 'the order on the Friday before',
      starts: '2016-01-04',
      due: '2016-07-03',
      done: '2016-07-01',
      asAt: '2016-07-31',
      state: 'met',
      over: -2,
    },
    {
      that: 'the order on the Monday after',
      starts: '2016-01-04',
      due: '2016-07-03',
      done: '2016-07-04',
      asAt: '2016-07-31',
      state: 'late',
      over: 1,
    },
  ],
})

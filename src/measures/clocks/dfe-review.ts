/** The Department for Education reviews progress every six months until the notice is lifted. */
import { inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'dfe-review',
  name: 'Review by the Department for Education',
  area: 'improvement',
  starts: 'Notice, then each review',
  stops: 'Next review',
  rule: 'Six months after the notice or the last review',
  due: inMonths(6),
  standing: 'local',
  source: "The council's improvement notice",
  marks: ['F'],
  then: 'itself',
  edges: ['After the notice is lifted, two more reviews six months apart'],
  examples: [
    {
      that: 'six months from the notice',
      starts: '2014-06-30',
      due: '2014-12-30',
      done: '2015-01-20',
      asAt: '2015-03-31',
      state: 'late',
      over: 21,
    },
    { that: 'from the end of August', starts: '2015-08-31', due: '2016-02-29' },
  ],
})

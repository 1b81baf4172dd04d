/** A pathway plan is reviewed every six months. */
import { inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'pp-review',
  name: 'Review of a pathway plan',
  area: 'care-leavers',
  starts: 'Pathway plan made, then each review',
  stops: 'Next review held',
  rule: 'Six months after the plan was made or last reviewed',
  due: inMonths(6),
  standing: 'statutory',
  source:
    'Care Leavers (England) Regulations 2010, regulation 7. A council that promises twelve months promises less than the law',
  marks: ['F'],
  then: 'itself',
  edges: ['Also when the young person asks', 'Ends at 21, or at the end of a course, up to 25'],
  examples: [
    { that: 'six months, clamped', starts: '2015-08-31', due: '2016-02-29' },
    {
      that: 'it goes on after the 18th birthday',
      starts: '2016-01-04',
      due: '2016-07-04',
      given: { bornOn: '1998-03-01' },
      asAt: '2016-07-05',
      state: 'open-overdue',
      over: 1,
    },
  ],
})

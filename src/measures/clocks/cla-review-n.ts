/** From the second on, reviews are not more than six months apart. */
import { inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'cla-review-n',
  name: 'Next review of a looked after child',
  area: 'looked-after',
  starts: 'Review held',
  stops: 'Next review held',
  rule: 'Six months after the last review',
  due: inMonths(6),
  standing: 'statutory',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33(2)',
  marks: ['F'],
  then: 'itself',
  edges: [
    'In a foster placement of over a year that is to last, the meeting may be once a year, and the plan is still reviewed every six months (SI 2015/495: to be checked)',
  ],
  examples: [
    { that: 'six months', starts: '2016-02-01', due: '2016-08-01' },
    { that: 'back from a short month', starts: '2017-02-28', due: '2017-08-28' },
  ],
})

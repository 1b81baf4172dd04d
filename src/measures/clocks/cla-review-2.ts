/** The second review is held within three months of the first. */
import { inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'
import claReviewN from './cla-review-n.ts'

export default clock({
  id: 'cla-review-2',
  name: 'Second review of a looked after child',
  area: 'looked-after',
  starts: 'First review held',
  stops: 'Second review held',
  rule: 'Three months after the first review',
  due: inMonths(3),
  standing: 'statutory',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33(2)',
  marks: ['F'],
  then: claReviewN,
  edges: [
    'The reviewing officer may call one earlier: the next interval runs from it',
    'One is held before any significant change',
  ],
  examples: [
    {
      that: 'due on a Saturday',
      starts: '2015-10-30',
      due: '2016-01-30',
      arrangeBy: '2016-01-29',
      done: '2016-02-01',
      asAt: '2016-02-29',
      state: 'late',
      over: 2,
    },
    { that: 'from 30 November', starts: '2015-11-30', due: '2016-02-29' },
  ],
})

/** A foster carer's approval is reviewed every year. */
import { inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'foster-review',
  name: "Review of a foster carer's approval",
  area: 'fostering',
  starts: 'Approval, then each review',
  stops: 'Next review held',
  rule: 'A year after the approval or the last review',
  due: inMonths(12),
  standing: 'statutory',
  source: 'Fostering Services (England) Regulations 2011, regulation 28(2)',
  marks: ['F', 'K'],
  then: 'itself',
  edges: [
    'Resigned on or before the due day: left out',
    'A carer with nobody placed is still due',
    'The first review goes to panel',
  ],
  examples: [
    { that: 'held early, the next is a year from then', starts: '2016-12-01', due: '2017-12-01' },
    { that: 'approved on a leap day', starts: '2016-02-29', due: '2017-02-28' },
    {
      that: 'resigned on the due day',
      starts: '2015-06-06',
      due: '2016-06-06',
      ended: '2016-06-06',
      asAt: '2016-06-30',
      state: 'excluded',
      because: 'ended-first',
    },
  ],
})

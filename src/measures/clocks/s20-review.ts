/** A manager looks at whether a child should go on being accommodated under section 20. */
import { inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 's20-review',
  name: 'Review of continuing section 20',
  area: 'looked-after',
  starts: 'Start of the period under section 20',
  stops: 'Reviewed by a manager',
  rule: 'Three months after the period started',
  due: inMonths(3),
  standing: 'local',
  source: 'Local policy; case law on section 20 of the Children Act 1989',
  marks: ['D'],
  then: 'next',
  restarts: 'A new period under section 20',
  variants: {
    next: {
      name: 'Next review of continuing section 20',
      starts: 'Reviewed by a manager',
      rule: 'Six months after the last review',
      due: inMonths(6),
      then: 'itself',
    },
  },
  examples: [
    { that: 'three months', starts: '2016-01-31', due: '2016-04-30' },
    { that: 'and six after that', variant: 'next', starts: '2016-04-29', due: '2016-10-29' },
  ],
})

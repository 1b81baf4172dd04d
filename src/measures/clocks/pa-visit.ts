/** A personal adviser visits a care leaver in new accommodation. */
import { inDays, inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'pa-visit',
  name: 'Visit by a personal adviser',
  area: 'care-leavers',
  starts: 'Accommodation provided',
  stops: 'Visited by the personal adviser',
  rule: 'Seven days after the accommodation was provided',
  due: inDays(7),
  standing: 'statutory',
  source: 'Care Leavers (England) Regulations 2010, regulation 8(2)',
  marks: ['F'],
  then: 'next',
  restarts: 'New accommodation',
  edges: ['A visit comes before the review of the pathway plan as well'],
  variants: {
    next: {
      name: 'Next visit by a personal adviser',
      starts: 'Visit',
      stops: 'Next visit',
      rule: 'Two months after the last visit',
      due: inMonths(2),
      then: 'itself',
    },
  },
  examples: [
    { that: 'a week', starts: '2015-11-20', due: '2015-11-27' },
    { that: 'two months, clamped', variant: 'next', starts: '2015-12-31', due: '2016-02-29' },
  ],
})

/** An emergency protection order ends eight days after it is made, unless it is extended. */
import { beginningWith, inDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'epo',
  name: 'Emergency protection order',
  area: 'protection',
  starts: 'Order made',
  stops: 'Order ended, or an application issued',
  rule: 'Eight days beginning with the day the order was made',
  due: beginningWith(inDays(8)),
  standing: 'statutory',
  source: 'Children Act 1989, section 45(1) to (6): eight days, extended once by up to seven',
  marks: ['F', 'K'],
  edges: [
    'Where the eighth day is a public holiday or a Sunday the court may let it run to noon the next day (section 45(2)): the day shown does not move',
  ],
  isUrgent: true,
  variants: {
    extended: {
      name: 'Extended once',
      rule: '15 days beginning with the day the order was made',
      due: beginningWith(inDays(15)),
    },
  },
  examples: [
    { that: 'the day it is made is the first', starts: '2016-06-06', due: '2016-06-13' },
    { that: 'the eighth day is a Sunday', starts: '2016-06-05', due: '2016-06-12', arrangeBy: '2016-06-10' },
    { that: 'extended by seven days', variant: 'extended', starts: '2016-06-06', due: '2016-06-20' },
    { that: 'over a leap day', starts: '2016-02-25', due: '2016-03-03' },
  ],
})

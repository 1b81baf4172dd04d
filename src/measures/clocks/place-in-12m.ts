/** A child with a placement order is placed within twelve months. */
import { inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'place-in-12m',
  name: 'Placed within twelve months of the order',
  area: 'adoption',
  starts: 'Placement order; for long-term fostering the care order',
  stops: 'Placed',
  rule: 'Twelve months after the order',
  due: inMonths(12),
  standing: 'local',
  source: 'Local policy',
  marks: ['D'],
  restarts: 'A new order',
  edges: ['The order is revoked on or before the due day: left out'],
  examples: [
    {
      that: 'from a leap day',
      starts: '2016-02-29',
      due: '2017-02-28',
      done: '2017-03-01',
      asAt: '2017-03-31',
      state: 'late',
      over: 1,
    },
    {
      that: 'revoked on the due day',
      starts: '2015-06-06',
      due: '2016-06-06',
      ended: '2016-06-06',
      asAt: '2016-06-30',
      state: 'excluded',
      because: 'ended-first',
    },
  ],
})

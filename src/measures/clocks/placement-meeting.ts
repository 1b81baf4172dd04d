/** A placement planning meeting is held within 72 hours. */
import { inHours } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'placement-meeting',
  name: 'Placement planning meeting',
  area: 'looked-after',
  starts: 'Start of the placement',
  stops: 'Placement planning meeting held',
  rule: '72 hours after the placement started',
  due: inHours(72),
  standing: 'local',
  source: 'Local policy',
  marks: ['D'],
  restarts: 'Each new placement',
  edges: [
    'Hours run through nights, weekends and holidays',
    'Where only days are known it is three days, and approximate',
  ],
  examples: [
    { that: 'from a Friday afternoon', starts: '2016-06-03T16:30', due: '2016-06-06T16:30 BST' },
    { that: 'the clocks go back', starts: '2016-10-29T12:00', due: '2016-11-01T11:00 GMT' },
    { that: 'only the day is known', starts: '2016-10-29', due: '2016-11-01' },
  ],
})

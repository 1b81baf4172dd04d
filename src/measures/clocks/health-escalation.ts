/** A slip in health care that is escalated is answered within a day. */
import { inHours } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'health-escalation',
  name: 'Escalated slip in health care',
  area: 'health',
  starts: 'Escalated to a service manager',
  stops: 'Answered',
  rule: '24 hours',
  due: inHours(24),
  standing: 'local',
  source: 'Local policy',
  marks: ['D'],
  examples: [
    { that: 'over a Saturday', starts: '2016-06-03T17:00', due: '2016-06-04T17:00 BST' },
    { that: 'the night the clocks go forward', starts: '2016-03-26T12:00', due: '2016-03-27T13:00 BST' },
  ],
})

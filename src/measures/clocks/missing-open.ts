/** A child who is missing is looked for every day, and talked of with partners within a day. */
import { inHours, inWeeks } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'missing-open',
  name: 'Child still missing',
  area: 'missing',
  starts: 'Reported missing',
  stops: 'Returned, or strategy discussion held',
  rule: '24 hours after the report',
  due: inHours(24),
  standing: 'local',
  source:
    'Local protocol for missing children: strategy meeting after 24 to 72 hours, or at the third episode in 30 or 90 days',
  marks: ['D', 'F'],
  isUrgent: true,
  variants: {
    '72-hours': { name: 'Strategy meeting at the latest', rule: '72 hours after the report', due: inHours(72) },
    weekly: {
      name: 'Looked at by a manager',
      stops: 'Looked at by a manager',
      rule: 'Every week while the child is missing',
      due: inWeeks(1),
      then: 'itself',
    },
  },
  examples: [
    { that: 'a day', starts: '2016-06-03T22:15', due: '2016-06-04T22:15 BST' },
    { that: 'the night the clocks go back', starts: '2016-10-29T12:00', due: '2016-10-30T11:00 GMT' },
    { that: 'a week', variant: 'weekly', starts: '2016-06-03', due: '2016-06-10' },
  ],
})

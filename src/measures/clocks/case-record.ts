/** What happened is on the child's record soon after. */
import { inDays, inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'case-record',
  name: 'Case record',
  area: 'quality',
  starts: 'Visit, meeting or other event',
  stops: "Recorded on the child's record",
  rule: '14 days after the event',
  due: inDays(14),
  standing: 'local',
  source: 'Local policy; common standards are one to five working days',
  marks: ['D'],
  variants: {
    '1-working-day': { name: 'Within 1 working day', rule: 'One working day after the event', due: inWorkingDays(1) },
    '5-working-days': {
      name: 'Within 5 working days',
      rule: 'Five working days after the event',
      due: inWorkingDays(5),
    },
  },
  examples: [
    { that: 'Christmas Day counts', starts: '2015-12-11', due: '2015-12-25', arrangeBy: '2015-12-24' },
    {
      that: 'recorded on the 14th day',
      starts: '2016-06-06',
      due: '2016-06-20',
      done: '2016-06-20',
      asAt: '2016-06-30',
      state: 'met',
      over: 0,
    },
    {
      that: 'the event is recorded before it happened',
      starts: '2016-06-06',
      due: '2016-06-20',
      done: '2016-06-05',
      asAt: '2016-06-30',
      state: 'excluded',
      because: 'stopped-before-start',
    },
  ],
})

/** A child who has been missing is interviewed within 72 hours of coming back. */
import { inHours } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'rhi',
  name: 'Return home interview',
  area: 'missing',
  starts: 'Child returned or was found',
  stops: 'Return home interview held',
  rule: '72 hours after the return',
  due: inHours(72),
  standing: 'guidance',
  source: 'Statutory guidance on children who run away or go missing from home or care (2014): within 72 hours',
  marks: ['F'],
  restarts: 'Each missing episode has a clock of its own',
  edges: [
    'One interview may serve several episodes',
    'Declined, or missing again first: recorded as the outcome',
    'Hours run through nights, weekends and holidays',
  ],
  isUrgent: true,
  examples: [
    { that: 'a weekend does not stop it', starts: '2016-04-15T17:00', due: '2016-04-18T17:00 BST' },
    {
      that: 'the clocks go forward: the local time is an hour later',
      starts: '2016-03-25T15:00',
      due: '2016-03-28T16:00 BST',
    },
    { that: 'the clocks go back: an hour earlier', starts: '2015-10-23T20:00', due: '2015-10-26T19:00 GMT' },
    {
      that: 'exactly 72 hours',
      starts: '2016-03-25T15:00',
      due: '2016-03-28T16:00 BST',
      done: '2016-03-28T16:00',
      asAt: '2016-03-31T00:00',
      state: 'met',
      over: 0,
    },
    {
      that: 'a minute more',
      starts: '2016-03-25T15:00',
      due: '2016-03-28T16:00 BST',
      done: '2016-03-28T16:01',
      asAt: '2016-03-31T00:00',
      state: 'late',
      over: 60_000,
    },
    {
      that: 'back at a time that came twice that night: the later',
      starts: '2016-10-30T01:30',
      due: '2016-11-02T01:30 GMT',
    },
    { that: 'only the day is known', starts: '2016-03-25', due: '2016-03-28' },
  ],
})

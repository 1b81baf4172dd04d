/** Nobody is kept in police protection for more than 72 hours. */
import { inHours } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'police-protection',
  name: 'Police protection',
  area: 'protection',
  starts: 'Taken into police protection',
  stops: 'Police protection ended',
  rule: '72 hours',
  due: inHours(72),
  standing: 'statutory',
  source: 'Children Act 1989, section 46(6)',
  marks: ['F'],
  edges: ['Hours run through nights, weekends and holidays', 'It cannot follow straight on another'],
  isUrgent: true,
  examples: [
    { that: 'over a weekend', starts: '2016-06-03T22:15', due: '2016-06-06T22:15 BST' },
    {
      that: 'exactly 72 hours',
      starts: '2016-06-03T22:15',
      due: '2016-06-06T22:15 BST',
      done: '2016-06-06T22:15',
      asAt: '2016-06-30T00:00',
      state: 'met',
      over: 0,
    },
    {
      that: 'a minute more',
      starts: '2016-06-03T22:15',
      due: '2016-06-06T22:15 BST',
      done: '2016-06-06T22:16',
      asAt: '2016-06-30T00:00',
      state: 'late',
      over: 60_000,
    },
    { that: 'the clocks go forward', starts: '2016-03-25T15:00', due: '2016-03-28T16:00 BST' },
    { that: 'only the day is known', starts: '2016-06-03', due: '2016-06-06' },
  ],
})

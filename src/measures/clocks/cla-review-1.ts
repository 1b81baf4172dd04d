/** A child who becomes looked after has a first review within 20 working days. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'
import claReview2 from './cla-review-2.ts'

export default clock({
  id: 'cla-review-1',
  name: 'First review of a looked after child',
  area: 'looked-after',
  starts: 'Became looked after',
  stops: 'First review held',
  rule: '20 working days after becoming looked after',
  due: inWorkingDays(20),
  standing: 'statutory',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33(1)',
  marks: ['F'],
  then: claReview2,
  restarts: 'A new period of care',
  edges: [
    'Left care on or before the due day: left out',
    'A review held over several meetings is held on the day the reviewing officer records it complete',
  ],
  examples: [
    { that: 'four weeks', starts: '2015-10-05', due: '2015-11-02' },
    { that: 'over the Christmas of 2021', starts: '2021-12-16', due: '2022-01-18' },
    {
      that: 'over Easter, left care first',
      starts: '2016-03-01',
      due: '2016-03-31',
      ended: '2016-03-18',
      asAt: '2016-04-30',
      state: 'excluded',
      because: 'ended-first',
    },
    {
      that: 'held on the day of leaving care',
      starts: '2016-03-01',
      due: '2016-03-31',
      done: '2016-03-18',
      ended: '2016-03-18',
      asAt: '2016-04-30',
      state: 'met',
      over: -13,
    },
    {
      that: 'left care the day after it was due',
      starts: '2016-03-01',
      due: '2016-03-31',
      ended: '2016-04-01',
      asAt: '2016-04-30',
      state: 'late',
      over: 1,
    },
    {
      that: 'only short breaks',
      starts: '2016-03-01',
      due: '2016-03-31',
      isShortBreaks: true,
      asAt: '2016-04-30',
      state: 'excluded',
      because: 'short-breaks',
    },
  ],
})

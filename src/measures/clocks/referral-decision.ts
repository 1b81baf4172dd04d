/** A social worker decides what follows a referral within one working day. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'referral-decision',
  name: 'Decision on a referral',
  area: 'front-door',
  starts: 'Referral received',
  stops: 'Decision on the next step',
  rule: 'One working day after the referral was received',
  due: inWorkingDays(1),
  standing: 'guidance',
  source:
    'Working Together to Safeguard Children, chapter 1 (2013 to 2018) and chapter 3 (2023): within one working day of a referral',
  marks: ['F'],
  restarts: 'Each referral has a clock of its own',
  edges: ['Received out of hours, at a weekend or on a holiday: day 1 is the next working day'],
  examples: [
    { that: 'a referral on a Friday', starts: '2016-06-03', due: '2016-06-06' },
    { that: "a referral on New Year's Day", starts: '2019-01-01', due: '2019-01-02' },
    {
      that: 'still open on the due day',
      starts: '2016-06-03',
      due: '2016-06-06',
      asAt: '2016-06-06',
      state: 'open-in-time',
      over: 0,
    },
    {
      that: 'still open the day after',
      starts: '2016-06-03',
      due: '2016-06-06',
      asAt: '2016-06-07',
      state: 'open-overdue',
      over: 1,
    },
  ],
})

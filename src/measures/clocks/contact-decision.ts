/** A manager decides what follows a contact within one working day. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'contact-decision',
  name: 'Decision on a contact',
  area: 'front-door',
  starts: 'Contact received',
  stops: 'Decision recorded by a manager',
  rule: 'One working day after the contact was received',
  due: inWorkingDays(1),
  standing: 'local',
  source:
    'Working Together to Safeguard Children, chapter 1 (2013 to 2018) and chapter 3 (2023): one working day for a referral. For a contact the council sets it',
  marks: ['F', 'D'],
  restarts: 'Each contact has a clock of its own',
  edges: ['Received out of hours, at a weekend or on a holiday: day 1 is the next working day'],
  examples: [
    { that: 'a contact on a Monday', starts: '2016-06-06', due: '2016-06-07' },
    { that: 'Good Friday itself is day 0', starts: '2024-03-29', due: '2024-04-02' },
    { that: 'the day before Christmas, with a weekend behind', starts: '2020-12-24', due: '2020-12-29' },
    {
      that: 'decided on the due day',
      starts: '2016-06-03',
      due: '2016-06-06',
      done: '2016-06-06',
      asAt: '2016-06-30',
      state: 'met',
      over: 0,
    },
    {
      that: 'decided the day after',
      starts: '2016-06-03',
      due: '2016-06-06',
      done: '2016-06-07',
      asAt: '2016-06-30',
      state: 'late',
      over: 1,
    },
    {
      that: 'due on a Friday, decided on Saturday: late',
      starts: '2016-06-02',
      due: '2016-06-03',
      done: '2016-06-04',
      asAt: '2016-06-30',
      state: 'late',
      over: 1,
    },
    {
      that: 'the same, where elapsed working days are counted',
      starts: '2016-06-02',
      due: '2016-06-03',
      done: '2016-06-04',
      test: 'elapsed',
      asAt: '2016-06-30',
      state: 'met',
      over: -1,
    },
  ],
})

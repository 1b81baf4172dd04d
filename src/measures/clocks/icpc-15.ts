/** An initial child protection conference is held within 15 working days of the strategy discussion. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'icpc-15',
  name: 'Initial child protection conference',
  area: 'protection',
  starts: 'Strategy discussion at which the section 47 enquiry was initiated',
  stops: 'Initial child protection conference held',
  rule: '15 working days after the strategy discussion',
  due: inWorkingDays(15),
  standing: 'guidance',
  source:
    'Working Together to Safeguard Children, chapter 1 (2013 to 2018) and chapter 3 (2023): within 15 working days of the strategy discussion at which section 47 enquiries were initiated',
  marks: ['F'],
  restarts: 'A new section 47 enquiry. Of several strategy discussions only the one that initiated it counts',
  edges: [
    'No conference required, or stood down because the child became looked after: left out',
    'Held at a weekend: a fault of the record, left out (CIN census rule 8875); on a bank holiday it counts',
    'Each child of a family counts',
    'Runs the same before the birth',
  ],
  neverAtWeekend: true,
  examples: [
    { that: 'two holidays at Easter', starts: '2016-03-14', due: '2016-04-06' },
    {
      that: 'three holidays at Christmas, two of them weekdays in place of a weekend',
      starts: '2016-12-16',
      due: '2017-01-11',
    },
    { that: 'the State Funeral in September 2022', starts: '2022-09-05', due: '2022-09-27' },
    {
      that: 'counting the day of the discussion as day 1',
      starts: '2016-03-14',
      due: '2016-04-05',
      dayCount: 'inclusive',
    },
    {
      that: 'recorded as held on a Saturday',
      starts: '2016-06-06',
      due: '2016-06-27',
      done: '2016-06-25',
      asAt: '2016-06-30',
      state: 'excluded',
      because: 'at-weekend',
    },
    {
      that: 'held on a bank holiday',
      starts: '2016-05-09',
      due: '2016-05-31',
      done: '2016-05-30',
      asAt: '2016-06-30',
      state: 'met',
      over: -1,
    },
    {
      that: 'held before the birth',
      starts: '2016-06-06',
      due: '2016-06-27',
      given: { bornOn: '2016-08-01' },
      done: '2016-06-20',
      asAt: '2016-06-30',
      state: 'met',
      over: -7,
    },
  ],
})

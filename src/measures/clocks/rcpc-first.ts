/** The first review conference is held within three months of the plan's start. */
import { inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'
import rcpcNext from './rcpc-next.ts'

export default clock({
  id: 'rcpc-first',
  name: 'First review conference',
  area: 'protection',
  starts: 'Start of the child protection plan',
  stops: 'First review conference held',
  rule: 'Three months after the plan started',
  due: inMonths(3),
  standing: 'guidance',
  source:
    'Working Together to Safeguard Children, chapter 1 (2013 to 2018) and chapter 3 (2023): first review within three months of the initial conference',
  marks: ['F'],
  then: rcpcNext,
  edges: [
    'A plan of less than a day, and a review on the day the plan started, are faults of the record (CIN census rules 8840 and 8841)',
    'The plan ended on or before the due day: left out. The day after: late',
    'Only a review with too few people there is no review',
  ],
  examples: [
    { that: 'the same date three months later', starts: '2016-01-14', due: '2016-04-14' },
    { that: 'no 31st in the month it falls in', starts: '2018-11-30', due: '2019-02-28' },
    { that: 'due on a Sunday, which does not move', starts: '2016-04-03', due: '2016-07-03', arrangeBy: '2016-07-01' },
    {
      that: 'the plan ended on the due day',
      starts: '2016-01-05',
      due: '2016-04-05',
      ended: '2016-04-05',
      asAt: '2016-04-30',
      state: 'excluded',
      because: 'ended-first',
    },
    {
      that: 'the plan ended the day after',
      starts: '2016-01-05',
      due: '2016-04-05',
      ended: '2016-04-06',
      asAt: '2016-04-30',
      state: 'late',
      over: 1,
    },
    {
      that: 'due on the 18th birthday',
      starts: '2016-01-05',
      due: '2016-04-05',
      given: { bornOn: '1998-04-05' },
      asAt: '2016-04-30',
      state: 'excluded',
      because: 'turned-18',
    },
  ],
})

/** A child who becomes looked after has a health assessment in time for the first review. */
import { inDays, inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'iha',
  name: 'Initial health assessment',
  area: 'health',
  starts: 'Became looked after',
  stops: 'Assessed by a registered medical practitioner',
  rule: '20 working days after becoming looked after, in time for the first review',
  due: inWorkingDays(20),
  standing: 'statutory',
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7(1); Promoting the health and well-being of looked-after children (2015): 20 working days',
  marks: ['F', 'K'],
  restarts: 'A new period of care',
  edges: [
    'Refused is not done; the reason is shown',
    'Assessed within three months before: none is needed, left out',
    'Left care on or before the due day without one: left out',
  ],
  doneBefore: 'left-out',
  variants: {
    '28-days': { name: 'Within 28 days', rule: '28 days after becoming looked after', due: inDays(28), marks: ['D'] },
  },
  examples: [
    { that: 'the State Funeral in September 2022', starts: '2022-09-07', due: '2022-10-06' },
    { that: 'over Christmas', starts: '2016-11-28', due: '2016-12-28' },
    { that: '28 days', variant: '28-days', starts: '2022-09-07', due: '2022-10-05' },
    {
      that: 'assessed a month before',
      starts: '2022-09-07',
      due: '2022-10-06',
      done: '2022-08-07',
      asAt: '2022-10-31',
      state: 'excluded',
      because: 'done-before',
    },
    {
      that: 'left care on the due day',
      starts: '2022-09-07',
      due: '2022-10-06',
      ended: '2022-10-06',
      asAt: '2022-10-31',
      state: 'excluded',
      because: 'ended-first',
    },
    {
      that: 'entered care on the day of birth',
      starts: '2022-09-07',
      due: '2022-10-06',
      given: { bornOn: '2022-09-07' },
      asAt: '2022-10-31',
      state: 'open-overdue',
      over: 25,
    },
    {
      that: 'nobody is looked after before birth',
      starts: '2022-09-07',
      due: '2022-10-06',
      given: { bornOn: '2022-09-08' },
      asAt: '2022-10-31',
      state: 'excluded',
      because: 'before-birth',
    },
  ],
})

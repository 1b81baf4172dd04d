/** A child who has only short breaks has reviews and visits of its own kind. */
import { inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'short-break',
  name: 'Review or visit of a child in short breaks',
  area: 'looked-after',
  starts: 'First short break',
  stops: 'First review or visit',
  rule: 'Three months after the first placement',
  due: inMonths(3),
  standing: 'statutory',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 48',
  marks: ['K'],
  then: 'next',
  edges: [
    'Children in a series of short breaks (legal status V3 or V4) are in no other clock of looked after children',
  ],
  shortBreaks: 'in',
  variants: {
    next: {
      name: 'Next review or visit of a child in short breaks',
      starts: 'Last review or visit',
      stops: 'Next review or visit',
      rule: 'Six months after the last one',
      due: inMonths(6),
      then: 'itself',
    },
  },
  examples: [
    {
      that: 'three months',
      starts: '2015-10-05',
      due: '2016-01-05',
      isShortBreaks: true,
      asAt: '2016-01-05',
      state: 'open-in-time',
      over: 0,
    },
    { that: 'then six', variant: 'next', starts: '2016-01-05', due: '2016-07-05' },
  ],
})

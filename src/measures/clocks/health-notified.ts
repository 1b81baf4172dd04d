/** Health is told that a child has come into care, moved or left. */
import { inHours, inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'health-notified',
  name: 'Health told of an entry to care',
  area: 'health',
  starts: 'Became looked after; also a move, and leaving care',
  stops: 'Health told',
  rule: '48 hours',
  due: inHours(48),
  standing: 'local',
  source:
    'Local policy; Care Planning Regulations 2010, regulation 13, sets five working days for an emergency placement',
  marks: ['D', 'K'],
  restarts: 'Each entry, move and end',
  variants: {
    '2-working-days': {
      name: 'Within 2 working days',
      rule: 'Two working days after it happened',
      due: inWorkingDays(2),
      marks: ['K'],
    },
    '5-working-days': {
      name: 'Within 5 working days',
      rule: 'Five working days after it happened',
      due: inWorkingDays(5),
      marks: ['D'],
    },
  },
  examples: [
    { that: 'hours run through the weekend', starts: '2016-11-18T16:30', due: '2016-11-20T16:30 GMT' },
    {
      that: 'told on the Monday',
      starts: '2016-11-18T16:30',
      due: '2016-11-20T16:30 GMT',
      done: '2016-11-21T09:00',
      asAt: '2016-11-30T00:00',
      state: 'late',
      over: 59_400_000,
    },
    { that: 'five working days', variant: '5-working-days', starts: '2016-11-18', due: '2016-11-25' },
  ],
})

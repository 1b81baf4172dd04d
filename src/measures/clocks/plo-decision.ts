/** A letter before proceedings follows the legal planning meeting. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'plo-decision',
  name: 'Letter before proceedings',
  area: 'court',
  starts: 'Legal planning meeting',
  stops: 'Letter before proceedings sent',
  rule: '10 working days after the meeting',
  due: inWorkingDays(10),
  standing: 'local',
  source: 'Local policy',
  marks: ['D'],
  variants: {
    '5-working-days': {
      name: 'Within 5 working days',
      rule: 'Five working days after the meeting',
      due: inWorkingDays(5),
    },
  },
  examples: [
    { that: 'two weeks', starts: '2016-06-06', due: '2016-06-20' },
    { that: 'five working days', variant: '5-working-days', starts: '2016-06-06', due: '2016-06-13' },
  ],
})

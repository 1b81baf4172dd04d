/** The first pre-proceedings meeting follows the letter. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'plo-meeting',
  name: 'First pre-proceedings meeting',
  area: 'court',
  starts: 'Letter before proceedings sent',
  stops: 'First pre-proceedings meeting held',
  rule: '15 working days after the letter',
  due: inWorkingDays(15),
  standing: 'local',
  source: 'Local policy',
  marks: ['D'],
  variants: {
    '10-working-days': {
      name: 'Within 10 working days',
      rule: 'Ten working days after the letter',
      due: inWorkingDays(10),
    },
  },
  examples: [
    { that: 'three weeks', starts: '2016-06-06', due: '2016-06-27' },
    { that: 'ten working days', variant: '10-working-days', starts: '2016-06-06', due: '2016-06-20' },
  ],
})

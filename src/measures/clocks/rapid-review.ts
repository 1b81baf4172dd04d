/** A rapid review is complete within 15 working days of the notification. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'rapid-review',
  name: 'Rapid review',
  area: 'quality',
  starts: 'Notification of a serious incident',
  stops: 'Rapid review complete',
  rule: '15 working days after the notification',
  due: inWorkingDays(15),
  standing: 'statutory',
  source:
    'Working Together to Safeguard Children (2018, chapter 4; 2023, chapter 5). Areas differ in whether the first day counts',
  marks: ['F'],
  examples: [
    { that: 'three weeks', starts: '2019-06-05', due: '2019-06-26' },
    { that: 'where the first day counts', starts: '2019-06-05', due: '2019-06-25', dayCount: 'inclusive' },
  ],
})

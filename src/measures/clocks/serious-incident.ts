/** A serious incident is notified within five working days of becoming known. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'serious-incident',
  name: 'Notification of a serious incident',
  area: 'quality',
  starts: 'The council becomes aware',
  stops: 'Notified to the Child Safeguarding Practice Review Panel',
  rule: 'Five working days after becoming aware',
  due: inWorkingDays(5),
  standing: 'statutory',
  source: 'Working Together to Safeguard Children (2018, chapter 4; 2023, chapter 5); Children Act 2004, section 16C',
  marks: ['F'],
  examples: [
    { that: 'a week', starts: '2019-06-05', due: '2019-06-12' },
    { that: 'over the Christmas of 2020', starts: '2020-12-22', due: '2020-12-31' },
  ],
})

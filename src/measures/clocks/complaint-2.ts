/** A stage 2 complaint is investigated within 25 working days, at the latest 65. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'complaint-2',
  name: 'Complaint, stage 2',
  area: 'complaints',
  starts: 'Stage 2 request',
  stops: 'Report and adjudication',
  rule: '25 working days after the request',
  due: inWorkingDays(25),
  standing: 'statutory',
  source: 'Children Act 1989 Representations Procedure (England) Regulations 2006 (SI 2006/1738), regulation 17',
  marks: ['K'],
  variants: {
    'at-latest': { name: 'At the latest', rule: '65 working days after the request', due: inWorkingDays(65) },
  },
  examples: [
    { that: 'five weeks', starts: '2016-06-06', due: '2016-07-11' },
    { that: 'thirteen weeks and the August holiday', variant: 'at-latest', starts: '2016-06-06', due: '2016-09-06' },
  ],
})

/** A complaint is answered within ten working days at stage 1. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'complaint-1',
  name: 'Complaint, stage 1',
  area: 'complaints',
  starts: 'Complaint received',
  stops: 'Stage 1 response',
  rule: '10 working days after the complaint',
  due: inWorkingDays(10),
  standing: 'statutory',
  source: 'Children Act 1989 Representations Procedure (England) Regulations 2006 (SI 2006/1738), regulation 14',
  marks: ['K'],
  variants: {
    complex: { name: 'Complex complaint', rule: '20 working days after the complaint', due: inWorkingDays(20) },
  },
  examples: [
    { that: 'over Christmas', starts: '2015-12-21', due: '2016-01-07' },
    { that: 'complex, over Christmas', variant: 'complex', starts: '2015-12-21', due: '2016-01-21' },
  ],
})

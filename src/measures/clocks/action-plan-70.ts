/** A statement of action follows an inspection report within 70 working days. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'action-plan-70',
  name: 'Written statement of action',
  area: 'improvement',
  starts: 'Inspection report received',
  stops: 'Statement of action published',
  rule: '70 working days after the report was received',
  due: inWorkingDays(70),
  standing: 'statutory',
  source:
    'Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007 (SI 2007/462), regulation 3',
  marks: ['F', 'K'],
  edges: ['It starts when the report is received, not when it is published', 'Ofsted may send it back'],
  variants: {
    revision: {
      name: 'Revision that Ofsted asked for',
      starts: 'Sent back',
      stops: 'Revised statement sent',
      rule: '20 working days after it was sent back',
      due: inWorkingDays(20),
      marks: ['D'],
    },
  },
  examples: [
    { that: 'fourteen weeks and four holidays', starts: '2014-03-21', due: '2014-07-03' },
    { that: 'a revision', variant: 'revision', starts: '2016-06-06', due: '2016-07-04' },
  ],
})

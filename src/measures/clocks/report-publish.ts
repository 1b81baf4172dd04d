/** An inspection report is published within 30 working days. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'report-publish',
  name: 'Publishing an inspection report',
  area: 'improvement',
  starts: 'Inspection report received',
  stops: 'Report published',
  rule: '30 working days after it was received',
  due: inWorkingDays(30),
  standing: 'statutory',
  source:
    'Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007 (SI 2007/462), regulation 2',
  marks: ['F'],
  examples: [{ that: 'six weeks', starts: '2016-06-06', due: '2016-07-18' }],
})

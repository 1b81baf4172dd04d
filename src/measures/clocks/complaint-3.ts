/** A review panel meets, reports and is answered. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'complaint-3',
  name: 'Complaint, stage 3',
  area: 'complaints',
  starts: 'Stage 3 request',
  stops: 'Review panel held',
  rule: '30 working days after the request',
  due: inWorkingDays(30),
  standing: 'statutory',
  source:
    'Children Act 1989 Representations Procedure (England) Regulations 2006 (SI 2006/1738), regulation 19(4) and 20',
  marks: ['F'],
  variants: {
    report: {
      name: 'Report of the review panel',
      starts: 'Review panel held',
      stops: "Panel's report",
      rule: '5 working days after the panel',
      due: inWorkingDays(5),
    },
    response: {
      name: "Council's response to the panel",
      starts: "Panel's report",
      stops: "Council's response",
      rule: '15 working days after the report',
      due: inWorkingDays(15),
    },
  },
  examples: [
    { that: 'six weeks', starts: '2016-06-06', due: '2016-07-18' },
    { that: 'the report', variant: 'report', starts: '2016-06-06', due: '2016-06-13' },
    { that: 'the response', variant: 'response', starts: '2016-06-06', due: '2016-06-27' },
  ],
})

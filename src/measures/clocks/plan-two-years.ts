/** What the plan promises is delivered two years after the inspection. */
import { inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'plan-two-years',
  name: 'Plan delivered in two years',
  area: 'improvement',
  starts: 'Inspection, or its report: which of the two is kept with the date',
  stops: 'Actions of the plan delivered',
  rule: 'Two years after the inspection or its report',
  due: inMonths(24),
  standing: 'local',
  source: "The council's improvement notice",
  marks: ['F', 'D'],
  examples: [
    { that: 'from the report', starts: '2014-03-21', due: '2016-03-21' },
    { that: 'from a leap day', starts: '2016-02-29', due: '2018-02-28' },
  ],
})

/** A foster carer's application is decided within eight months. */
import { inMonths, inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'foster-assess',
  name: 'Assessment of a foster carer',
  area: 'fostering',
  starts: 'Application registered',
  stops: 'Decision on approval',
  rule: 'Eight months after the application',
  due: inMonths(8),
  standing: 'guidance',
  source: 'Fostering Services: National Minimum Standards (2011), standard 14',
  marks: ['K'],
  variants: {
    outstanding: {
      name: 'Outstanding assessments',
      rule: 'Six months after the application',
      due: inMonths(6),
      marks: ['D'],
    },
    'refusal-notice': {
      name: 'Notice of refusal after stage one',
      starts: 'End of stage one',
      stops: 'Notice given',
      rule: '10 working days after stage one ended',
      due: inWorkingDays(10),
      marks: ['K'],
    },
  },
  examples: [
    { that: 'eight months, clamped', starts: '2015-06-30', due: '2016-02-29' },
    { that: 'a notice over Christmas', variant: 'refusal-notice', starts: '2015-12-17', due: '2016-01-05' },
  ],
})

/** A child protection plan that goes on and on is looked at again. */
import { inDays, inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'cpp-drift',
  name: 'Length of a child protection plan',
  area: 'protection',
  starts: 'Start of the child protection plan',
  stops: 'End of the child protection plan',
  rule: 'Looked at nine months after the plan started',
  due: inMonths(9),
  standing: 'local',
  source: 'Local policy; two years or more as the statistics count it: 730 days',
  marks: ['D'],
  variants: {
    '12-months': { name: '12 months', rule: '12 months after the plan started', due: inMonths(12) },
    '15-months': { name: '15 months', rule: '15 months after the plan started', due: inMonths(15) },
    '18-months': { name: '18 months', rule: '18 months after the plan started', due: inMonths(18) },
    '24-months': { name: '24 months', rule: '24 months after the plan started', due: inMonths(24) },
    'two-years': {
      name: 'Two years, as the statistics count',
      rule: '729 days after the plan started: the 730th makes it two years',
      due: inDays(729),
      marks: ['F'],
    },
  },
  examples: [
    { that: 'nine months', starts: '2015-05-31', due: '2016-02-29' },
    {
      that: 'two years in days, with a leap day inside',
      variant: 'two-years',
      starts: '2014-04-01',
      due: '2016-03-30',
      done: '2016-03-31',
      asAt: '2016-03-31',
      state: 'late',
      over: 1,
    },
    { that: 'two years in months', variant: '24-months', starts: '2014-04-01', due: '2016-04-01' },
  ],
})

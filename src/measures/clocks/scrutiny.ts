/** Those who scrutinise the plan are told in a fixed rhythm. */
import { inMonths, inWeeks } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'scrutiny',
  name: 'Report to those who scrutinise',
  area: 'improvement',
  starts: 'Last report',
  stops: 'Next report',
  rule: 'One month after the last report',
  due: inMonths(1),
  asks: ['every'],
  standing: 'local',
  source: 'The improvement plan',
  marks: ['D'],
  then: 'itself',
  chain: 'fixed',
  variants: {
    fortnightly: { name: 'Every two weeks', rule: 'Two weeks after the last report', due: inWeeks(2), then: 'itself' },
    'two-monthly': {
      name: 'Every two months',
      rule: 'Two months after the last report',
      due: inMonths(2),
      then: 'itself',
    },
    quarterly: {
      name: 'Every three months',
      rule: 'Three months after the last report',
      due: inMonths(3),
      then: 'itself',
    },
    'six-monthly': {
      name: 'Every six months',
      rule: 'Six months after the last report',
      due: inMonths(6),
      then: 'itself',
    },
  },
  examples: [
    { that: 'a month, clamped', starts: '2016-01-31', due: '2016-02-29' },
    { that: 'a fortnight', variant: 'fortnightly', starts: '2016-06-06', due: '2016-06-20' },
    { that: 'two months', variant: 'two-monthly', starts: '2015-12-31', due: '2016-02-29' },
    { that: 'a quarter', variant: 'quarterly', starts: '2016-06-30', due: '2016-09-30' },
    { that: 'half a year', variant: 'six-monthly', starts: '2015-08-31', due: '2016-02-29' },
  ],
})

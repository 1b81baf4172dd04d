/** A child who has gone home is visited and reviewed there. */
import { inMonths, inWeeks, inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'reunification',
  name: 'After a return home',
  area: 'looked-after',
  starts: 'Child returned home',
  stops: 'Visited at home',
  rule: '10 working days after the return',
  due: inWorkingDays(10),
  standing: 'local',
  source: 'Local policy; Care Planning Regulations 2010, regulation 39',
  marks: ['D'],
  restarts: 'A new return',
  variants: {
    '6-weeks': { name: 'First review', stops: 'Reviewed', rule: 'Six weeks after the return', due: inWeeks(6) },
    '3-months': {
      name: 'Second review',
      stops: 'Reviewed again',
      rule: 'Three months after the return',
      due: inMonths(3),
    },
  },
  examples: [
    { that: 'two weeks', starts: '2016-06-06', due: '2016-06-20' },
    { that: 'six weeks', variant: '6-weeks', starts: '2016-06-06', due: '2016-07-18' },
    { that: 'three months', variant: '3-months', starts: '2016-11-30', due: '2017-02-28' },
  ],
})

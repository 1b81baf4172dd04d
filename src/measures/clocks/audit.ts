/** An audit is in by the end of its month. */
import { endOfMonthOf } from '../../terms/day-number.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'audit',
  name: 'Case audit',
  area: 'quality',
  starts: 'Audit allocated',
  stops: 'Audit submitted',
  rule: 'By the end of the month it was allocated in',
  due: ({ start }) => endOfMonthOf(start),
  standing: 'local',
  source: "The council's quality assurance framework",
  marks: ['D'],
  variants: {
    'two-monthly': {
      name: 'Every two months',
      rule: 'By the end of the month after it was allocated',
      due: ({ start }) => endOfMonthOf(start, 1),
    },
  },
  examples: [
    { that: 'to the end of a short month', starts: '2016-02-03', due: '2016-02-29' },
    { that: 'allocated on the last day', starts: '2016-01-31', due: '2016-01-31' },
    { that: 'two months', variant: 'two-monthly', starts: '2016-01-31', due: '2016-02-29' },
  ],
})

/** The chair tests for two days in every month what the board is told. */
import { endOfMonthOf } from '../../terms/day-number.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'chair-validation',
  name: 'Independent testing by the chair',
  area: 'improvement',
  starts: 'The month',
  stops: 'Two days of independent testing done',
  rule: 'By the end of the month',
  due: ({ start }) => endOfMonthOf(start),
  standing: 'local',
  source: "The council's improvement notice",
  marks: ['F'],
  restarts: 'Each month',
  examples: [{ that: 'the end of February', starts: '2016-02-01', due: '2016-02-29' }],
})

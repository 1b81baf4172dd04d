/** There is a substantial independent review in the year of the notice. */
import { endOfYearOf } from '../../terms/day-number.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'independent-review',
  name: 'Independent review',
  area: 'improvement',
  starts: 'Notice',
  stops: 'Independent review done',
  rule: 'By the end of the calendar year of the notice',
  due: ({ start }) => endOfYearOf(start),
  standing: 'local',
  source: "The council's improvement notice",
  marks: ['F'],
  examples: [{ that: 'the same year', starts: '2014-06-30', due: '2014-12-31' }],
})

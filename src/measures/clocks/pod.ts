/** Each team has group supervision every week. */
import { weekdayOf } from '../../terms/day-number.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'pod',
  name: 'Group supervision',
  area: 'workforce',
  starts: 'The week',
  stops: 'Group supervision held, with at least three cases',
  rule: 'By the Sunday of the week',
  due: ({ start }) => start + 6 - weekdayOf(start),
  standing: 'local',
  source: 'Local policy',
  marks: ['D'],
  restarts: 'Each week, Monday to Sunday',
  examples: [
    { that: 'from a Monday', starts: '2016-06-06', due: '2016-06-12', arrangeBy: '2016-06-10' },
    { that: 'a Sunday is the end of its own week', starts: '2016-06-12', due: '2016-06-12' },
  ],
})

/** Young people meet as a shadow board seven to nine working days before the board. */
import { clock } from '../clock.ts'

export default clock({
  id: 'shadow-board',
  name: 'Shadow board before the board',
  area: 'improvement',
  starts: 'Date of the improvement board',
  stops: 'Shadow board held',
  rule: 'Between nine and seven working days before the board',
  due: ({ start }, by) => by.calendar.after(start, -7),
  notBefore: ({ start }, by) => by.calendar.after(start, -9),
  standing: 'local',
  source: 'Local policy',
  marks: ['D'],
  restarts: "Worked out again when the board's date moves",
  doneBefore: 'met',
  examples: [
    { that: 'no holiday between', starts: '2016-11-14', due: '2016-11-03', notBefore: '2016-11-01' },
    { that: 'over Easter', starts: '2016-04-04', due: '2016-03-22', notBefore: '2016-03-18' },
  ],
})

/** The executive board meets before each improvement board. */
import { clock } from '../clock.ts'

export default clock({
  id: 'exec-board',
  name: 'Executive board before the board',
  area: 'improvement',
  starts: 'Date of the improvement board',
  stops: 'Executive board held',
  rule: 'Before the board: the day before at the latest',
  due: ({ start }) => start - 1,
  standing: 'local',
  source: 'Local policy',
  marks: ['D'],
  restarts: 'Each board; again when its date moves',
  doneBefore: 'met',
  examples: [
    { that: 'the day before a Monday is a Sunday', starts: '2016-11-14', due: '2016-11-13', arrangeBy: '2016-11-11' },
  ],
})

/** The chair reports to the minister after every second board. */
import { clock } from '../clock.ts'

export default clock({
  id: 'chair-report',
  name: "Chair's report to the minister",
  area: 'improvement',
  starts: 'Last report',
  stops: 'Next report',
  rule: 'By the day of the second board after the last report',
  due: ({ secondBoardOn }) => secondBoardOn,
  needs: ['secondBoardOn'],
  standing: 'local',
  source: "The council's improvement notice",
  marks: ['F'],
  restarts: 'Each report. Boards are counted, not days',
  examples: [
    { that: 'the second board', starts: '2014-06-30', due: '2014-09-22', given: { secondBoardOn: '2014-09-22' } },
    { that: 'it has no date yet', starts: '2014-06-30', due: null },
  ],
})

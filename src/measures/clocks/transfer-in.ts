/** A child who moves here on another council's plan has a transfer-in conference. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'transfer-in',
  name: 'Transfer-in conference',
  area: 'protection',
  starts: 'Told that the child has moved here for good',
  stops: 'Transfer-in conference held',
  rule: '15 working days after being told',
  due: inWorkingDays(15),
  standing: 'local',
  source: 'Regional child protection procedures',
  marks: ['K'],
  restarts: 'The plan made here has its own review clock',
  edges: ['Shown apart from initial conferences', 'A plan so made is not a second plan'],
  examples: [
    { that: 'no holiday inside', starts: '2016-06-06', due: '2016-06-27' },
    {
      that: 'moved on before it was held',
      starts: '2016-06-06',
      due: '2016-06-27',
      ended: '2016-06-20',
      asAt: '2016-06-30',
      state: 'excluded',
      because: 'ended-first',
    },
  ],
})

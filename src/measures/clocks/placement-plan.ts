/** A placement plan is made before the placement, or within five working days. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'placement-plan',
  name: 'Placement plan',
  area: 'looked-after',
  starts: 'Start of the placement',
  stops: 'Placement plan made',
  rule: 'Before the placement, or within five working days of its start',
  due: inWorkingDays(5),
  standing: 'statutory',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 9(2)',
  marks: ['K'],
  restarts: 'Each placement',
  doneBefore: 'met',
  examples: [
    { that: 'over a weekend', starts: '2016-06-03', due: '2016-06-10' },
    {
      that: 'made before the placement',
      starts: '2016-06-03',
      due: '2016-06-10',
      done: '2016-05-31',
      asAt: '2016-06-30',
      state: 'met',
      over: -10,
    },
    {
      that: 'the placement ended first',
      starts: '2016-06-03',
      due: '2016-06-10',
      ended: '2016-06-08',
      asAt: '2016-06-30',
      state: 'excluded',
      because: 'ended-first',
    },
  ],
})

/** Those who have to know of a placement are told in writing. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'placement-notify',
  name: 'Notice of a placement',
  area: 'looked-after',
  starts: 'Start of an emergency placement',
  stops: 'Written notice to health, general practitioner, school, reviewing officer and others',
  rule: 'Before a planned placement, or within five working days of an emergency one',
  due: inWorkingDays(5),
  standing: 'statutory',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 13',
  marks: ['F'],
  restarts: 'Each placement',
  doneBefore: 'met',
  examples: [
    { that: 'over Easter', starts: '2025-04-14', due: '2025-04-23' },
    {
      that: 'told before',
      starts: '2025-04-14',
      due: '2025-04-23',
      done: '2025-04-11',
      asAt: '2025-04-30',
      state: 'met',
      over: -12,
    },
  ],
})

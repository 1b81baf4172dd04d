/** A twelve-week action plan is reviewed whole at its end. */
import { inWeeks } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: '12-week-plan',
  name: 'Twelve-week action plan',
  area: 'improvement',
  starts: 'Twelve-week plan begins',
  stops: 'Full review',
  rule: '84 days after it began',
  due: inWeeks(12),
  standing: 'local',
  source: 'The improvement plan',
  marks: ['D'],
  restarts: 'Each cycle',
  examples: [{ that: 'twelve weeks', starts: '2016-01-04', due: '2016-03-28', arrangeBy: '2016-03-24' }],
})

/** A figure promised for a day is that of the period which ends on it. */
import { clock } from '../clock.ts'

export default clock({
  id: 'milestone',
  name: 'Milestone of a target',
  area: 'improvement',
  starts: 'Target agreed',
  stops: 'Value on the day of the milestone',
  rule: 'On the day of the milestone; a month named alone is its last day',
  due: ({ setOn }) => setOn,
  needs: ['setOn'],
  standing: 'local',
  source: 'The improvement plan',
  marks: ['D'],
  edges: ['Between two milestones the last one reached is in force: a step, not a line'],
  examples: [
    { that: 'the end of the financial year', starts: '2014-06-30', due: '2015-03-31', given: { setOn: '2015-03-31' } },
  ],
})

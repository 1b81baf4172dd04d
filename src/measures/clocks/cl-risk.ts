/** A care leaver in unsuitable accommodation, or in a first tenancy, has a risk assessment. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'cl-risk',
  name: "Risk assessment of a care leaver's accommodation",
  area: 'care-leavers',
  starts: 'Moved into unsuitable accommodation, or took a tenancy',
  stops: 'Risk assessed',
  rule: 'Five working days after the move',
  due: inWorkingDays(5),
  standing: 'local',
  source: 'Local policy',
  marks: ['D'],
  restarts: 'Each move',
  examples: [{ that: 'a week', starts: '2016-06-06', due: '2016-06-13' }],
})

/** A new manager has supervision and training in the first two weeks. */
import { inDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'induction',
  name: 'Induction of a manager',
  area: 'workforce',
  starts: 'Manager started, agency or permanent',
  stops: 'Trained in supervision and appraisal',
  rule: '14 days after starting',
  due: inDays(14),
  standing: 'local',
  source: 'Local policy',
  marks: ['D'],
  examples: [{ that: 'two weeks', starts: '2016-06-06', due: '2016-06-20' }],
})

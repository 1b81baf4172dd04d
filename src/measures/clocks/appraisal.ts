/** Everybody has an appraisal every year. */
import { inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'appraisal',
  name: 'Appraisal',
  area: 'workforce',
  starts: 'Last appraisal',
  stops: 'Next appraisal',
  rule: 'Twelve months after the last appraisal',
  due: inMonths(12),
  standing: 'local',
  source: 'Local policy',
  marks: ['D'],
  then: 'itself',
  examples: [{ that: 'a year', starts: '2015-05-31', due: '2016-05-31' }],
})

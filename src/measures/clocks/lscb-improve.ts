/** The safeguarding board improves within three months of the notice. */
import { inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'lscb-improve',
  name: 'Improvement of the safeguarding board',
  area: 'improvement',
  starts: 'Notice',
  stops: 'Improvements made',
  rule: 'Three months after the notice',
  due: inMonths(3),
  standing: 'local',
  source: "The council's improvement notice",
  marks: ['F'],
  examples: [{ that: 'three months', starts: '2014-06-30', due: '2014-09-30' }],
})

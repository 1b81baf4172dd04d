/** A child who is privately fostered is visited soon after the council hears of it. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'
import pfNext from './pf-next.ts'

export default clock({
  id: 'pf-first',
  name: 'First visit to a privately fostered child',
  area: 'private-fostering',
  starts: 'The council is told or becomes aware',
  stops: 'Visited, and the child spoken to alone',
  rule: 'Seven working days after the council became aware',
  due: inWorkingDays(7),
  standing: 'statutory',
  source: 'Children (Private Arrangements for Fostering) Regulations 2005, regulations 4 and 7',
  marks: ['K'],
  then: pfNext,
  edges: ['The child is spoken to alone, unless that is not right'],
  examples: [
    { that: 'over Easter', starts: '2016-03-21', due: '2016-04-01' },
    { that: 'aware on a Saturday', starts: '2016-06-04', due: '2016-06-14' },
  ],
})

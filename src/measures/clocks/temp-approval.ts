/** A connected person's temporary approval as a foster carer lasts sixteen weeks at most. */
import { inWeeks } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'temp-approval',
  name: 'Temporary approval of a connected person',
  area: 'looked-after',
  starts: 'Temporary approval',
  stops: 'Full approval, or the placement ended',
  rule: '16 weeks after the temporary approval',
  due: inWeeks(16),
  standing: 'statutory',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 24 and 25',
  marks: ['K', 'F'],
  edges: [
    'One extension of up to eight weeks (regulation 25(2))',
    'A placement that is not approved ends (regulation 25(6))',
  ],
  variants: {
    extended: { name: 'Extended once', rule: '24 weeks after the temporary approval', due: inWeeks(24) },
  },
  examples: [
    { that: 'sixteen weeks', starts: '2016-01-04', due: '2016-04-25' },
    { that: 'extended by eight', variant: 'extended', starts: '2016-01-04', due: '2016-06-20' },
  ],
})

/** The council and Ofsted talk once a year, with a self-evaluation. */
import { inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'ofsted-annual',
  name: 'Annual conversation with Ofsted',
  area: 'improvement',
  starts: 'Last annual conversation or self-evaluation',
  stops: 'Next one',
  rule: 'Twelve months after the last one',
  due: inMonths(12),
  standing: 'guidance',
  source: "Ofsted, inspecting local authority children's services",
  marks: ['K'],
  then: 'itself',
  examples: [{ that: 'a year', starts: '2018-04-30', due: '2019-04-30' }],
})

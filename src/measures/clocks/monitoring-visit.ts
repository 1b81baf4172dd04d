/** A council judged inadequate has a monitoring visit every quarter. */
import { inMonths, inWeeks } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'monitoring-visit',
  name: 'Ofsted monitoring visit',
  area: 'improvement',
  starts: 'Last monitoring visit',
  stops: 'Next monitoring visit',
  rule: 'Three months after the last visit',
  due: inMonths(3),
  standing: 'guidance',
  source:
    "Ofsted, inspecting local authority children's services; Ofsted, monitoring local authority children's services (160035)",
  marks: ['F', 'K'],
  then: 'itself',
  edges: ['Letters are published from the second visit'],
  variants: {
    first: {
      name: 'First monitoring visit',
      starts: 'Day the statement of action was due',
      stops: 'First monitoring visit',
      rule: 'About four weeks after the statement of action was due',
      due: inWeeks(4),
      then: 'itself',
    },
  },
  examples: [
    { that: 'a quarter', starts: '2016-11-30', due: '2017-02-28' },
    { that: 'the first', variant: 'first', starts: '2014-07-03', due: '2014-07-31' },
  ],
})

/** A draft plan goes to Ofsted after a focused visit with a priority action. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'draft-plan-20',
  name: 'Draft plan after a focused visit',
  area: 'improvement',
  starts: 'Letter received',
  stops: 'Draft plan sent to Ofsted',
  rule: '20 working days after the letter was received',
  due: inWorkingDays(20),
  standing: 'guidance',
  source: "Ofsted, inspecting local authority children's services (September 2018)",
  marks: ['F'],
  variants: {
    final: {
      name: 'Final plan',
      stops: 'Final plan sent to Ofsted',
      rule: '70 working days after the letter was received',
      due: inWorkingDays(70),
    },
  },
  examples: [
    { that: 'over the August holiday', starts: '2018-08-13', due: '2018-09-11' },
    { that: 'the final plan', variant: 'final', starts: '2018-08-13', due: '2018-11-20' },
  ],
})

/** The child is seen at the start of a section 47 enquiry. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 's47-first-visit',
  name: 'Child seen at the start of a section 47 enquiry',
  area: 'protection',
  starts: 'Decision to make a section 47 enquiry',
  stops: 'Child seen, alone where that is right',
  rule: 'One working day after the decision',
  due: inWorkingDays(1),
  standing: 'local',
  source: 'Local policy; Children Act 1989, section 47(4): the council takes reasonable steps to see the child',
  marks: ['D', 'K'],
  edges: ['A visit at which the child was not seen does not stop it', 'Does not apply before the birth'],
  isUrgent: true,
  beforeBirth: 'never',
  examples: [
    { that: 'decided the day before Good Friday', starts: '2016-03-24', due: '2016-03-29' },
    {
      that: 'not yet born',
      starts: '2016-03-24',
      due: '2016-03-29',
      given: { bornOn: '2016-05-01' },
      asAt: '2016-04-30',
      state: 'excluded',
      because: 'before-birth',
    },
  ],
})

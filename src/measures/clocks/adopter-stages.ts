/** People who want to adopt are assessed in two stages. */
import { inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'adopter-stages',
  name: "Stages of an adopter's assessment",
  area: 'adoption',
  starts: 'Registration of interest',
  stops: 'End of stage one',
  rule: 'Two months after the registration',
  due: inMonths(2),
  standing: 'statutory',
  source: 'Adoption Agencies (Miscellaneous Amendments) Regulations 2013',
  marks: ['F', 'K'],
  at18: 'runs',
  variants: {
    'stage-two': {
      name: 'Stage two',
      starts: 'Start of stage two',
      stops: 'Decision on approval',
      rule: 'Four months after stage two began',
      due: inMonths(4),
    },
    between: {
      name: 'Between the stages',
      starts: 'End of stage one',
      stops: 'Start of stage two',
      rule: 'At most six months after stage one ended',
      due: inMonths(6),
      marks: ['K'],
    },
  },
  examples: [
    { that: 'two months, clamped', starts: '2015-12-31', due: '2016-02-29' },
    { that: 'four months for stage two', variant: 'stage-two', starts: '2016-09-30', due: '2017-01-30' },
  ],
})

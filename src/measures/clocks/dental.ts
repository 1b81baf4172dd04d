/** Teeth are checked every year. */
import { inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'dental',
  name: 'Dental check',
  area: 'health',
  starts: 'Last dental check',
  stops: 'Next dental check',
  rule: 'Twelve months after the last check',
  due: inMonths(12),
  standing: 'guidance',
  source: 'Children looked after return (SSDA903), health collection OC2; every six months is good practice',
  marks: ['F', 'K'],
  then: 'itself',
  edges: ['Declined is not done', 'Children of every age count'],
  variants: {
    '6-months': {
      name: 'Every six months',
      rule: 'Six months after the last check',
      due: inMonths(6),
      marks: ['K'],
      then: 'itself',
    },
  },
  examples: [
    { that: 'a year', starts: '2015-06-30', due: '2016-06-30' },
    { that: 'from a leap day', starts: '2016-02-29', due: '2017-02-28' },
  ],
})

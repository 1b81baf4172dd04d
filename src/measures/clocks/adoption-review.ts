/** A child who may be placed for adoption, or is placed, is reviewed at the times of the adoption regulations. */
import { inMonths, inWeeks } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'adoption-review',
  name: 'Adoption review',
  area: 'adoption',
  starts: 'Authority to place, while the child is not placed',
  stops: 'First review held',
  rule: 'Three months after the authority to place',
  due: inMonths(3),
  standing: 'statutory',
  source: 'Adoption Agencies Regulations 2005, regulation 36',
  marks: ['F'],
  then: 'not-placed-next',
  edges: [
    'Ends with the adoption order or when the child returns',
    'Visits to a child placed: within a week, then weekly until the first review, then as it says (regulation 36(4))',
  ],
  variants: {
    'not-placed-next': {
      name: 'Next adoption review of a child not placed',
      starts: 'Review held',
      stops: 'Next review held',
      rule: 'Six months after the last review',
      due: inMonths(6),
      then: 'itself',
    },
    placed: {
      name: 'First adoption review after the placement',
      starts: 'Placed for adoption',
      rule: 'Four weeks after the placement',
      due: inWeeks(4),
      then: 'placed-second',
    },
    'placed-second': {
      name: 'Second adoption review after the placement',
      starts: 'First review held',
      stops: 'Second review held',
      rule: 'Three months after the first review',
      due: inMonths(3),
      then: 'placed-next',
    },
    'placed-next': {
      name: 'Next adoption review after the placement',
      starts: 'Review held',
      stops: 'Next review held',
      rule: 'Six months after the last review',
      due: inMonths(6),
      then: 'itself',
    },
  },
  examples: [
    { that: 'not placed: three months', starts: '2015-11-30', due: '2016-02-29' },
    { that: 'placed: four weeks', variant: 'placed', starts: '2016-03-02', due: '2016-03-30' },
    {
      that: 'placed: three months after the first review',
      variant: 'placed-second',
      starts: '2016-03-29',
      due: '2016-06-29',
    },
  ],
})

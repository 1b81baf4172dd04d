/** A privately fostered child is visited every six weeks in the first year, then every twelve. */
import { monthsAfter } from '../../terms/day-number.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'pf-next',
  name: 'Next visit to a privately fostered child',
  area: 'private-fostering',
  starts: 'Last visit',
  stops: 'Next visit',
  rule: 'Six weeks after the last visit if that is within a year of the council becoming aware, else twelve weeks',
  due: ({ start, awareOn }) => (start + 42 <= monthsAfter(awareOn, 12) ? start + 42 : start + 84),
  needs: ['awareOn'],
  standing: 'statutory',
  source: 'Children (Private Arrangements for Fostering) Regulations 2005, regulation 8(1) and (6)',
  marks: ['F', 'D'],
  then: 'itself',
  edges: ['A gap that ends after the first year takes twelve weeks'],
  examples: [
    { that: 'in the first year', starts: '2016-04-06', due: '2016-05-18', given: { awareOn: '2016-04-06' } },
    {
      that: 'six weeks that end on the anniversary',
      starts: '2017-02-23',
      due: '2017-04-06',
      given: { awareOn: '2016-04-06' },
    },
    {
      that: 'six weeks that end the day after',
      starts: '2017-02-24',
      due: '2017-05-19',
      given: { awareOn: '2016-04-06' },
    },
  ],
})

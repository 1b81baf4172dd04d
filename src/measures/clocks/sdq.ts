/** A strengths and difficulties questionnaire is completed every year from 4 to 16. */
import { birthday, monthsAfter } from '../../terms/day-number.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'sdq',
  name: 'Strengths and difficulties questionnaire',
  area: 'health',
  starts: 'Last questionnaire',
  stops: 'Next questionnaire',
  rule: 'Twelve months after the last one, for children aged 4 to 16',
  due: ({ start, bornOn }) => {
    const due = monthsAfter(start, 12)
    return due >= birthday(bornOn, 4) && due < birthday(bornOn, 17) ? due : null
  },
  needs: ['bornOn'],
  standing: 'guidance',
  source: 'Children looked after return (SSDA903), health collection OC2: aged 4 to 16, looked after for twelve months',
  marks: ['F'],
  then: 'itself',
  edges: [
    'Not due where the child will be under 4, or 17 or over',
    'One not returned is recorded with its reason, SDQ1 to SDQ5',
  ],
  examples: [
    { that: 'a year', starts: '2015-06-30', due: '2016-06-30', given: { bornOn: '2006-06-30' } },
    {
      that: 'the day before the 17th birthday',
      starts: '2015-06-29',
      due: '2016-06-29',
      given: { bornOn: '1999-06-30' },
    },
    { that: 'on the 17th birthday', starts: '2015-06-30', due: null, given: { bornOn: '1999-06-30' } },
  ],
})

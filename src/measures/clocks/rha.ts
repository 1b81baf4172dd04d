/** Health is assessed every six months before the fifth birthday, and every twelve months from it. */
import { birthday, monthsAfter } from '../../terms/day-number.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'rha',
  name: 'Review health assessment',
  area: 'health',
  starts: 'Last health assessment',
  stops: 'Next health assessment',
  rule: 'Six months after the last one if that is before the fifth birthday, else twelve months after it',
  due: ({ start, bornOn }) => {
    const inSixMonths = monthsAfter(start, 6)
    return inSixMonths < birthday(bornOn, 5) ? inSixMonths : monthsAfter(start, 12)
  },
  needs: ['bornOn'],
  standing: 'statutory',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7(3)',
  marks: ['F', 'D'],
  then: 'itself',
  edges: ['Refused is not done', 'Never assessed: due when the initial assessment was'],
  examples: [
    { that: 'a baby', starts: '2015-08-31', due: '2016-02-29', given: { bornOn: '2015-06-10' } },
    {
      that: 'the day before the fifth birthday',
      starts: '2016-03-09',
      due: '2016-09-09',
      given: { bornOn: '2011-09-10' },
    },
    { that: 'on the fifth birthday', starts: '2016-03-10', due: '2017-03-10', given: { bornOn: '2011-09-10' } },
    {
      that: 'born on 29 February, five on 1 March',
      starts: '2016-08-29',
      due: '2017-02-28',
      given: { bornOn: '2012-02-29' },
    },
    { that: 'a leap day and twelve months', starts: '2016-02-29', due: '2017-02-28', given: { bornOn: '2006-01-01' } },
    { that: 'date of birth not known', starts: '2016-02-29', due: null },
    {
      that: 'due the day before the 18th birthday',
      starts: '2016-02-10',
      due: '2017-02-10',
      given: { bornOn: '1999-02-11' },
      asAt: '2017-02-28',
      state: 'open-overdue',
      over: 18,
    },
    {
      that: 'due on it',
      starts: '2016-02-10',
      due: '2017-02-10',
      given: { bornOn: '1999-02-10' },
      asAt: '2017-02-28',
      state: 'excluded',
      because: 'turned-18',
    },
  ],
})

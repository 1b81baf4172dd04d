/** Three months after becoming eligible at 16 or later, needs are assessed and there is a pathway plan. */
import { birthday, monthsAfter, type DayNumber } from '../../terms/day-number.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'pp-initial',
  name: 'First pathway plan',
  area: 'care-leavers',
  starts: 'Became an eligible child',
  stops: 'Needs assessed and pathway plan made',
  rule: 'Three months after the 16th birthday, or after becoming eligible where that is later',
  due: ({ start, bornOn }) => monthsAfter(Math.max(start, birthday(bornOn, 16)), 3),
  needs: ['bornOn'],
  standing: 'statutory',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 40 and 42(1)',
  marks: ['F'],
  edges: ['Eligible: 13 weeks (91 days) looked after since 14, some of it after 16', 'Short breaks do not count'],
  examples: [
    {
      that: 'looked after for years: from the 16th birthday',
      starts: '2015-05-10',
      due: '2015-08-10',
      given: { bornOn: '1999-05-10' },
    },
    {
      that: 'eligible three weeks after it; due on a holiday',
      starts: '2015-05-31',
      due: '2015-08-31',
      given: { bornOn: '1999-05-10' },
      arrangeBy: '2015-08-28',
    },
    { that: 'born on a leap day', starts: '2010-01-01', due: '2016-05-29', given: { bornOn: '2000-02-29' } },
    { that: '16 at the end of November', starts: '2010-01-01', due: '2016-02-29', given: { bornOn: '1999-11-30' } },
  ],
})

/** The day a child became eligible: 13 weeks looked after since 14, and 16. For one unbroken period of care. */
export const eligibleOn = (enteredCareOn: DayNumber, bornOn: DayNumber): DayNumber =>
  Math.max(birthday(bornOn, 16), Math.max(enteredCareOn, birthday(bornOn, 14)) + 13 * 7)

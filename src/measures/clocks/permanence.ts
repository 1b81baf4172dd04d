/** A looked after child has a plan for permanence by the second review. */
import { monthsAfter, type DayNumber } from '../../terms/day-number.ts'
import { after, inMonths, inWorkingDays, type Counting } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'permanence',
  name: 'Permanence plan',
  area: 'looked-after',
  starts: 'Became looked after',
  stops: 'Permanence plan agreed',
  rule: 'By the second review; where its day is not known, three months after 20 working days',
  due: ({ start, secondReviewOn }, by) => secondReviewOn ?? latestSecondReview(start, by),
  asks: ['secondReviewOn'],
  standing: 'guidance',
  source: 'Children Act 1989 guidance and regulations, volume 2: a plan for permanence at the second review',
  marks: ['K'],
  restarts: 'A new period of care',
  variants: {
    'oversight-6-months': {
      name: 'Management oversight at six months',
      stops: "A manager has looked at the child's plan",
      rule: 'Six months after becoming looked after',
      due: inMonths(6),
      marks: ['D'],
    },
  },
  examples: [
    {
      that: 'the second review is on a known day',
      starts: '2015-10-05',
      due: '2016-01-30',
      given: { secondReviewOn: '2016-01-30' },
    },
    { that: 'it is not known', starts: '2015-10-05', due: '2016-02-02' },
    { that: 'oversight at six months', variant: 'oversight-6-months', starts: '2015-08-31', due: '2016-02-29' },
  ],
})

const latestSecondReview = (start: DayNumber, by: Counting) => {
  const firstReview = after(start, inWorkingDays(20), by)
  return firstReview === null ? null : monthsAfter(firstReview, 3)
}

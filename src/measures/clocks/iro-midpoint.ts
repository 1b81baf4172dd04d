/** The reviewing officer looks in half way between two reviews. */
import { clock } from '../clock.ts'

export default clock({
  id: 'iro-midpoint',
  name: "Reviewing officer's mid-point check",
  area: 'looked-after',
  starts: 'Review held',
  stops: 'Mid-point check recorded',
  rule: 'Half way from the last review to the day the next one is due, rounded down',
  due: ({ start, nextReviewOn }) => start + Math.floor((nextReviewOn - start) / 2),
  needs: ['nextReviewOn'],
  standing: 'guidance',
  source: "Independent Reviewing Officers' Handbook (2010): monitoring the case between reviews",
  marks: ['K', 'D'],
  restarts: 'Each review',
  variants: {
    'at-latest': {
      name: 'With four weeks of tolerance',
      rule: 'Four weeks after the mid-point',
      due: ({ start, nextReviewOn }) => start + Math.floor((nextReviewOn - start) / 2) + 28,
    },
  },
  examples: [
    { that: 'half of six months', starts: '2016-02-01', due: '2016-05-02', given: { nextReviewOn: '2016-08-01' } },
    { that: 'an odd number of days', starts: '2016-02-01', due: '2016-02-03', given: { nextReviewOn: '2016-02-06' } },
    {
      that: 'four weeks later at the latest',
      variant: 'at-latest',
      starts: '2016-02-01',
      due: '2016-05-30',
      given: { nextReviewOn: '2016-08-01' },
    },
  ],
})

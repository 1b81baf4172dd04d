/** What a review decided is written down and sent out. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'review-record',
  name: 'Record of a review',
  area: 'looked-after',
  starts: 'Review held',
  stops: 'Decisions sent to the team manager',
  rule: '5 working days after the review',
  due: inWorkingDays(5),
  standing: 'guidance',
  source: "Independent Reviewing Officers' Handbook (2010)",
  marks: ['K'],
  restarts: 'Each review',
  variants: {
    'full-record': {
      name: 'Full record',
      stops: 'Full record of the review written',
      rule: '15 working days after the review',
      due: inWorkingDays(15),
    },
    distribution: {
      name: 'Record sent out',
      stops: 'Record sent to everybody who is to have it',
      rule: '20 working days after the review',
      due: inWorkingDays(20),
    },
  },
  examples: [
    { that: 'a week', starts: '2016-06-06', due: '2016-06-13' },
    { that: 'the full record', variant: 'full-record', starts: '2016-06-06', due: '2016-06-27' },
    { that: 'sent out over Christmas', variant: 'distribution', starts: '2025-12-05', due: '2026-01-07' },
  ],
})

/** Whoever made a referral is told what came of it. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'referrer-feedback',
  name: 'Feedback to the referrer',
  area: 'front-door',
  starts: 'Referral received',
  stops: 'Outcome told to the referrer',
  rule: 'One working day after the referral was received',
  due: inWorkingDays(1),
  standing: 'guidance',
  source:
    'Working Together to Safeguard Children, chapter 1 (2013 to 2018) and chapter 3 (2023): referral acknowledged within one working day. For telling the outcome the council sets it',
  marks: ['K', 'D'],
  edges: ['Left out: people who refer themselves, and referrers who give no name'],
  variants: {
    '3-working-days': {
      name: 'Outcome within 3 working days',
      rule: 'Three working days after the referral',
      due: inWorkingDays(3),
      marks: ['D'],
    },
    '5-working-days': {
      name: 'Outcome within 5 working days',
      rule: 'Five working days after the referral',
      due: inWorkingDays(5),
      marks: ['D'],
    },
  },
  examples: [
    { that: 'over a weekend', starts: '2016-06-03', due: '2016-06-06' },
    { that: 'five working days over Easter', variant: '5-working-days', starts: '2016-03-24', due: '2016-04-04' },
  ],
})

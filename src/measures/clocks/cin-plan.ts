/** A plan is in place soon after an assessment finds that a child is in need. */
import { inWeeks, inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'cin-plan',
  name: 'Child in need plan in place',
  area: 'need',
  starts: 'Assessment authorised, child in need',
  stops: 'Plan in place',
  rule: '10 working days after the assessment was authorised',
  due: inWorkingDays(10),
  standing: 'local',
  source: 'Local policy; Working Together to Safeguard Children, chapter 1 (2013 to 2018) and chapter 3 (2023)',
  marks: ['D'],
  variants: {
    '6-weeks': {
      name: 'No case open without a plan for more than six weeks',
      rule: 'Six weeks after the assessment was authorised',
      due: inWeeks(6),
    },
  },
  examples: [
    { that: 'two weeks', starts: '2016-06-06', due: '2016-06-20' },
    {
      that: 'the 42nd day is in time',
      variant: '6-weeks',
      starts: '2016-06-06',
      due: '2016-07-18',
      asAt: '2016-07-18',
      state: 'open-in-time',
      over: 0,
    },
  ],
})

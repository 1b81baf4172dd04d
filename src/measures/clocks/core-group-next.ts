/** Core groups go on meeting, six weeks apart unless the council says otherwise. */
import { inWeeks, inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'core-group-next',
  name: 'Next core group',
  area: 'protection',
  starts: 'Core group held',
  stops: 'Next core group held',
  rule: 'Six weeks after the last core group',
  due: inWeeks(6),
  asks: ['every'],
  standing: 'local',
  source: 'Local policy; six weeks in the Tees procedures',
  marks: ['F', 'D'],
  then: 'itself',
  edges: ['A core group that was cancelled or had too few people does not stop it'],
  variants: {
    '20-working-days': {
      name: 'Every 20 working days',
      rule: '20 working days after the last core group',
      due: inWorkingDays(20),
      then: 'itself',
    },
    '30-working-days': {
      name: 'Every 30 working days',
      rule: '30 working days after the last core group',
      due: inWorkingDays(30),
      then: 'itself',
    },
  },
  examples: [
    { that: 'six weeks', starts: '2016-01-05', due: '2016-02-16' },
    {
      that: 'due on Easter Monday, which does not move',
      starts: '2016-02-15',
      due: '2016-03-28',
      arrangeBy: '2016-03-24',
    },
    { that: '20 working days over Easter', variant: '20-working-days', starts: '2016-03-14', due: '2016-04-13' },
    { that: 'every four weeks for this plan', starts: '2016-01-05', due: '2016-02-02', given: { every: '4 weeks' } },
  ],
})

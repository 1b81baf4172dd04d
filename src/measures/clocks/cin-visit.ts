/** A child in need is seen at least as often as the plan says. */
import { inWeeks, inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'cin-visit',
  name: 'Visit to a child in need',
  area: 'need',
  starts: 'Start of the child in need plan, then each visit at which the child was seen',
  stops: 'Next visit at which the child was seen',
  rule: '20 working days after the plan started or the child was last seen',
  due: inWorkingDays(20),
  asks: ['every', 'bornOn'],
  standing: 'local',
  source: 'Local policy; disabled children are often visited every 8 to 12 weeks, as their plan says',
  marks: ['D'],
  then: 'itself',
  edges: [
    'A visit at which the child was not seen does not stop it',
    'Ends when the child goes on a protection plan or becomes looked after',
  ],
  beforeBirth: 'from-birth',
  variants: {
    '30-working-days': {
      name: 'Every 30 working days',
      rule: '30 working days after the child was last seen',
      due: inWorkingDays(30),
      then: 'itself',
    },
    '6-weeks': {
      name: 'Every six weeks',
      rule: 'Six weeks after the child was last seen',
      due: inWeeks(6),
      then: 'itself',
    },
  },
  examples: [
    { that: 'four weeks without a holiday', starts: '2016-06-06', due: '2016-07-04' },
    { that: 'over Christmas', starts: '2021-12-16', due: '2022-01-18' },
    {
      that: "a disabled child's plan says 12 weeks",
      starts: '2016-01-04',
      due: '2016-03-28',
      given: { every: '12 weeks' },
      arrangeBy: '2016-03-24',
    },
    {
      that: 'the plan ended first',
      starts: '2016-06-06',
      due: '2016-07-04',
      ended: '2016-07-01',
      asAt: '2016-07-31',
      state: 'excluded',
      because: 'ended-first',
    },
  ],
})

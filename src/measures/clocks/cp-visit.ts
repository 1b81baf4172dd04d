/** A child on a child protection plan is seen at least as often as the plan says. */
import { inWeeks, inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'cp-visit',
  name: 'Visit to a child on a child protection plan',
  area: 'protection',
  starts: 'Start of the plan, then each visit at which the child was seen',
  stops: 'Next visit at which the child was seen',
  rule: '10 working days after the plan started or the child was last seen',
  due: inWorkingDays(10),
  asks: ['every', 'bornOn'],
  standing: 'local',
  source: 'Local policy; Working Together names no number',
  marks: ['K', 'D'],
  then: 'itself',
  edges: [
    'A visit at which the child was not seen does not stop it',
    'Before the birth it has not begun: it runs from the birth',
    'A child who is missing, in hospital or out of the area is still due a visit',
    'A visit to the child as a looked after child stops it too',
  ],
  isUrgent: true,
  beforeBirth: 'from-birth',
  variants: {
    '15-working-days': {
      name: 'Every 15 working days',
      rule: '15 working days after the child was last seen',
      due: inWorkingDays(15),
      then: 'itself',
    },
    '20-working-days': {
      name: 'Every 20 working days',
      rule: '20 working days after the child was last seen',
      due: inWorkingDays(20),
      then: 'itself',
    },
    '4-weeks': {
      name: 'Every four weeks',
      rule: 'Four weeks after the child was last seen',
      due: inWeeks(4),
      then: 'itself',
    },
  },
  examples: [
    { that: 'over Easter', starts: '2016-03-18', due: '2016-04-05' },
    {
      that: 'weekly for this plan',
      starts: '2016-03-18',
      due: '2016-03-25',
      given: { every: '1 week' },
      arrangeBy: '2016-03-24',
    },
    { that: 'a plan made before the birth', starts: '2016-03-01', due: '2016-05-16', given: { bornOn: '2016-04-29' } },
    {
      that: 'last seen ten working days ago',
      starts: '2016-03-18',
      due: '2016-04-05',
      asAt: '2016-04-05',
      state: 'open-in-time',
      over: 0,
    },
    {
      that: 'last seen eleven working days ago',
      starts: '2016-03-18',
      due: '2016-04-05',
      asAt: '2016-04-06',
      state: 'open-overdue',
      over: 1,
    },
  ],
})

/** A reviewing officer's formal dispute is resolved within 20 working days. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'iro-dispute',
  name: "Reviewing officer's dispute",
  area: 'looked-after',
  starts: 'Formal dispute raised',
  stops: 'Dispute resolved',
  rule: '20 working days after it was raised',
  due: inWorkingDays(20),
  standing: 'guidance',
  source: "Independent Reviewing Officers' Handbook (2010): dispute resolution",
  marks: ['K', 'D'],
  restarts: 'Raised again is a new dispute',
  edges: ['It may be taken to Cafcass at any time'],
  variants: {
    'team-manager': {
      name: 'Team manager',
      stops: 'Answered by the team manager',
      rule: '5 working days after it was raised',
      due: inWorkingDays(5),
      marks: ['D'],
    },
    'service-manager': {
      name: 'Service manager',
      stops: 'Answered by the service manager',
      rule: '10 working days after it was raised',
      due: inWorkingDays(10),
      marks: ['D'],
    },
    'head-of-service': {
      name: 'Head of service',
      stops: 'Answered by the head of service',
      rule: '15 working days after it was raised',
      due: inWorkingDays(15),
      marks: ['D'],
    },
  },
  examples: [
    { that: 'four weeks', starts: '2016-06-06', due: '2016-07-04' },
    { that: 'the team manager over Easter', variant: 'team-manager', starts: '2016-03-22', due: '2016-03-31' },
  ],
})

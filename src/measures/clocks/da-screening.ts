/** A police notification of domestic abuse is screened together with partners. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'da-screening',
  name: 'Joint screening of domestic abuse',
  area: 'front-door',
  starts: 'Notification received from the police',
  stops: 'Joint screening done',
  rule: 'One working day after the notification',
  due: inWorkingDays(1),
  standing: 'local',
  source: 'Local protocol with the police',
  marks: ['D'],
  edges: ['Each linked child counts'],
  variants: {
    'medium-or-standard': {
      name: 'Medium or standard risk',
      rule: 'Three working days after the notification',
      due: inWorkingDays(3),
    },
  },
  examples: [
    { that: 'notified on a Saturday night', starts: '2016-06-04', due: '2016-06-06' },
    {
      that: 'medium risk, over the spring holiday',
      variant: 'medium-or-standard',
      starts: '2016-05-27',
      due: '2016-06-02',
    },
  ],
})

/** An action of the plan is done by the day agreed for it. */
import { inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'action',
  name: 'Action of the plan',
  area: 'improvement',
  starts: 'Action begins',
  stops: 'Action completed',
  rule: 'By the day agreed for it',
  due: ({ setOn }) => setOn,
  needs: ['setOn'],
  standing: 'local',
  source: 'The improvement plan',
  marks: ['D'],
  edges: ['An action that is agreed for another day keeps its first day'],
  variants: {
    ongoing: {
      name: 'Ongoing action',
      stops: 'Looked at again',
      rule: 'Looked at again three months after it was last',
      due: inMonths(3),
      needs: [],
      marks: ['D'],
      then: 'itself',
    },
  },
  examples: [
    { that: 'the day agreed', starts: '2016-06-06', due: '2016-09-30', given: { setOn: '2016-09-30' } },
    { that: 'ongoing: looked at again', variant: 'ongoing', starts: '2016-11-30', due: '2017-02-28' },
  ],
})

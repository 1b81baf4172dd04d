/** What an audit asks for is done by its date. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'audit-action',
  name: 'Action from an audit',
  area: 'quality',
  starts: 'Action set',
  stops: 'Action closed',
  rule: 'By the day agreed for it',
  due: ({ setOn }) => setOn,
  needs: ['setOn'],
  standing: 'local',
  source: "The council's quality assurance framework",
  marks: ['D'],
  variants: {
    inadequate: {
      name: "Manager's answer to an inadequate grade",
      starts: 'Graded inadequate',
      stops: 'Answered by the manager',
      rule: 'One working day after the grade',
      due: inWorkingDays(1),
      needs: [],
    },
  },
  examples: [
    { that: 'the day agreed', starts: '2016-06-06', due: '2016-06-30', given: { setOn: '2016-06-30' } },
    { that: 'an inadequate grade on a Friday', variant: 'inadequate', starts: '2016-06-03', due: '2016-06-06' },
  ],
})

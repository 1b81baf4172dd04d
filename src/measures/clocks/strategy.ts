/** A strategy discussion follows the decision that the threshold is met. */
import { inDays, inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'strategy',
  name: 'Strategy discussion',
  area: 'protection',
  starts: 'Decision that the threshold is met',
  stops: 'Strategy discussion held',
  rule: 'One working day after the decision',
  due: inWorkingDays(1),
  standing: 'local',
  source:
    'Working Together to Safeguard Children, chapter 1 (2013 to 2018) and chapter 3 (2023): strategy discussion, for which the council sets the time',
  marks: ['D'],
  restarts: 'A second strategy discussion has a clock of its own, and starts no second conference clock',
  edges: ['The council, the police and health take part, as a minimum'],
  isUrgent: true,
  variants: {
    immediate: { name: 'Immediate risk', rule: 'The same day', due: inDays(0) },
    'at-latest': { name: 'At the latest', rule: 'Three working days after the decision', due: inWorkingDays(3) },
  },
  examples: [
    { that: 'decided on a Friday', starts: '2016-06-03', due: '2016-06-06' },
    { that: 'immediate risk on a Sunday', variant: 'immediate', starts: '2016-06-05', due: '2016-06-05' },
    {
      that: 'held the day after an immediate risk',
      variant: 'immediate',
      starts: '2016-06-05',
      due: '2016-06-05',
      done: '2016-06-06',
      asAt: '2016-06-30',
      state: 'late',
      over: 1,
    },
    {
      that: 'before the birth, too',
      starts: '2016-06-03',
      due: '2016-06-06',
      given: { bornOn: '2016-09-01' },
      done: '2016-06-03',
      asAt: '2016-06-30',
      state: 'met',
      over: -3,
    },
  ],
})

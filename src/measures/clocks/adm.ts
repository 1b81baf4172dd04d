/** The decision maker's decision follows the panel. */
import { inWeeks, inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'adm',
  name: 'Decision after the adoption panel',
  area: 'adoption',
  starts: 'Panel held',
  stops: 'Decision recorded',
  rule: "7 working days after the panel's final minutes",
  due: inWorkingDays(7),
  standing: 'statutory',
  source:
    'Adoption Agencies Regulations 2005 and statutory guidance on adoption: decision within seven working days of the recommendation and final minutes',
  marks: ['K'],
  restarts: 'Each item of a panel',
  at18: 'runs',
  variants: {
    '2-weeks': {
      name: 'Minutes signed within two weeks',
      stops: 'Minutes signed by the decision maker',
      rule: 'Two weeks after the panel',
      due: inWeeks(2),
      marks: ['D'],
    },
  },
  examples: [
    { that: 'over a weekend', starts: '2016-06-07', due: '2016-06-16' },
    { that: 'minutes within two weeks', variant: '2-weeks', starts: '2016-06-07', due: '2016-06-21' },
  ],
})

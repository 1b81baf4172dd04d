/** Pre-proceedings work ends in twelve weeks, exceptionally sixteen. */
import { inWeeks } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'pre-proceedings',
  name: 'Pre-proceedings',
  area: 'court',
  starts: 'Letter before proceedings; as a setting, the legal gateway decision',
  stops: 'Decision to issue proceedings or to step down',
  rule: '12 weeks after the letter',
  due: inWeeks(12),
  standing: 'guidance',
  source: 'Public Law Outline; Public Law Working Group (2021): up to 16 weeks',
  marks: ['F', 'D'],
  restarts: 'A new letter',
  edges: ['Proceedings issued straight away: there is no pre-proceedings clock', 'Runs the same before the birth'],
  variants: {
    '16-weeks': { name: 'At the latest', rule: '16 weeks after the letter', due: inWeeks(16) },
  },
  examples: [
    { that: 'to Easter Monday, which does not move', starts: '2016-01-04', due: '2016-03-28', arrangeBy: '2016-03-24' },
    { that: 'sixteen weeks', variant: '16-weeks', starts: '2016-01-04', due: '2016-04-25' },
  ],
})

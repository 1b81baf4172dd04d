/** The designated officer is told of an allegation within one working day. */
import { inMonths, inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'lado',
  name: 'Allegation told to the designated officer',
  area: 'protection',
  starts: 'Allegation known',
  stops: 'Designated officer told',
  rule: 'One working day after the allegation was known',
  due: inWorkingDays(1),
  standing: 'guidance',
  source:
    'Working Together to Safeguard Children and Keeping Children Safe in Education; the later targets stood in the 2010 edition',
  marks: ['K'],
  at18: 'runs',
  variants: {
    '1-month': {
      name: 'Resolved in one month',
      stops: 'Resolved',
      rule: 'One month; the target was 80% of cases',
      due: inMonths(1),
    },
    '3-months': {
      name: 'Resolved in three months',
      stops: 'Resolved',
      rule: 'Three months; the target was 90% of cases',
      due: inMonths(3),
    },
    '12-months': {
      name: 'Resolved in twelve months',
      stops: 'Resolved',
      rule: 'Twelve months, for all but exceptional cases',
      due: inMonths(12),
    },
  },
  examples: [
    { that: 'known on a Friday', starts: '2016-06-03', due: '2016-06-06' },
    { that: 'a month from 31 January', variant: '1-month', starts: '2016-01-31', due: '2016-02-29' },
  ],
})

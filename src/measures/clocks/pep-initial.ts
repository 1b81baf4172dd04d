/** A child who becomes looked after has a personal education plan in time for the first review. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'pep-initial',
  name: 'First personal education plan',
  area: 'education',
  starts: 'Became looked after',
  stops: 'Personal education plan initiated',
  rule: '10 working days after becoming looked after',
  due: inWorkingDays(10),
  standing: 'guidance',
  source:
    'Promoting the education of looked-after and previously looked-after children (2018): part of the care plan, in time for the first review',
  marks: ['F'],
  restarts: 'A new period of care',
  edges: ['For the ages the council names: 3 to 18, 2 to 18, or statutory school age'],
  variants: {
    'first-review': {
      name: 'Complete for the first review',
      stops: 'Personal education plan complete',
      rule: '20 working days after becoming looked after',
      due: inWorkingDays(20),
    },
    'new-school': {
      name: 'After a change of school',
      starts: 'Change of school',
      stops: 'New personal education plan',
      rule: '20 working days after the change',
      due: inWorkingDays(20),
      marks: ['K'],
    },
  },
  examples: [
    { that: 'two weeks, to Christmas Eve', starts: '2015-12-10', due: '2015-12-24' },
    { that: 'complete for the first review', variant: 'first-review', starts: '2015-12-10', due: '2016-01-12' },
  ],
})

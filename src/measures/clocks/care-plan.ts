/** A child who becomes looked after has a care plan, at the latest ten working days after the first placement. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'care-plan',
  name: 'Care plan',
  area: 'looked-after',
  starts: 'Start of the first placement',
  stops: 'Care plan made',
  rule: 'Before the first placement, or within ten working days of its start',
  due: inWorkingDays(10),
  standing: 'statutory',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 4(2)',
  marks: ['F'],
  restarts: 'A new period of care',
  edges: ["Where section 31A of the Children Act 1989 applies, the court's timetable"],
  doneBefore: 'met',
  examples: [
    { that: 'two weeks', starts: '2016-06-06', due: '2016-06-20' },
    {
      that: 'made before',
      starts: '2016-06-06',
      due: '2016-06-20',
      done: '2016-06-01',
      asAt: '2016-06-30',
      state: 'met',
      over: -19,
    },
    {
      that: 'only short breaks',
      starts: '2016-06-06',
      due: '2016-06-20',
      isShortBreaks: true,
      asAt: '2016-06-30',
      state: 'excluded',
      because: 'short-breaks',
    },
  ],
})

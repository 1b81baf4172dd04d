/** The first core group meets within ten working days of the conference. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'
import coreGroupNext from './core-group-next.ts'

export default clock({
  id: 'core-group-first',
  name: 'First core group',
  area: 'protection',
  starts: 'Conference that made the plan',
  stops: 'First core group held',
  rule: '10 working days after the conference',
  due: inWorkingDays(10),
  standing: 'guidance',
  source:
    'Working Together to Safeguard Children, chapter 1 (2013 to 2018) and chapter 3 (2023); London Child Protection Procedures: first core group within 10 working days',
  marks: ['F'],
  then: coreGroupNext,
  restarts: 'A new plan',
  edges: ['A core group that was cancelled or had too few people does not stop it'],
  examples: [
    { that: 'two weeks', starts: '2016-06-08', due: '2016-06-22' },
    { that: 'over Christmas', starts: '2015-12-17', due: '2016-01-05' },
    {
      that: 'the plan ended on the due day',
      starts: '2016-06-08',
      due: '2016-06-22',
      ended: '2016-06-22',
      asAt: '2016-06-30',
      state: 'excluded',
      because: 'ended-first',
    },
  ],
})

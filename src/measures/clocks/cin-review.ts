/** A child in need plan is reviewed every three months. */
import { inMonths, inWeeks } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'cin-review',
  name: 'Review of a child in need plan',
  area: 'need',
  starts: 'Start of the plan, then each review',
  stops: 'Next review held',
  rule: 'Three months after the plan started or was last reviewed',
  due: inMonths(3),
  asks: ['every'],
  standing: 'local',
  source: 'Local policy',
  marks: ['D'],
  then: 'itself',
  edges: ['The plan ends when the child goes on a protection plan or becomes looked after'],
  variants: {
    'first-6-weeks': {
      name: 'First review at six weeks',
      rule: 'Six weeks after the plan started',
      due: inWeeks(6),
      then: 'every-3-months',
    },
    'every-3-months': {
      name: 'After a first review at six weeks',
      rule: 'Three months after the last review',
      due: inMonths(3),
      then: 'itself',
    },
    'at-most-6-months': {
      name: 'At the latest',
      rule: 'Six months after the last review',
      due: inMonths(6),
      then: 'itself',
    },
  },
  examples: [
    { that: 'three months', starts: '2016-05-31', due: '2016-08-31' },
    { that: 'clamped to a short month', starts: '2015-11-30', due: '2016-02-29' },
    { that: 'first at six weeks', variant: 'first-6-weeks', starts: '2016-06-06', due: '2016-07-18' },
  ],
})

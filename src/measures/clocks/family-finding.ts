/** Family finding begins by the second review, and a match does not keep a child waiting. */
import { inMonths } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'family-finding',
  name: 'Family finding',
  area: 'adoption',
  starts: 'Became looked after',
  stops: 'Referred for family finding',
  rule: 'By the second review',
  due: ({ secondReviewOn }) => secondReviewOn,
  needs: ['secondReviewOn'],
  standing: 'local',
  source: 'Local policy',
  marks: ['D'],
  restarts: 'The decision that the child should be adopted is reversed: it ends',
  variants: {
    'match-9-months': {
      name: 'Matched within nine months',
      starts: 'Decision that the child should be adopted',
      stops: 'Matched',
      rule: 'Nine months after the decision',
      due: inMonths(9),
      needs: [],
    },
    'match-12-months': {
      name: 'Matched within twelve months',
      starts: 'Decision that the child should be adopted',
      stops: 'Matched',
      rule: 'Twelve months after the decision',
      due: inMonths(12),
      needs: [],
    },
  },
  examples: [
    { that: 'by the second review', starts: '2015-10-05', due: '2016-01-30', given: { secondReviewOn: '2016-01-30' } },
    { that: 'the second review is not known', starts: '2015-10-05', due: null },
  ],
})

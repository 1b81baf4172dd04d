/** A match is decided within four months of the placement order. */
import { inDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'a2',
  name: 'Adoption: placement order to match (A2)',
  area: 'adoption',
  starts: 'Placement order',
  stops: 'Match decided',
  rule: '121 days (four months) after the placement order',
  due: inDays(121),
  standing: 'guidance',
  source: 'Department for Education adoption scorecards: threshold for 2013 to 2016; longer in the windows before',
  marks: ['F'],
  restarts: 'Each adoption',
  edges: ['Matched before the order: 0 days, in time', 'No placement order: left out'],
  doneBefore: 'met',
  variants: {
    '152-days': {
      name: 'An earlier window: 152 days',
      rule: '152 days (five months) after the placement order',
      due: inDays(152),
    },
    '182-days': {
      name: 'An earlier window: 182 days',
      rule: '182 days (six months) after the placement order',
      due: inDays(182),
    },
    '213-days': {
      name: 'An earlier window: 213 days',
      rule: '213 days (seven months) after the placement order',
      due: inDays(213),
    },
  },
  examples: [
    {
      that: 'the 121st day is in time',
      starts: '2015-10-01',
      due: '2016-01-30',
      done: '2016-01-30',
      asAt: '2016-03-31',
      state: 'met',
      over: 0,
    },
    {
      that: 'matched before the order',
      starts: '2015-10-01',
      due: '2016-01-30',
      done: '2015-09-20',
      asAt: '2016-03-31',
      state: 'met',
      over: -132,
    },
  ],
})

/** A child who is adopted moves in with the adoptive family within 14 months of entering care. */
import { inDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'a1',
  name: 'Adoption: entry to care to moving in (A1)',
  area: 'adoption',
  starts: 'Entered care',
  stops: 'Moved in with the adoptive family',
  rule: '426 days (14 months) after entering care',
  due: inDays(426),
  standing: 'guidance',
  source: 'Department for Education adoption scorecards: threshold for 2013 to 2016; longer in the windows before',
  marks: ['F'],
  restarts: 'Each adoption',
  edges: ['For a child adopted by the foster carers, A10 stops at the start of the foster placement'],
  variants: {
    '487-days': {
      name: 'An earlier window: 487 days',
      rule: '487 days (16 months) after entering care',
      due: inDays(487),
    },
    '547-days': {
      name: 'An earlier window: 547 days',
      rule: '547 days (18 months) after entering care',
      due: inDays(547),
    },
    '608-days': {
      name: 'An earlier window: 608 days',
      rule: '608 days (20 months) after entering care',
      due: inDays(608),
    },
    '639-days': {
      name: 'An earlier window: 639 days',
      rule: '639 days (21 months) after entering care',
      due: inDays(639),
    },
  },
  examples: [
    {
      that: 'the 426th day is in time',
      starts: '2014-04-01',
      due: '2015-06-01',
      done: '2015-06-01',
      asAt: '2016-03-31',
      state: 'met',
      over: 0,
    },
    {
      that: 'the 427th is not, with a leap day inside',
      starts: '2015-01-15',
      due: '2016-03-16',
      done: '2016-03-17',
      asAt: '2016-03-31',
      state: 'late',
      over: 1,
    },
  ],
})

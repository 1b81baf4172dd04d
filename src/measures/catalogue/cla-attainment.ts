/** What looked after children attain at school: entered, for no extract of children's services holds it. */
import { measure } from '../measure.ts'

export default measure({
  id: 'cla-attainment',
  number: 68,
  name: 'Looked after children at the expected standard in reading, writing and mathematics at 11',
  area: 'education',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['rolling-year'],
  outOf: 'Children looked after for twelve months at 31 March, at the end of key stage 2',
  counted: 'At the expected standard in reading, writing and mathematics together',
  leftOut: 'As the Department for Education leaves out',
  rule: 'By the school year',
  source: 'DfE outcomes of looked after children; Children’s Social Care National Framework',
  marks: ['F'],
  needs: [{ notHeld: 'Results of tests and examinations' }],
  count: () => {},
  variants: {
    'attainment-8': {
      name: 'Average Attainment 8 score of looked after children',
      unit: '',
      valued: 'mean',
      outOf: 'Children looked after for twelve months at 31 March, at the end of key stage 4',
      counted: 'The Attainment 8 score',
    },
  },
  examples: [
    {
      that: 'records of children give no figure of attainment',
      records: { claEpisodes: [{ id: 'e', personId: '1', startedOn: '2014-01-06', startReason: 'S' }] },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 0, value: null },
    },
  ],
})

/** The emotional health of children looked after for a year: their average score of strengths and difficulties. */
import { caseOfCare } from '../count-looked-after.ts'
import { questionnairesOn } from '../histories/questionnaires.ts'
import { measure } from '../measure.ts'

const inCare = (id: string) => ({ id, personId: id, startedOn: '2014-01-06', startReason: 'S' as const })

export default measure({
  id: 'sdq-average-score',
  number: 61,
  name: 'Average score of strengths and difficulties of looked after children',
  area: 'health',
  unit: '',
  polarity: 'lower',
  basis: 'snapshot',
  periods: ['snapshot'],
  valued: 'mean',
  outOf: 'Children with a score in the twelve months',
  counted: 'The latest score, 0 to 40: up to 13 is normal, 14 to 16 borderline, 17 and over a cause for concern',
  leftOut: 'Children without a score',
  rule: 'Of each child the latest score in the twelve months; mean, with the median beside it',
  source: 'DfE looked after statistics (SSDA903)',
  marks: ['F'],
  needs: ['claEpisodes.startedOn', 'sdqs.completedOn', 'sdqs.score'],
  thresholds: { shape: 'lower', green: 13, amber: 16 },
  stateWords: { met: 'Scored' },
  count: (history, { asAt }, take) => {
    for (const { period, score } of questionnairesOn(history, asAt))
      if (score !== null) take(caseOfCare(period), 'met', score)
  },
  examples: [
    {
      that: 'the latest score of each child, the median beside the mean',
      records: {
        people: ['1', '2', '3', '4'].map(id => ({ id, bornOn: '2006-01-01' })),
        claEpisodes: ['1', '2', '3', '4'].map(inCare),
        sdqs: [
          { id: '1', personId: '1', completedOn: '2015-06-01', score: 30 },
          { id: '2', personId: '1', completedOn: '2016-01-04', score: 20 },
          { id: '3', personId: '2', completedOn: '2015-06-01', score: 10 },
          { id: '4', personId: '3', completedOn: '2015-06-01', score: 0 },
          { id: '5', personId: '4', completedOn: '2015-03-31', score: 40 },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 30, denominator: 3, value: 10, median: 10 },
    },
    {
      that: 'no scores is no average',
      records: { people: [{ id: '1', bornOn: '2006-01-01' }], claEpisodes: [inCare('1')] },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 0, value: null },
    },
  ],
})

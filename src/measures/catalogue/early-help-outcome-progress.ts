/** Families whom early help has brought forward, by a scale they were scored on before and after. */
import { measure } from '../measure.ts'

export default measure({
  id: 'early-help-outcome-progress',
  number: 17,
  name: 'Families showing progress in early help',
  area: 'early-help',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['quarter'],
  outOf: 'Families with a first score and a later one in the period, at least four weeks apart',
  counted: 'The later score is better on the agreed scale',
  leftOut: 'Families with one score only',
  rule: 'By the day of the later score',
  source: 'Local scales of outcomes; Supporting Families programme',
  marks: ['D'],
  needs: [{ notHeld: 'Scores of families on a scale of outcomes' }],
  stateWords: { met: 'Better', late: 'Not better' },
  count: () => {},
  variants: {
    claims: {
      name: 'Claims for families turned around that were accepted',
      unit: '',
      valued: 'count',
      outOf: 'Every claim in the period',
      counted: 'Claims accepted',
      leftOut: 'Claims not yet decided on',
      source: 'Supporting Families programme, payment by results',
      needs: [{ notHeld: 'Claims under the Supporting Families programme' }],
    },
  },
  examples: [
    {
      that: 'an episode of early help says nothing of outcomes: no figure comes of it',
      records: { earlyHelp: [{ id: 'h1', personId: '1', startedOn: '2016-06-01', endReason: 'Outcomes met' }] },
      at: '2016-06',
      gives: { numerator: 0, denominator: 0, value: null },
    },
  ],
})

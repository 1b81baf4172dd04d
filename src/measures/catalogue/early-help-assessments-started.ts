/** How much early help begins, and who leads it. */
import { countHappened } from '../happened.ts'
import { earlyHelp, leadOf } from '../histories/early-help.ts'
import { measure } from '../measure.ts'

export default measure({
  id: 'early-help-assessments-started',
  number: 12,
  name: 'Early help episodes started',
  area: 'early-help',
  unit: '',
  polarity: 'higher',
  basis: 'happened',
  periods: ['month', 'year-to-date', 'rolling-year'],
  valued: 'count',
  outOf: 'Every episode of early help that started in the period',
  counted: 'Episodes started, one for each child',
  leftOut: 'An episode that began while another of the same child was open; advice without an episode',
  rule: 'By the day the episode started',
  source: 'Ofsted Annex A, list 2. The dataset has episodes of early help, which stand for assessments',
  marks: ['F', 'D'],
  needs: ['earlyHelp.startedOn'],
  stateWords: { met: 'Started' },
  count: countHappened(earlyHelp, ({ isDouble }) => (isDouble ? null : 'met')),
  variants: {
    'by-partners': {
      name: 'Early help episodes started by partners',
      counted: 'Episodes started under another organisation than the council, one for each child',
      leftOut: 'An episode that began while another of the same child was open; those without an organisation',
      marks: ['D'],
      needs: ['earlyHelp.startedOn', 'earlyHelp.organisation'],
      count: countHappened(earlyHelp, one => {
        const lead = leadOf(one)
        return one.isDouble || lead === null || lead === 'council' ? null : 'met'
      }),
    },
    'offer-accepted': {
      name: 'Offers of early help that were accepted',
      unit: '%',
      valued: 'percentage',
      outOf: 'Offers of early help made in the period',
      counted: 'Accepted',
      leftOut: 'Families to whom nothing was offered',
      rule: 'By the day of the offer',
      source: 'Local',
      marks: ['D'],
      needs: [{ notHeld: 'Offers of early help, and whether each was accepted' }],
      count: () => {},
    },
  },
  examples: [
    {
      that: 'a second episode while the first is open is the same help; one on the day it ended is new',
      records: {
        earlyHelp: [
          { id: 'h1', personId: '1', startedOn: '2016-06-01' },
          { id: 'h2', personId: '1', startedOn: '2016-06-10' },
          { id: 'h3', personId: '2', startedOn: '2016-01-04', endedOn: '2016-06-10' },
          { id: 'h4', personId: '2', startedOn: '2016-06-10' },
        ],
      },
      at: '2016-06',
      gives: { numerator: 2, value: 2, states: { h1: 'met', h4: 'met' } },
    },
    {
      that: 'a school and a health visitor lead; the council and nobody do not count',
      variant: 'by-partners',
      records: {
        earlyHelp: ['Northgate School', 'Health visiting service', 'Council early help', null].map(
          (organisation, at) => ({
            id: `h${at}`,
            personId: `${at}`,
            startedOn: '2016-06-01',
            organisation,
          }),
        ),
      },
      at: '2016-06',
      gives: { numerator: 2, value: 2, states: { h0: 'met', h1: 'met' } },
    },
  ],
})

/** Enquiries of people who want to foster, and how many become carers. */
import { countHappened, dated } from '../happened.ts'
import { approvedCarers, isConnected } from '../histories/foster-carers.ts'
import type { History } from '../history.ts'
import { measure } from '../measure.ts'

const approvals = (history: History) =>
  history
    .of(approvedCarers)
    .filter(one => !isConnected(one))
    .map(({ id, from }) => dated(id, null, from))

export default measure({
  id: 'foster-enquiry-to-approval',
  number: 87,
  name: 'Enquiries that became approved foster carers',
  area: 'fostering',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['rolling-year'],
  outOf: 'Enquiries received in the twelve months',
  counted: 'Approved as foster carers',
  leftOut: 'Relatives and friends of a child',
  rule: 'By the day of the enquiry',
  source: 'Fostering service, recruitment tracker',
  marks: ['D', 'K'],
  needs: [{ notHeld: 'enquiries that came to nothing' }],
  count: () => {},
  variants: {
    enquiries: {
      name: 'Fostering enquiries received',
      unit: '',
      valued: 'count',
      outOf: 'Everybody who asks about fostering',
      counted: 'Enquiries received in the period',
    },
    approvals: {
      name: 'Foster carers approved',
      unit: '',
      valued: 'count',
      periods: ['rolling-year', 'quarter'],
      outOf: 'Everybody who applies to foster',
      counted: 'Approved as foster carers in the period',
      rule: 'By the day of the approval',
      source: 'Fostering service',
      needs: ['fosterCarers.approvedOn'],
      stateWords: { met: 'Approved' },
      count: countHappened(approvals),
    },
  },
  examples: [
    {
      that: 'carers who were approved do not tell how many enquired',
      records: { fosterCarers: [{ id: '1', enquiredOn: '2015-06-01', approvedOn: '2016-01-04' }] },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 0, value: null },
    },
    {
      that: 'approved on the first day and the last; a grandmother, and the day before, are not counted',
      variant: 'approvals',
      records: {
        fosterCarers: [
          { id: '1', kind: 'mainstream', approvedOn: '2015-04-01' },
          { id: '2', approvedOn: '2016-03-31' },
          { id: '3', kind: 'connected', approvedOn: '2016-01-04' },
          { id: '4', kind: 'mainstream', approvedOn: '2015-03-31' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 2, value: 2 },
    },
  ],
})

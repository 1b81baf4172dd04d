/** Places with the council's own foster carers, and how many carers come and go. */
import { monthsAfter } from '../../terms/day-number.ts'
import { caseOfCare } from '../count-looked-after.ts'
import { lookedAfterOn } from '../histories/care-periods.ts'
import { approvedCarers, approvedOn, caseOfCarer, isConnected } from '../histories/foster-carers.ts'
import { placementOn } from '../histories/placements.ts'
import { isOpen } from '../histories/span.ts'
import { isUnread } from '../history.ts'
import { type Count, measure } from '../measure.ts'

const places =
  (connected: boolean): Count =>
  (history, { asAt }, take) => {
    for (const carer of approvedOn(history, asAt)) {
      if (isConnected(carer) !== connected) continue
      if (isUnread(carer.row, 'places') || carer.row.places === null)
        take(caseOfCarer(carer), 'excluded', 0, 'How many places is missing')
      else take(caseOfCarer(carer), 'met', carer.row.places)
    }
  }

/** Children in foster placements of the council's own, relatives and friends left out. */
const filled: Count = (history, { asAt }, take) => {
  for (const period of lookedAfterOn(history, asAt).values()) {
    const row = placementOn(history, period, asAt)?.row
    if (row && /^U[456]$/.test(row.type ?? '') && row.provider === 'PR1') take(caseOfCare(period), 'met')
  }
}

/** Each approval counts one up, each end one down. */
const netChange: Count = (history, { from, to }, take) => {
  for (const carer of history.of(approvedCarers)) {
    if (isConnected(carer)) continue
    if (carer.from >= from && carer.from <= to) take({ ...caseOfCarer(carer), id: `${carer.id}/approved` }, 'met', 1)
    if (carer.until !== null && carer.until >= from && carer.until <= to)
      take({ ...caseOfCarer(carer), id: `${carer.id}/ended`, done: carer.until }, 'met', -1)
  }
}

const stayed: Count = (history, { asAt }, take) => {
  for (const carer of approvedOn(history, monthsAfter(asAt, -12)))
    if (!isConnected(carer)) take(caseOfCarer(carer), isOpen(carer, asAt) ? 'met' : 'late')
}

const carer = (id: string, places: number | null, approvedOn: string, endedOn: string | null = null, kind: 'mainstream' | 'connected' = 'mainstream') =>
  ({ id, kind, places, approvedOn, endedOn }) as const // prettier-ignore
const CARERS = [
  carer('1', 2, '2014-01-06'),
  carer('2', 3, '2016-03-31'),
  carer('3', 1, '2014-01-06', '2016-03-31'),
  carer('4', null, '2014-01-06'),
  carer('5', 2, '2014-01-06', null, 'connected'),
]

export default measure({
  id: 'in-house-foster-capacity',
  number: 89,
  name: 'In-house foster placements',
  area: 'fostering',
  unit: '',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Carers whom the council itself approved',
  counted: 'Places for which they are approved',
  leftOut: 'Relatives and friends, who are shown apart; carers whose places are not recorded',
  rule: 'At the end of the day',
  source: 'Fostering service; Ofsted fostering statistics',
  marks: ['D', 'F'],
  needs: ['fosterCarers.approvedOn', 'fosterCarers.places'],
  stateWords: { met: 'Approved' },
  count: places(false),
  variants: {
    connected: {
      name: 'In-house foster placements with relatives and friends',
      outOf: 'Relatives and friends whom the council itself approved',
      leftOut: 'Carers whose places are not recorded',
      count: places(true),
    },
    filled: {
      name: 'Children in in-house foster placements',
      outOf: 'Children looked after',
      counted: 'Placed with foster carers of the council’s own',
      leftOut: 'Relatives and friends; children only in short breaks',
      needs: ['placements.type', 'placements.provider', 'claEpisodes.startedOn'],
      stateWords: { met: 'Placed in-house' },
      count: filled,
    },
    'net-change': {
      name: 'In-house foster carers: approvals less resignations',
      basis: 'happened',
      periods: ['rolling-year', 'quarter'],
      counted: 'Approvals in the period, less ends of approval',
      leftOut: 'Relatives and friends',
      rule: 'By the day of the approval and of its end',
      needs: ['fosterCarers.approvedOn'],
      stateWords: { met: 'Came or went' },
      count: netChange,
    },
    retention: {
      name: 'In-house foster carers still approved after a year',
      unit: '%',
      valued: 'percentage',
      outOf: 'Carers approved twelve months before',
      counted: 'Approved still',
      leftOut: 'Relatives and friends',
      needs: ['fosterCarers.approvedOn'],
      stateWords: { met: 'Stayed', late: 'Left' },
      count: stayed,
    },
  },
  examples: [
    {
      that: 'approved today counts, ended today does not; places not recorded are left out',
      records: { fosterCarers: CARERS },
      at: '2016-03-31',
      gives: { numerator: 5, value: 5, excluded: 1, states: { 1: 'met', 4: 'excluded' } },
    },
    { that: 'relatives apart', variant: 'connected', records: { fosterCarers: CARERS }, at: '2016-03-31', gives: { numerator: 2 } }, // prettier-ignore
    {
      that: 'with own carers, with an agency, and with a relative',
      variant: 'filled',
      records: {
        claEpisodes: ['1', '2', '3'].map(id => ({ id, personId: id, placementId: id, startedOn: '2015-06-01', startReason: 'S' as const })), // prettier-ignore
        placements: [
          { id: '1', personId: '1', type: 'U6', provider: 'PR1' },
          { id: '2', personId: '2', type: 'U6', provider: 'PR4' },
          { id: '3', personId: '3', type: 'U3', provider: 'PR1' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, states: { 1: 'met' } },
    },
    {
      that: 'one came and one went on the last day',
      variant: 'net-change',
      records: { fosterCarers: [...CARERS, carer('6', 1, '2015-06-01')] },
      at: '2016-03-31',
      gives: { numerator: 1, value: 1, states: { '2/approved': 'met', '3/ended': 'met' } },
    },
    {
      that: 'of those approved a year ago, one has gone today',
      variant: 'retention',
      records: { fosterCarers: CARERS },
      at: '2016-03-31',
      gives: { numerator: 2, denominator: 3, value: 66.7, states: { 3: 'late' } },
    },
  ],
})

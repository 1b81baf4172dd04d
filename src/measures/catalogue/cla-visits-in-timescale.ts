/** Looked after children who are visited as often as regulation 28 says. */
import { claVisitIntervals } from '../histories/regulation-28.ts'
import { measure } from '../measure.ts'
import { countDue, countRunning } from '../running.ts'

const inCare = (id: string, startedOn: string) => ({ id, personId: id, startedOn, startReason: 'S' as const })

const seen = (personId: string, ...days: string[]) =>
  days.map(visitedOn => ({ id: `${personId}-${visitedOn}`, personId, visitedOn, childSeen: true }))

export default measure({
  id: 'cla-visits-in-timescale',
  number: 42,
  name: 'Looked after children visited in time',
  area: 'looked-after',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Children looked after who are in a placement',
  counted: 'The next visit is not overdue: the child was seen within the time the regulations allow',
  leftOut:
    'Children only in short breaks; children placed for adoption after the first review of it, unless a frequency is recorded',
  rule: 'Within a week of a new placement, then every six weeks; every three months after a year where it is recorded that the placement is to last until 18; weekly or four-weekly with parents under an interim order or a carer approved for the time being. Visits at which the child was not seen do not count',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28',
  marks: ['F', 'D'],
  needs: ['claEpisodes.startedOn', 'claVisits.visitedOn', 'claVisits.childSeen'],
  thresholds: { shape: 'higher', green: 95, amber: 90 },
  clock: 'cla-visit',
  count: countRunning(claVisitIntervals),
  variants: {
    period: {
      name: 'Visits to looked after children made in time',
      basis: 'due',
      periods: ['month', 'rolling-year'],
      outOf: 'Visits due in the period to looked after children',
      counted: 'Made, with the child seen, on or before the day due',
      count: countDue(claVisitIntervals),
    },
  },
  examples: [
    {
      that: 'a period of care that nobody ended before the next began is visited no more',
      records: {
        claEpisodes: [
          { ...inCare('1', '2015-05-01'), ceasedOn: '2016-03-04', ceasedReason: 'X1' },
          { ...inCare('1', '2016-03-10'), id: '1b' },
        ],
        claVisits: seen('1', '2016-03-15'),
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, states: { '1b/2': 'open-in-time' } },
    },
    {
      that: 'seen 42 days ago, 43, and in the first week of a placement',
      records: {
        claEpisodes: [inCare('1', '2015-06-01'), inCare('2', '2015-06-01'), inCare('3', '2016-03-24')],
        claVisits: [
          ...seen('1', '2015-06-05', '2016-02-18'),
          ...seen('2', '2015-06-05', '2016-02-17'),
          { id: 'not seen', personId: '2', visitedOn: '2016-03-20', childSeen: false },
        ],
      },
      at: '2016-03-31',
      gives: {
        numerator: 2,
        denominator: 3,
        value: 66.7,
        openOverdue: 1,
        states: { '1/3': 'open-in-time', '2/3': 'open-overdue', '3/1': 'open-in-time' },
      },
    },
    {
      that: 'a move to another carer begins again with a week, a change of status does not',
      records: {
        claEpisodes: [
          { ...inCare('1', '2016-01-04'), ceasedOn: '2016-03-01', ceasedReason: 'X1' },
          { id: '1b', personId: '1', startedOn: '2016-03-01', startReason: 'P' },
          { ...inCare('2', '2016-01-04'), ceasedOn: '2016-03-01', ceasedReason: 'X1' },
          { id: '2b', personId: '2', startedOn: '2016-03-01', startReason: 'U' },
        ],
        claVisits: [...seen('1', '2016-01-08', '2016-02-18'), ...seen('2', '2016-01-08', '2016-02-18')],
      },
      at: '2016-03-09',
      gives: {
        numerator: 1,
        denominator: 2,
        value: 50,
        states: { '1b/1': 'open-overdue', '2/3': 'open-in-time' },
      },
    },
    {
      that: 'to last until 18, and over a year: three months, from the agreement recorded',
      records: {
        claEpisodes: [inCare('1', '2014-12-01'), inCare('2', '2014-12-01')],
        claVisits: [...seen('1', '2015-12-20'), ...seen('2', '2015-12-20')],
        visitAgreements: [{ id: 'a', personId: '1', fromOn: '2015-12-01', isUntilEighteen: true }],
      },
      at: '2016-03-20',
      gives: { numerator: 1, denominator: 2, states: { '1/2': 'open-in-time', '2/2': 'open-overdue' } },
    },
    {
      that: 'with parents: weekly under an interim order; a week from a full order made later',
      records: {
        claEpisodes: [
          { ...inCare('1', '2016-03-07'), placementId: 'p1' },
          { ...inCare('2', '2016-03-07'), placementId: 'p2' },
        ],
        placements: [
          { id: 'p1', personId: '1', startedOn: '2016-03-07', type: 'P1' },
          { id: 'p2', personId: '2', startedOn: '2016-03-07', type: 'P1' },
        ],
        legalStatuses: [
          { id: 'l1', personId: '1', status: 'C1', fromOn: '2016-03-07' },
          { id: 'l2', personId: '2', status: 'C1', fromOn: '2016-03-07', untilOn: '2016-03-21' },
          { id: 'l3', personId: '2', status: 'C2', fromOn: '2016-03-21' },
        ],
        claVisits: [...seen('1', '2016-03-14', '2016-03-20'), ...seen('2', '2016-03-14')],
      },
      at: '2016-03-28',
      gives: { numerator: 1, denominator: 2, states: { 'p1/3': 'open-overdue', 'p2-order/1': 'open-in-time' } },
    },
    {
      that: 'placed for adoption: weekly until a review, then left out until a frequency is recorded',
      records: {
        claEpisodes: [
          { ...inCare('1', '2016-03-07'), placementId: 'p1' },
          { ...inCare('2', '2016-03-07'), placementId: 'p2' },
        ],
        placements: [
          { id: 'p1', personId: '1', startedOn: '2016-03-07', type: 'A6' },
          { id: 'p2', personId: '2', startedOn: '2016-03-07', type: 'A6' },
        ],
        claVisits: [...seen('1', '2016-03-14'), ...seen('2', '2016-03-14')],
        claReviews: [{ id: 'r', personId: '2', heldOn: '2016-03-11' }],
      },
      at: '2016-03-22',
      gives: { numerator: 0, denominator: 1, excluded: 1, states: { 'p1/2': 'open-overdue', 'p2/2': 'excluded' } },
    },
    {
      that: 'the first visit of a placement, due on Christmas Day and made four days later, by the day it was due',
      variant: 'period',
      records: {
        claEpisodes: [inCare('1', '2015-12-18'), inCare('2', '2015-12-18')],
        claVisits: [...seen('1', '2015-12-29'), ...seen('2', '2015-12-25')],
      },
      at: '2015-12',
      gives: { numerator: 1, denominator: 2, value: 50, states: { '1/1': 'late', '2/1': 'met' } },
    },
    {
      that: 'weekly with a carer approved for the time being and with a parent before the assessment; every twelve weeks where agreed',
      records: {
        claEpisodes: ['1', '2', '3', '4'].map(id => inCare(id, '2016-01-04')),
        claVisits: ['1', '2', '3', '4'].flatMap(id => seen(id, '2016-01-08')),
        visitAgreements: [
          { id: 'a1', personId: '1', fromOn: '2016-01-04', isTemporaryApproval: true },
          { id: 'a2', personId: '2', fromOn: '2016-01-04', isBeforeAssessment: true },
          { id: 'a3', personId: '3', fromOn: '2016-01-04', weeks: 12 },
        ],
      },
      at: '2016-02-20',
      gives: {
        numerator: 1,
        denominator: 4,
        states: { '1/2': 'open-overdue', '2/2': 'open-overdue', '3/2': 'open-in-time', '4/2': 'open-overdue' },
      },
    },
    {
      that: 'the week of an approval for the time being is over before six weeks are',
      records: {
        claEpisodes: ['1', '2', '3'].map(id => inCare(id, '2016-01-04')),
        claVisits: ['1', '2', '3'].flatMap(id => seen(id, '2016-01-08')),
        visitAgreements: [
          { id: 'a1', personId: '1', fromOn: '2016-01-04', isTemporaryApproval: true },
          { id: 'a2', personId: '2', fromOn: '2016-01-04', isBeforeAssessment: true },
        ],
      },
      at: '2016-01-16',
      gives: {
        numerator: 1,
        denominator: 3,
        states: { '1/2': 'open-overdue', '2/2': 'open-overdue', '3/2': 'open-in-time' },
      },
    },
    {
      that: 'a full order made on the day of the placement begins nothing anew; a visit on the day of a move ends with it',
      variant: 'period',
      records: {
        claEpisodes: [
          { ...inCare('1', '2016-01-04'), placementId: 'p1', ceasedOn: '2016-01-12', ceasedReason: 'X1' },
          { id: '1b', personId: '1', startedOn: '2016-01-12', startReason: 'P' },
        ],
        placements: [{ id: 'p1', personId: '1', startedOn: '2016-01-04', type: 'P1' }],
        legalStatuses: [{ id: 'l', personId: '1', status: 'C2', fromOn: '2016-01-04' }],
        claVisits: seen('1', '2016-01-11', '2016-01-12'),
      },
      at: '2016-03-31',
      period: 'rolling-year',
      gives: { numerator: 3, denominator: 4, excluded: 0, states: { 'p1/1': 'met', 'p1/2': 'met', '1b/1': 'met' } },
    },
  ],
})

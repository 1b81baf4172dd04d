/** How much there is to do for each 10,000 children: referrals, assessments, enquiries, conferences, plans, and children into and out of care. */
import { countHappened, type Dated, dated } from '../happened.ts'
import { authorised } from '../histories/assessments.ts'
import { carePeriods } from '../histories/care-periods.ts'
import { cpPlans } from '../histories/cp-plans.ts'
import { referrals } from '../histories/referrals.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { type Count, measure, type MeasureGiven, type VariantGiven } from '../measure.ts'
import type { Window } from '../window.ts'

const enquiries = ({ records }: History): Dated[] =>
  records.section47s.flatMap(row => {
    const on = numbered(row.startedOn)
    return on === null || isUnread(row, 'startedOn') ? [] : [dated(row.id, row.personId, on)]
  })

const conferences = ({ records }: History): Dated[] =>
  records.conferences.flatMap(row => {
    const on = numbered(row.heldOn)
    return on === null || isUnread(row, 'heldOn') ? [] : [dated(row.id, row.personId, on)]
  })

const planStarts = (history: History): Dated[] =>
  history.of(cpPlans).flatMap(({ id, personId, from, isSameDay }) => (isSameDay ? [] : [dated(id, personId, from)]))

const entries = (history: History): Dated[] =>
  history
    .of(carePeriods)
    .flatMap(({ id, personId, from, isShortBreaks }) => (isShortBreaks ? [] : [dated(id, personId, from)]))

const exits = (history: History): (Dated & { personId: string })[] =>
  history
    .of(carePeriods)
    .flatMap(({ id, personId, until, isShortBreaks, isCutShort }) =>
      isShortBreaks || isCutShort || until === null ? [] : [{ ...dated(id, personId, until), personId }],
    )
    .sort((one, other) => one.on - other.on)

/** A child who left care more than once in the period is counted the last time. */
const lastExits: Count = (history, { from, to }, take) => {
  const last = new Map<string, Dated>()
  for (const one of history.of(exits)) if (one.on >= from && one.on <= to) last.set(one.personId, one)
  for (const one of last.values()) take(one, 'met')
}

const applications = ({ records }: History): Dated[] =>
  records.courtCases.flatMap(row => {
    const on = numbered(row.issuedOn)
    return on === null || isUnread(row, 'issuedOn') ? [] : [dated(row.id, row.personId, on)]
  })

/** A part of a year is made a whole one: the children of the area for so much of the year as has gone by. */
function childYears(history: History, { from, to }: Window): number | null {
  const children = history.population(to)?.children ?? null
  const days = to - from + 1
  return children === null || days >= 365 ? children : (children * days) / 365
}

type Activity = Pick<MeasureGiven, 'area' | 'counted' | 'leftOut' | 'needs' | 'count'> & {
  rateName: string
  countName: string
}

const variants = (id: string, { rateName, countName, ...own }: Activity): Record<string, VariantGiven> => ({
  [`${id}-rate`]: { name: rateName, ...own },
  [`${id}-count`]: { name: countName, ...own, ...COUNTED },
})

const COUNTED = { unit: '', valued: 'count', periods: ['month', 'rolling-year', 'year-to-date'] } as const
const UNREAD = 'Those whose day cannot be read'

export default measure({
  id: 'activity-rate-10k',
  number: 6,
  name: 'Referrals per 10,000 children',
  area: 'front-door',
  unit: 'per 10,000',
  polarity: 'none',
  basis: 'happened',
  periods: ['rolling-year', 'year-to-date'],
  valued: 'rate',
  outOf: 'Children aged 0 to 17 in the area, latest mid-year estimate',
  counted: 'Referrals received in the period, each one',
  leftOut: UNREAD,
  rule: 'By the day of the event. Part of a year is made a whole one: events, over days gone by, times 365',
  source: 'DfE Children in Need and Looked After statistics; ONS mid-year population estimates',
  marks: ['F'],
  needs: ['referrals.referredOn'],
  stateWords: { met: 'Counted' },
  count: countHappened(referrals),
  per: childYears,
  variants: {
    'referrals-count': { name: 'Referrals received', ...COUNTED },
    ...variants('assessments', {
      rateName: 'Assessments completed per 10,000 children',
      countName: 'Assessments completed',
      area: 'assessment',
      counted: 'Assessments authorised in the period',
      leftOut: UNREAD,
      needs: ['assessments.authorisedOn'],
      count: countHappened(authorised, one => (one.isUnread ? { leftOut: 'unread' } : 'met')),
    }),
    ...variants('s47', {
      rateName: 'Section 47 enquiries per 10,000 children',
      countName: 'Section 47 enquiries started',
      area: 'section-47',
      counted: 'Section 47 enquiries started in the period',
      leftOut: UNREAD,
      needs: ['section47s.startedOn'],
      count: countHappened(enquiries),
    }),
    ...variants('icpc', {
      rateName: 'Initial conferences per 10,000 children',
      countName: 'Initial conferences held',
      area: 'section-47',
      counted: 'Initial conferences held, for each child each one; those of children who moved here on a plan too',
      leftOut: UNREAD,
      needs: ['conferences.heldOn'],
      count: countHappened(conferences),
    }),
    ...variants('cpp-starts', {
      rateName: 'Child protection plans started per 10,000 children',
      countName: 'Child protection plans started',
      area: 'protection',
      counted: 'Child protection plans of our own that started in the period',
      leftOut: 'Plans of other authorities; plans that began and ended on one day',
      needs: ['cpPlans.startedOn'],
      count: countHappened(planStarts),
    }),
    ...variants('cla-starts', {
      rateName: 'Children coming into care per 10,000 children',
      countName: 'Children coming into care',
      area: 'looked-after',
      counted: 'Periods of care that began; a child who comes in twice counts twice',
      leftOut: 'Care that is only a series of short breaks',
      needs: ['claEpisodes.startedOn', 'legalStatuses.status'],
      count: countHappened(entries),
    }),
    ...variants('cla-ceased', {
      rateName: 'Children leaving care per 10,000 children',
      countName: 'Children leaving care',
      area: 'looked-after',
      counted: 'Children who left care, each once: the last time in the period',
      leftOut: 'Care that is only a series of short breaks',
      needs: ['claEpisodes.startedOn', 'claEpisodes.ceasedOn', 'legalStatuses.status'],
      count: lastExits,
    }),
    ...variants('care-applications', {
      rateName: 'Care applications per 10,000 children',
      countName: 'Care applications issued',
      area: 'court',
      counted: 'Children for whom care proceedings were issued',
      leftOut: 'Proceedings without a day of issue. Cafcass counts those it receives, which may differ',
      needs: ['courtCases.issuedOn'],
      count: countHappened(applications),
    }),
  },
  examples: [
    {
      that: 'a rolling year: its first day counts, the day before does not',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2015-04-01' },
          { id: 'r2', personId: '1', referredOn: '2016-03-31', noFurtherAction: true },
          { id: 'r3', personId: '2', referredOn: '2015-03-31' },
        ],
      },
      at: '2016-03',
      population: 1000,
      gives: { numerator: 2, denominator: 1000, value: 20, states: { r1: 'met', r2: 'met' } },
    },
    {
      that: 'a year to date is made a whole year: 73 days are a fifth of it',
      records: { referrals: [{ id: 'r1', personId: '1', referredOn: '2016-04-01' }] },
      at: '2016-06-12',
      period: 'year-to-date',
      population: 10_000,
      gives: { numerator: 1, denominator: 2000, value: 5 },
    },
    {
      that: 'without a population there is no rate',
      records: { referrals: [{ id: 'r1', personId: '1', referredOn: '2016-01-01' }] },
      at: '2016-03',
      gives: { numerator: 1, denominator: null, value: null },
    },
    {
      that: 'a child who left care twice in the year is counted the last time, short breaks not at all',
      variant: 'cla-ceased-count',
      records: {
        claEpisodes: [
          ['e1', '1', '2014-05-01', '2016-03-04'],
          ['e2', '1', '2016-03-10', '2016-03-30'],
          ['e3', '2', '2016-01-01', '2016-03-31'],
        ].map(([id, personId, startedOn, ceasedOn]) => ({
          id: id!,
          personId: personId!,
          startedOn: startedOn!,
          startReason: 'S' as const,
          ceasedOn: ceasedOn!,
          ceasedReason: 'E8' as const,
        })),
        legalStatuses: [
          { id: 'l1', personId: '1', status: 'C2', fromOn: '2014-05-01' },
          { id: 'l2', personId: '2', status: 'V4', fromOn: '2016-01-01' },
        ],
      },
      at: '2016-03',
      gives: { numerator: 1, value: 1, states: { e2: 'met' } },
    },
    {
      that: 'a period of care that nobody ended before the next began is over then, and is no leaving',
      variant: 'cla-ceased-count',
      records: {
        claEpisodes: [
          {
            id: 'e1',
            personId: '1',
            startedOn: '2015-05-01',
            startReason: 'S',
            ceasedOn: '2016-03-04',
            ceasedReason: 'X1',
          },
          { id: 'e2', personId: '1', startedOn: '2016-03-10', startReason: 'S' },
        ],
      },
      at: '2016-03',
      gives: { numerator: 0, value: 0 },
    },
    {
      that: 'a child who came in twice counts twice',
      variant: 'cla-starts-count',
      records: {
        claEpisodes: [
          {
            id: 'e1',
            personId: '1',
            startedOn: '2016-03-01',
            startReason: 'S',
            ceasedOn: '2016-03-04',
            ceasedReason: 'E8',
          },
          { id: 'e2', personId: '1', startedOn: '2016-03-10', startReason: 'S' },
          { id: 'e3', personId: '1', startedOn: '2016-03-20', startReason: 'P' },
        ],
      },
      at: '2016-03',
      gives: { numerator: 2, value: 2 },
    },
    {
      that: 'plans of other authorities and plans of one day are not our activity',
      variant: 'cpp-starts-count',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2016-03-01' },
          { id: 'p2', personId: '2', startedOn: '2016-03-01', isOtherAuthority: true },
          { id: 'p3', personId: '3', startedOn: '2016-03-01', endedOn: '2016-03-01' },
        ],
      },
      at: '2016-03',
      gives: { numerator: 1, value: 1, states: { p1: 'met' } },
    },
    {
      that: 'a conference of a child who moved here counts, one not held yet does not',
      variant: 'icpc-count',
      records: {
        conferences: [
          { id: 'i1', personId: '1', heldOn: '2016-03-01', isTransferIn: true },
          { id: 'i2', personId: '2', heldOn: '2016-04-01' },
          { id: 'i3', personId: '3' },
        ],
      },
      at: '2016-03',
      gives: { numerator: 1, value: 1 },
    },
    {
      that: 'assessments by the day they were authorised, enquiries by the day they began',
      variant: 'assessments-count',
      records: { assessments: [{ id: 'a1', personId: '1', startedOn: '2016-02-01', authorisedOn: '2016-03-31' }] },
      at: '2016-03',
      gives: { numerator: 1, value: 1 },
    },
    {
      that: 'an enquiry that began before the month is not of it, whenever it ended',
      variant: 's47-count',
      records: {
        section47s: [
          { id: 's1', personId: '1', startedOn: '2016-02-29', endedOn: '2016-03-10' },
          { id: 's2', personId: '1', startedOn: '2016-03-01' },
        ],
      },
      at: '2016-03',
      gives: { numerator: 1, value: 1, states: { s2: 'met' } },
    },
    {
      that: 'applications by the day of issue',
      variant: 'care-applications-count',
      records: {
        courtCases: [
          { id: 'k1', personId: '1', issuedOn: '2016-03-31', letterOn: '2016-01-04' },
          { id: 'k2', personId: '2', letterOn: '2016-03-04' },
        ],
      },
      at: '2016-03',
      gives: { numerator: 1, value: 1, states: { k1: 'met' } },
    },
    {
      that: 'left on the first day of the month, on the last, and the day before it',
      variant: 'cla-ceased-count',
      records: {
        claEpisodes: ['2016-03-01', '2016-03-31', '2016-02-29'].map((ceasedOn, at) => ({
          id: `e${at}`,
          personId: `${at}`,
          startedOn: '2015-01-05',
          startReason: 'S' as const,
          ceasedOn,
          ceasedReason: 'E8' as const,
        })),
      },
      at: '2016-03',
      gives: { numerator: 2, value: 2, states: { e0: 'met', e1: 'met' } },
    },
    {
      that: 'a day that could not be read is counted in no month',
      variant: 's47-count',
      records: { section47s: [{ id: 's1', personId: '1', unread: ['startedOn'] }] },
      at: '2016-03',
      gives: { numerator: 0, value: 0 },
    },
  ],
})

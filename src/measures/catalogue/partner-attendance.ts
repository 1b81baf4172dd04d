/** Partner agencies that come to the meetings about children. */
import { countHappened, dated, type Verdict } from '../happened.ts'
import { attendanceReach, attendancesAt, invitations, type MeetingKind, meetings } from '../histories/attendances.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { measure, type VariantGiven } from '../measure.ts'

const invited = (history: History) =>
  history.of(invitations).map(({ row, meeting }) => ({ ...dated(row.id, null, meeting.on), row, kind: meeting.kind }))

const came = (attended: boolean | null, words: string): Verdict =>
  attended === null ? { leftOut: words } : attended ? 'met' : 'late'

const at = (kind: MeetingKind | null) =>
  countHappened(invited, one =>
    kind !== null && one.kind !== kind ? null : came(one.row.attended, 'Whether the agency came is not recorded'),
  )

const strategyDiscussions = (history: History) =>
  history
    .of(meetings)
    .filter(({ kind }) => kind === 'strategy')
    .map(({ key, on, personId }) => dated(key, personId, on))

/** Every strategy discussion, whoever was asked: no row of the agency means that it did not come. */
const strategyWith = (agency: RegExp) =>
  countHappened(strategyDiscussions, ({ id, on }, { history }) => {
    const rows = attendancesAt(history, id)
    if (rows.length === 0 || on < history.of(attendanceReach).on) return { leftOut: 'not-recorded' }
    return rows.some(row => agency.test(row.agency ?? '') && row.attended === true) ? 'met' : 'late'
  })

const POLICE = /police/i
const HEALTH = /health|nurse|midwi|\bgp\b|general practi|hospital|nhs|p(a)?ediatric|camhs/i

const reports = countHappened(invited, ({ row, kind }) =>
  kind === 'strategy' || kind === 'core-group'
    ? null
    : came(row.sentReport, 'Whether a report was sent is not recorded'),
)

/** A meeting once. Only "no" is inquorate (ruling "Reviews"). */
const reviewMeetings = ({ records }: History) => {
  const seen = new Map<string, { quorate: boolean; on: number; personId: string; id: string }>()
  for (const row of records.cpReviews) {
    const on = numbered(row.heldOn)
    if (on === null || isUnread(row, 'heldOn', 'isQuorate')) continue
    const key = row.meetingId ?? row.id
    if (!seen.has(key)) seen.set(key, { quorate: row.isQuorate !== false, on, personId: row.personId, id: key })
  }
  return [...seen.values()].map(({ id, personId, on, quorate }) => ({ ...dated(id, personId, on), quorate }))
}

const kindOf = (name: string, outOf: string, kind: MeetingKind): VariantGiven => ({ name, outOf, count: at(kind) })

const row = (id: string, meetingId: string, agency: string, attended: boolean | null, more: object = {}) =>
  ({ id, meetingId, agency, wasInvited: true, attended, ...more }) as const
const MEETINGS = {
  strategyDiscussions: ['s1', 's2', 's3'].map(id => ({ id, personId: id, heldOn: '2016-03-01' })),
  conferences: ['1', '2'].map(id => ({ id: `c${id}`, meetingId: 'm', personId: id, heldOn: '2016-03-31' })),
  cpReviews: [
    { id: 'r1', meetingId: 'n', personId: '1', heldOn: '2016-03-02', isQuorate: false },
    { id: 'r2', meetingId: 'n', personId: '2', heldOn: '2016-03-02', isQuorate: false },
    { id: 'r3', personId: '3', heldOn: '2016-03-02', isQuorate: null },
    { id: 'r4', personId: '4', heldOn: '2016-04-01', isQuorate: true },
  ],
  coreGroups: [{ id: 'g', personId: '1', heldOn: '2016-03-03' }],
  attendances: [
    row('a', 's1', 'West Police', true),
    row('b', 's1', 'Health visitor', false),
    row('c', 's2', 'School nurse', true),
    row('d', 'm', 'School', true, { sentReport: false }),
    row('e', 'm', 'School', false),
    row('f', 'n', 'Police', false, { sentReport: true }),
    row('g', 'g', 'School', null),
    row('h', 'n', 'Probation', false, { wasInvited: false }),
    row('i', 'r4', 'Police', true),
    row('j', 'nowhere', 'Police', true),
  ],
}

export default measure({
  id: 'partner-attendance',
  number: 117,
  name: 'Partner agencies that came to meetings they were asked to',
  area: 'partners',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['month', 'quarter', 'rolling-year'],
  outOf:
    'Agencies asked to strategy discussions, conferences, reviews and core groups of the period, each once a meeting',
  counted: 'The agency came, in person or by call',
  leftOut:
    'Agencies that were not asked; where it is not recorded whether they came; meetings that are not in the records',
  rule: 'By the day of the meeting; one meeting of brothers and sisters counts once',
  source: 'Working Together to Safeguard Children',
  marks: ['F', 'D'],
  needs: ['attendances.meetingId', 'attendances.agency', 'attendances.attended'],
  thresholds: { shape: 'higher', green: 90, amber: 75 },
  stateWords: { met: 'Came', late: 'Did not come' },
  count: at(null),
  variants: {
    'strategy-police': {
      name: 'Strategy discussions with the police',
      outOf: 'Strategy discussions held in the period',
      counted: 'The police took part',
      leftOut: 'Discussions of which no attendance is recorded',
      rule: 'By the day of the discussion',
      needs: ['attendances.meetingId', 'attendances.agency', 'strategyDiscussions.heldOn'],
      thresholds: { shape: 'higher', green: 100, amber: 90 },
      stateWords: { met: 'Took part', late: 'Did not' },
      count: strategyWith(POLICE),
    },
    'strategy-health': {
      name: 'Strategy discussions with health',
      outOf: 'Strategy discussions held in the period',
      counted: 'Somebody from health took part',
      leftOut: 'Discussions of which no attendance is recorded',
      rule: 'By the day of the discussion',
      needs: ['attendances.meetingId', 'attendances.agency', 'strategyDiscussions.heldOn'],
      thresholds: { shape: 'higher', green: 100, amber: 90 },
      stateWords: { met: 'Took part', late: 'Did not' },
      count: strategyWith(HEALTH),
    },
    conference: kindOf('Partner agencies that came to initial conferences', 'Agencies asked to initial child protection conferences of the period', 'conference'), // prettier-ignore
    review: kindOf('Partner agencies that came to review conferences', 'Agencies asked to child protection review conferences of the period', 'review'), // prettier-ignore
    'core-group': kindOf('Partner agencies that came to core groups', 'Agencies asked to core groups of the period', 'core-group'), // prettier-ignore
    reports: {
      name: 'Partner agencies that sent a report',
      outOf: 'Agencies asked to initial and review conferences of the period',
      counted: 'The agency sent a report',
      leftOut:
        'Agencies that were not asked; where it is not recorded whether a report was sent. When it was sent is not in the records',
      needs: ['attendances.meetingId', 'attendances.agency', 'attendances.sentReport'],
      stateWords: { met: 'Sent a report', late: 'Sent none' },
      count: reports,
    },
    quorate: {
      name: 'Review conferences that were quorate',
      outOf: 'Child protection review conferences of the period, a meeting once',
      counted: 'Not recorded as inquorate: the authority and two agencies came',
      leftOut: 'Reviews whose day or quorum could not be read',
      needs: ['cpReviews.heldOn', 'cpReviews.isQuorate'],
      stateWords: { met: 'Quorate', late: 'Inquorate' },
      count: countHappened(reviewMeetings, ({ quorate }) => (quorate ? 'met' : 'late')),
    },
  },
  examples: [
    {
      that: 'a school told of twice came once; not asked, not recorded, another month and no such meeting are not counted',
      records: MEETINGS,
      at: '2016-03',
      asAt: '2016-04-30',
      gives: { numerator: 3, denominator: 5, value: 60, excluded: 1, states: { a: 'met', b: 'late', d: 'met', f: 'late', g: 'excluded' } }, // prettier-ignore
    },
    {
      that: 'police came, police were not there, and nobody wrote down who came',
      variant: 'strategy-police',
      records: MEETINGS,
      at: '2016-03',
      gives: {
        numerator: 1,
        denominator: 2,
        value: 50,
        excluded: 1,
        states: { s1: 'met', s2: 'late', s3: 'excluded' },
      },
    },
    {
      that: 'asked but did not come, and came',
      variant: 'strategy-health',
      records: MEETINGS,
      at: '2016-03',
      gives: { numerator: 1, denominator: 2, states: { s1: 'late', s2: 'met' } },
    },
    { that: 'on the last day', variant: 'conference', records: MEETINGS, at: '2016-03', gives: { numerator: 1, denominator: 1 } }, // prettier-ignore
    { that: 'the day after is of the next month', variant: 'review', records: MEETINGS, at: '2016-03', gives: { numerator: 0, denominator: 1 } }, // prettier-ignore
    { that: 'not recorded', variant: 'core-group', records: MEETINGS, at: '2016-03', gives: { numerator: 0, denominator: 0, value: null, excluded: 1 } }, // prettier-ignore
    {
      that: 'a report without coming, coming without a report',
      variant: 'reports',
      records: MEETINGS,
      at: '2016-03',
      gives: { numerator: 1, denominator: 2, states: { d: 'late', f: 'met' } },
    },
    {
      that: 'two children at one inquorate meeting are one; nothing said is quorate',
      variant: 'quorate',
      records: MEETINGS,
      at: '2016-03',
      gives: { numerator: 1, denominator: 2, states: { n: 'late', r3: 'met' } },
    },
  ],
})

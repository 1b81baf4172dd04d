/** Initial child protection conferences held within 15 working days of the strategy discussion. */
import { rowWithId } from '../../children/records.ts'
import { type DayNumber, weekdayOf } from '../../terms/day-number.ts'
import { clockNamed } from '../clocks.ts'
import { countHappened, isSo } from '../happened.ts'
import { conferencesHeld, enquiries, enquiriesById } from '../histories/section-47s.ts'
import { type History, numbered } from '../history.ts'
import { type Count, measure, type Settings, type VariantGiven } from '../measure.ts'
import { countCompleted, countDue, type Running, running } from '../running.ts'

const CLOCK = clockNamed('icpc-15')!

/** `decidedOn`: from then on it is known that a conference was needed, or it had been held. Before it the enquiry was undecided, and is not counted. */
type Needed = Running & { readonly decidedOn: DayNumber; readonly meetingId: string }

/** Every conference held, and every one that an enquiry ended in the decision to hold and nobody has. */
function conferences(history: History, settings: Settings): Needed[] {
  const held = history.of(conferencesHeld).flatMap(({ id, personId, on, conference }) => {
    if (conference.isTransferIn) return []
    const enquiry = history.of(enquiriesById).get(conference.section47Id ?? '')
    const began = {
      id,
      personId,
      workerId: conference.workerId,
      facts: { start: enquiry?.from ?? null },
      done: on,
      leftOut: enquiry?.isUnread ? ('unread' as const) : null,
    }
    const decidedOn = Math.min(on, (enquiry?.needsConference ? enquiry.until : null) ?? on)
    return [{ ...running(CLOCK, began, history, settings), decidedOn, meetingId: conference.meetingId ?? id }]
  })
  const wanted = history.of(enquiries).flatMap(enquiry => {
    const { id, personId, from, until, row } = enquiry
    if (!enquiry.needsConference || until === null || enquiry.conferences.length > 0) return []
    const referral = rowWithId(history.records.referrals, row.referralId)
    const hasLeft = referral?.closeReason === 'RC2' || referral?.closeReason === 'RC5'
    const began = {
      id,
      personId,
      facts: { start: from },
      done: null,
      ended: hasLeft ? numbered(referral.closedOn) : null,
    }
    return [{ ...running(CLOCK, began, history, settings), decidedOn: until, meetingId: id }]
  })
  return [...held, ...wanted]
}

const onceDecided =
  (count: Count): Count =>
  (history, window, take, settings) =>
    count(
      history,
      window,
      (one, ...rest) => {
        if ((one as Needed).decidedOn <= window.asAt) take(one, ...rest)
      },
      settings,
    )

/** Brothers and sisters share a meeting: it was late if it was for any of them. */
const meetings: Count = (history, window, take, settings) => {
  const found = new Map<string, Parameters<typeof take>>()
  countCompleted(conferences)(
    history,
    window,
    (one, state, ...rest) => {
      const { meetingId, done } = one as Needed
      if (done === null) return
      const known = found.get(meetingId)?.[1]
      if (known === undefined || known === 'excluded' || state === 'late')
        found.set(meetingId, [{ ...one, id: meetingId }, state, ...rest])
    },
    settings,
  )
  for (const told of found.values()) take(...told)
}

/** Bands of the statistics, by elapsed working days. */
const band = (words: string, least: number, most: number): VariantGiven => ({
  name: `Initial conferences held ${words}`,
  polarity: 'none',
  basis: 'happened',
  counted: `Held ${words} of the strategy discussion`,
  thresholds: { shape: 'none' },
  stateWords: { met: 'In this band', late: 'In another' },
  count: countHappened(conferencesHeld, ({ conference, on }, { history }) => {
    if (conference.isTransferIn) return null
    const enquiry = history.of(enquiriesById).get(conference.section47Id ?? '')
    if (!enquiry || enquiry.from === null) return { leftOut: 'no-start' }
    if (on < enquiry.from) return { leftOut: 'stopped-before-start' }
    if (weekdayOf(on) > 4) return { leftOut: 'at-weekend' }
    const days = history.calendar.elapsed(enquiry.from, on)
    return days === null ? { leftOut: 'no-due-day' } : isSo(days >= least && days <= most)
  }),
})

/** From the referral that told of the move, which is the nearest day to it that is held. */
const transfers = (history: History, settings: Settings): Running[] =>
  history.of(conferencesHeld).flatMap(({ id, personId, on, conference }) => {
    if (!conference.isTransferIn) return []
    const start = numbered(rowWithId(history.records.referrals, conference.referralId)?.referredOn ?? null)
    return [running(clockNamed('transfer-in')!, { id, personId, facts: { start }, done: on }, history, settings)]
  })

export default measure({
  id: 'icpc-15wd',
  number: 25,
  name: 'Initial conferences held within 15 working days',
  area: 'section-47',
  unit: '%',
  polarity: 'higher',
  basis: 'completed',
  periods: ['month', 'year-to-date', 'rolling-year'],
  outOf: 'Initial conferences held in the period, one for each child',
  counted: 'Held within 15 working days of the strategy discussion that began the enquiry',
  leftOut: 'Conferences of children who moved here on a plan; those recorded at a weekend or without an enquiry',
  rule: '15 working days; the day of the strategy discussion is day 0. A second discussion starts no new clock',
  source: 'Working Together to Safeguard Children 2013 to 2023; DfE Children in Need statistics',
  marks: ['F'],
  needs: ['conferences.heldOn', 'section47s.startedOn'],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  clock: 'icpc-15',
  count: Object.assign(onceDecided(countCompleted(conferences)), { clocks: conferences }),
  variants: {
    due: {
      name: 'Initial conferences due that were held within 15 working days',
      basis: 'due',
      outOf: 'Initial conferences due in the period, held or not',
      leftOut: 'Enquiries still undecided, and those that needed no conference; conferences recorded at a weekend',
      needs: ['conferences.heldOn', 'section47s.startedOn', 'section47s.outcomes'],
      count: onceDecided(countDue(conferences)),
    },
    meetings: {
      name: 'Meetings for initial conferences held within 15 working days',
      outOf: 'Meetings held in the period, each once for all the children of a family',
      counted: 'In time for every child of the family',
      count: meetings,
    },
    'transfer-in': {
      name: 'Conferences of children who moved here within 15 working days',
      outOf: 'Conferences held in the period for children who moved here on another authority’s plan',
      counted: 'Held within 15 working days of the referral that told of the move',
      leftOut: 'Conferences that name no referral',
      rule: '15 working days from the referral, the nearest day held to that on which we were told',
      source: 'Regional child protection procedures',
      marks: ['K', 'D'],
      needs: ['conferences.heldOn', 'conferences.isTransferIn', 'referrals.referredOn'],
      clock: 'transfer-in',
      count: countCompleted(transfers),
    },
    '0-10': band('within 10 working days', -Infinity, 10),
    '11-15': band('in 11 to 15 working days', 11, 15),
    '16-20': band('in 16 to 20 working days', 16, 20),
    '21-plus': band('after 21 working days or more', 21, Infinity),
  },
  examples: [
    {
      that: 'an enquiry whose conference was a transfer in is not waiting for one',
      records: {
        section47s: [
          { id: 's1', personId: '1', startedOn: '2016-01-04', endedOn: '2016-01-11', outcomes: ['cp-conference'] },
          { id: 's2', personId: '2', startedOn: '2016-01-04', endedOn: '2016-01-11', outcomes: ['cp-conference'] },
        ],
        conferences: [{ id: 'i1', personId: '1', section47Id: 's1', heldOn: '2016-02-02', isTransferIn: true }],
      },
      at: '2016-02',
      gives: { numerator: 0, denominator: 0, openOverdue: 1, states: { s2: 'open-overdue' } },
    },
    {
      that: 'on the 15th working day over Easter, on the 16th, at a weekend, and without an enquiry',
      records: {
        section47s: ['1', '2', '3'].map(id => ({ id: `s${id}`, personId: id, startedOn: '2016-03-14' })),
        conferences: [
          { id: 'i1', personId: '1', section47Id: 's1', heldOn: '2016-04-06' },
          { id: 'i2', personId: '2', section47Id: 's2', heldOn: '2016-04-07' },
          { id: 'i3', personId: '3', section47Id: 's3', heldOn: '2016-04-02' },
          { id: 'i4', personId: '4', heldOn: '2016-04-06' },
          { id: 'i5', personId: '5', heldOn: '2016-04-06', isTransferIn: true },
        ],
      },
      at: '2016-04',
      gives: {
        numerator: 1,
        denominator: 2,
        value: 50,
        excluded: 2,
        states: { i1: 'met', i2: 'late', i3: 'excluded', i4: 'excluded' },
      },
    },
    {
      that: 'decided on and not held counts against when it was due; undecided and not required do not',
      variant: 'due',
      records: {
        section47s: [
          { id: 's1', personId: '1', startedOn: '2016-03-14', endedOn: '2016-03-20', outcomes: ['cp-conference'] },
          { id: 's2', personId: '2', startedOn: '2016-03-14', endedOn: '2016-03-20', outcomes: ['services'] },
          { id: 's3', personId: '3', startedOn: '2016-03-14' },
          { id: 's4', personId: '4', startedOn: '2016-03-14', endedOn: '2016-05-03', outcomes: ['cp-conference'] },
        ],
        conferences: [{ id: 'i9', personId: '9' }],
      },
      at: '2016-04',
      asAt: '2016-05-31',
      gives: { numerator: 0, denominator: 1, value: 0, openOverdue: 1, states: { s1: 'open-overdue' } },
    },
    {
      that: 'one meeting for three children on the 16th working day: three conferences late',
      records: {
        section47s: ['1', '2', '3'].map(id => ({ id: `s${id}`, personId: id, startedOn: '2016-06-06' })),
        conferences: ['1', '2', '3'].map(id => ({
          id: `i${id}`,
          personId: id,
          section47Id: `s${id}`,
          meetingId: 'm',
          heldOn: '2016-06-28',
        })),
      },
      at: '2016-06',
      gives: { numerator: 0, denominator: 3, value: 0 },
    },
    {
      that: 'and one meeting',
      variant: 'meetings',
      records: {
        section47s: [
          { id: 's1', personId: '1', startedOn: '2016-06-06' },
          { id: 's2', personId: '2', startedOn: '2016-06-07' },
        ],
        conferences: ['2', '1'].map(id => ({
          id: `i${id}`,
          personId: id,
          section47Id: `s${id}`,
          meetingId: 'm',
          heldOn: '2016-06-28',
        })),
      },
      at: '2016-06',
      gives: { numerator: 0, denominator: 1, value: 0, states: { m: 'late' } },
    },
    {
      that: 'in the band of 11 to 15 on the 15th, not on the 16th',
      variant: '11-15',
      records: {
        section47s: ['1', '2'].map(id => ({ id: `s${id}`, personId: id, startedOn: '2016-06-06' })),
        conferences: [
          { id: 'i1', personId: '1', section47Id: 's1', heldOn: '2016-06-27' },
          { id: 'i2', personId: '2', section47Id: 's2', heldOn: '2016-06-28' },
          { id: 'i3', personId: '2', section47Id: 's2', heldOn: '2016-06-25' },
        ],
      },
      at: '2016-06',
      gives: {
        numerator: 1,
        denominator: 2,
        value: 50,
        excluded: 1,
        states: { i1: 'met', i2: 'late', i3: 'excluded' },
      },
    },
    {
      that: 'a child who moved here, from the referral; without one it is left out',
      variant: 'transfer-in',
      records: {
        referrals: [{ id: 'r1', personId: '1', referredOn: '2016-06-06' }],
        section47s: [{ id: 's', personId: '9', startedOn: '2016-06-06' }],
        conferences: [
          { id: 'i1', personId: '1', referralId: 'r1', heldOn: '2016-06-27', isTransferIn: true },
          { id: 'i2', personId: '2', heldOn: '2016-06-27', isTransferIn: true },
        ],
      },
      at: '2016-06',
      gives: { numerator: 1, denominator: 1, value: 100, excluded: 1, states: { i1: 'met' } },
    },
    {
      that: 'no conference in the month is no figure',
      records: { section47s: [{ id: 's1', personId: '1', startedOn: '2016-06-06' }] },
      at: '2016-06',
      gives: { numerator: 0, denominator: 0, value: null },
    },
    {
      that: 'decided on that very day; the child has died, moved away, or was already under a conference held',
      variant: 'due',
      records: {
        referrals: [
          { id: 'r2', personId: '2', closedOn: '2016-04-06', closeReason: 'RC2' },
          { id: 'r3', personId: '3', closedOn: '2016-04-06', closeReason: 'RC5' },
          { id: 'r5', personId: '5', closedOn: '2016-04-06', closeReason: 'RC7' },
        ],
        section47s: [
          { id: 's1', personId: '1', startedOn: '2016-03-14', endedOn: '2016-04-30', outcomes: ['cp-conference'] },
          ...['2', '3', '4', '5'].map(id => ({
            id: `s${id}`,
            personId: id,
            referralId: `r${id}`,
            startedOn: '2016-03-14',
            endedOn: '2016-03-20',
            outcomes: ['cp-conference'] as const,
          })),
        ],
        conferences: [{ id: 'i4', personId: '4', section47Id: 's4', heldOn: '2016-04-06' }],
      },
      at: '2016-04',
      gives: {
        numerator: 1,
        denominator: 3,
        openOverdue: 2,
        excluded: 2,
        states: { s1: 'open-overdue', s2: 'excluded', s3: 'excluded', i4: 'met', s5: 'open-overdue' },
      },
    },
    {
      that: 'late for the first child told of and in time for the second; one whose enquiry is not known says nothing',
      variant: 'meetings',
      records: {
        section47s: [
          { id: 's1', personId: '1', startedOn: '2016-06-06' },
          { id: 's2', personId: '2', startedOn: '2016-06-07' },
          { id: 's4', personId: '4', startedOn: '2016-06-07' },
        ],
        conferences: [
          { id: 'i1', personId: '1', section47Id: 's1', meetingId: 'm', heldOn: '2016-06-28' },
          { id: 'i2', personId: '2', section47Id: 's2', meetingId: 'm', heldOn: '2016-06-28' },
          { id: 'i3', personId: '3', meetingId: 'n', heldOn: '2016-06-28' },
          { id: 'i4', personId: '4', section47Id: 's4', meetingId: 'n', heldOn: '2016-06-28' },
        ],
      },
      at: '2016-06',
      gives: { numerator: 1, denominator: 2, states: { m: 'late', n: 'met' } },
    },
    {
      that: 'a child who moved here is in no band',
      variant: '0-10',
      records: {
        section47s: [{ id: 's1', personId: '1', startedOn: '2016-06-06' }],
        conferences: [{ id: 'i1', personId: '1', section47Id: 's1', heldOn: '2016-06-06', isTransferIn: true }],
      },
      at: '2016-06',
      gives: { numerator: 0, denominator: 0, value: null },
    },
  ],
})

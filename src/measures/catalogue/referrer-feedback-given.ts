/** Professionals who refer a child are told what came of it. */
import { rowsBy } from '../../children/records.ts'
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { withLength } from '../clock.ts'
import { clockNamed } from '../clocks.ts'
import { kindOfSource } from '../histories/contacts.ts'
import { firstOf } from '../histories/reach.ts'
import { referrals } from '../histories/referrals.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { measure, type Settings } from '../measure.ts'
import { countBegun, type Running, running } from '../running.ts'

const CLOCK = clockNamed('referrer-feedback/3-working-days')!

/** Not of family, the public or people without a name; where the source is not known it cannot be told whether anybody is owed an answer. */
function feedback(history: History, settings: Settings): Running[] {
  const days = Number(settings.within)
  const clock = withLength(CLOCK, inWorkingDays(days), `${days} working days after the referral`)
  const told = rowsBy(history.records.referralDecisions, 'referralId')
  const all = history.of(referrals)
  const reach = firstOf(all.filter(({ id }) => told.has(id)).map(({ on }) => on))
  return all.flatMap(({ id, personId, on, referral }) => {
    const kind = kindOfSource(referral.source)
    if (kind === 'public' || kind === 'anonymous') return []
    const rows = told.get(id) ?? []
    const done = rows.flatMap(({ referrerToldOn }) => numbered(referrerToldOn) ?? []).sort((one, other) => one - other)
    const cannotRead = kind === null || (done.length === 0 && rows.some(row => isUnread(row, 'referrerToldOn')))
    const leftOut = on < reach ? 'not-recorded' : cannotRead ? 'unread' : null
    return [running(clock, { id, personId, facts: { start: on }, done: done[0] ?? null, leftOut }, history, settings)]
  })
}

export default measure({
  id: 'referrer-feedback-given',
  number: 5,
  name: 'Referrers told the outcome in time',
  area: 'front-door',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['month', 'rolling-year'],
  outOf: 'Referrals from professionals received in the period, of which they have been or should have been told',
  counted: 'Told within three working days',
  leftOut: 'Referrals by the child, family, the public or people who gave no name; those not due yet; unknown sources',
  rule: 'Three working days, or as many as the council sets; the day of the referral is day 0',
  source:
    'Working Together to Safeguard Children 2013 to 2023 (acknowledge); for the outcome the council sets the time',
  marks: ['K', 'D'],
  needs: ['referrals.referredOn', 'referrals.source', 'referralDecisions.referrerToldOn'],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  clock: 'referrer-feedback/3-working-days',
  settings: { within: { words: 'Working days in which the referrer is told', value: 3, mark: 'D' } },
  count: countBegun(feedback),
  examples: [
    {
      that: 'told on the third working day, a day late, never; a mother is not counted, nor an unknown source',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2016-06-03', source: '6' },
          { id: 'r2', personId: '2', referredOn: '2016-06-03', source: '2A' },
          { id: 'r3', personId: '3', referredOn: '2016-06-03', source: '3A' },
          { id: 'r4', personId: '4', referredOn: '2016-06-03', source: '1A' },
          { id: 'r5', personId: '5', referredOn: '2016-06-03', source: '10' },
          { id: 'r6', personId: '6', referredOn: '2016-06-03', source: '9' },
        ],
        referralDecisions: [
          { referralId: 'r1', referrerToldOn: '2016-06-08' },
          { referralId: 'r2', referrerToldOn: '2016-06-09' },
        ],
      },
      at: '2016-06',
      gives: {
        numerator: 1,
        denominator: 3,
        value: 33.3,
        openOverdue: 1,
        excluded: 1,
        states: { r1: 'met', r2: 'late', r3: 'open-overdue', r5: 'excluded' },
      },
    },
    {
      that: 'where the council gives one working day, the first is in time and the second late',
      settings: { within: 1 },
      records: {
        referrals: ['1', '2'].map(id => ({
          id: `r${id}`,
          personId: id,
          referredOn: '2016-06-06',
          source: '6' as const,
        })),
        referralDecisions: [
          { referralId: 'r1', referrerToldOn: '2016-06-07' },
          { referralId: 'r2', referrerToldOn: '2016-06-08' },
        ],
      },
      at: '2016-06',
      gives: { numerator: 1, denominator: 2, states: { r1: 'met', r2: 'late' } },
    },
    {
      that: 'when they were told could not be read',
      records: {
        referrals: [{ id: 'r1', personId: '1', referredOn: '2016-06-06', source: '6' }],
        referralDecisions: [{ referralId: 'r1', unread: ['referrerToldOn'] }],
      },
      at: '2016-06',
      gives: { numerator: 0, denominator: 0, value: null, excluded: 1 },
    },
  ],
})

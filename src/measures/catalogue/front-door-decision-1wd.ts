/** The front door decides what follows a contact, or a referral, within one working day. */
import { rowsBy } from '../../children/records.ts'
import type { Clock } from '../clock.ts'
import { clockNamed } from '../clocks.ts'
import { contacts } from '../histories/contacts.ts'
import { firstOf } from '../histories/reach.ts'
import { referrals } from '../histories/referrals.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { measure, type Settings } from '../measure.ts'
import { enough } from '../measure-example.ts'
import { countBegun, type Running, running } from '../running.ts'

type Decided = { readonly decidedOn: Parameters<typeof numbered>[0]; readonly unread: readonly string[] }
type Received = { readonly id: string; readonly personId: string | null; readonly on: number }

/** Each runs until its decision is recorded; where several are, the first. Those before decisions began to be recorded are left out. */
function decisions(
  clock: Clock,
  received: readonly Received[],
  decided: ReadonlyMap<string, readonly Decided[]>,
  history: History,
  settings: Settings,
): Running[] {
  const reach = firstOf(received.filter(({ id }) => decided.has(id)).map(({ on }) => on))
  return received.map(({ id, personId, on }) => {
    const rows = decided.get(id) ?? []
    const days = rows.flatMap(({ decidedOn }) => numbered(decidedOn) ?? [])
    const cannotRead = days.length === 0 && rows.some(row => isUnread(row, 'decidedOn'))
    const done = days.length === 0 ? null : Math.min(...days)
    const leftOut = on < reach ? 'not-recorded' : cannotRead ? 'unread' : null
    return running(clock, { id, personId, facts: { start: on }, done, leftOut }, history, settings)
  })
}

const onContacts = (history: History, settings: Settings) =>
  decisions(
    clockNamed('contact-decision')!,
    history.of(contacts),
    rowsBy(history.records.contactDecisions, 'contactId'),
    history,
    settings,
  )

const onReferrals = (history: History, settings: Settings) =>
  decisions(
    clockNamed('referral-decision')!,
    history.of(referrals),
    rowsBy(history.records.referralDecisions, 'referralId'),
    history,
    settings,
  )

export default measure({
  id: 'front-door-decision-1wd',
  number: 2,
  name: 'Contacts decided on within one working day',
  area: 'front-door',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['month', 'year-to-date', 'rolling-year'],
  outOf: 'Contacts received in the period that are decided on, or should be by now',
  counted: 'Decided on by the end of the next working day',
  leftOut:
    'Contacts not due yet; the same contact recorded twice; those before decisions began to be recorded; days that cannot be right or read',
  rule: 'One working day; the day it was received is day 0. At a weekend or on a holiday day 1 is the next working day',
  source: 'Working Together to Safeguard Children 2013 to 2023 for a referral; for a contact the council sets it',
  marks: ['F', 'D'],
  needs: ['contacts.receivedOn', 'contactDecisions.decidedOn'],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  clock: 'contact-decision',
  count: countBegun(onContacts),
  variants: {
    referral: {
      name: 'Referrals decided on within one working day',
      outOf: 'Referrals received in the period that are decided on, or should be by now',
      leftOut: 'Referrals not due yet; days that cannot be right or read',
      source: 'Working Together to Safeguard Children 2013 to 2023, chapter 1: within one working day of a referral',
      marks: ['F'],
      needs: ['referrals.referredOn', 'referralDecisions.decidedOn'],
      clock: 'referral-decision',
      count: countBegun(onReferrals),
    },
  },
  examples: [
    {
      that: 'over a weekend, a day late, never decided, and not due yet',
      records: {
        contacts: [
          { id: 'c1', personId: '1', receivedOn: '2016-06-03' },
          { id: 'c2', personId: '2', receivedOn: '2016-06-03' },
          { id: 'c3', personId: '3', receivedOn: '2016-06-06' },
          { id: 'c4', personId: '4', receivedOn: '2016-06-30' },
        ],
        contactDecisions: [
          { contactId: 'c1', decidedOn: '2016-06-06' },
          { contactId: 'c2', decidedOn: '2016-06-07' },
        ],
      },
      at: '2016-06',
      gives: {
        numerator: 1,
        denominator: 3,
        value: 33.3,
        openOverdue: 1,
        states: { c1: 'met', c2: 'late', c3: 'open-overdue', c4: 'open-in-time' },
      },
    },
    {
      that: 'Good Friday itself is day 0, and a decision before the referral is a fault',
      variant: 'referral',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2021-04-02' },
          { id: 'r2', personId: '2', referredOn: '2021-04-02' },
          { id: 'r3', personId: '3', referredOn: '2021-04-02' },
        ],
        referralDecisions: [
          { referralId: 'r1', decidedOn: '2021-04-06' },
          { referralId: 'r2', decidedOn: '2021-04-07' },
          { referralId: 'r3', decidedOn: '2021-04-01' },
        ],
      },
      at: '2021-04',
      gives: { numerator: 1, denominator: 2, value: 50, excluded: 1, states: { r1: 'met', r2: 'late' } },
    },
    {
      that: 'before the first contact with a decision nothing is known of them',
      records: {
        contacts: [
          { id: 'c1', personId: '1', receivedOn: '2016-06-01' },
          ...enough(id => ({ id, personId: id, receivedOn: '2016-06-02' })),
        ],
        contactDecisions: enough(id => ({ contactId: id, decidedOn: '2016-06-03' })),
      },
      at: '2016-06',
      gives: { numerator: 10, denominator: 10, value: 100, excluded: 1, states: { c1: 'excluded' } },
    },
    {
      that: 'one decision does not tell that none were recorded before it',
      records: {
        contacts: [
          { id: 'c1', personId: '1', receivedOn: '2016-06-01' },
          { id: 'c2', personId: '2', receivedOn: '2016-06-02' },
        ],
        contactDecisions: [{ contactId: 'c2', decidedOn: '2016-06-03' }],
      },
      at: '2016-06',
      gives: { numerator: 1, denominator: 2, value: 50, openOverdue: 1, states: { c1: 'open-overdue', c2: 'met' } },
    },
    {
      that: 'nor does a gap before the first that is no longer than others may be',
      records: {
        contacts: [
          { id: 'c1', personId: '1', receivedOn: '2016-06-01' },
          ...Array.from({ length: 10 }, (_, at) => ({
            id: `${at}`,
            personId: `${at}`,
            receivedOn: `2016-06-${11 + 2 * at}`,
          })),
        ],
        contactDecisions: Array.from({ length: 10 }, (_, at) => ({
          contactId: `${at}`,
          decidedOn: `2016-06-${11 + 2 * at}`,
        })),
      },
      at: '2016-06',
      gives: { numerator: 10, denominator: 11, openOverdue: 1, states: { c1: 'open-overdue' } },
    },
    {
      that: 'a decision made after the month is not seen from it',
      records: {
        contacts: [{ id: 'c1', personId: '1', receivedOn: '2016-06-28' }],
        contactDecisions: [{ contactId: 'c1', decidedOn: '2016-07-01' }],
      },
      at: '2016-06',
      asAt: '2016-07-31',
      gives: { numerator: 0, denominator: 1, value: 0, openOverdue: 1 },
    },
    {
      that: 'of two decisions the first counts; one whose day could not be read is left out',
      records: {
        contacts: ['1', '2', '3'].map(id => ({ id: `c${id}`, personId: id, receivedOn: '2016-06-06' })),
        contactDecisions: [
          { contactId: 'c1', decidedOn: '2016-06-09' },
          { contactId: 'c1', decidedOn: '2016-06-07' },
          { contactId: 'c2', unread: ['decidedOn'] },
          { contactId: 'c3', decidedOn: '2016-06-07' },
          { contactId: 'c3', unread: ['decidedOn'] },
        ],
      },
      at: '2016-06',
      gives: { numerator: 2, denominator: 2, excluded: 1, states: { c1: 'met', c2: 'excluded', c3: 'met' } },
    },
  ],
})

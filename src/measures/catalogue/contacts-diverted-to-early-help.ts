/** How many contacts go to early help in place of social care. */
import type { DayNumber } from '../../terms/day-number.ts'
import { countHappened, isSo } from '../happened.ts'
import { contacts, decisionsOn, isOnOpenCase, type OneContact, outcomesOf } from '../histories/contacts.ts'
import { earlyHelpByChild } from '../histories/early-help.ts'
import type { History } from '../history.ts'
import { measure } from '../measure.ts'

const EARLY_HELP = /early help|\bcaf\b|\beha\b/i

/** By the outcome, or else by the words of the decision (ruling "Contact diverted to early help"). */
const isDiverted = (history: History, one: OneContact, asAt: DayNumber): boolean =>
  outcomesOf(one)?.includes('early-help') || decisionsOn(history, one, asAt).some(words => EARLY_HELP.test(words))

/** The dataset has no such outcome: only where an authority's words are mapped to it, or a decision says it, can it be counted. */
const canTell = (history: History): boolean => history.of(contacts).some(one => isDiverted(history, one, history.asAt))

export default measure({
  id: 'contacts-diverted-to-early-help',
  number: 4,
  name: 'Contacts diverted to early help',
  area: 'front-door',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['month', 'rolling-year'],
  outOf: 'Contacts received in the period with an outcome',
  counted: 'The outcome, or the decision recorded, is early help',
  leftOut: 'Contacts about a case that is open already; all of them where no contact ever names early help',
  rule: 'By the day the contact was received',
  source: 'Local. Read it beside an audit of the decisions: more is better only where they were right',
  marks: ['D'],
  needs: ['contacts.receivedOn', 'contacts.outcomes'],
  stateWords: { met: 'Early help', late: 'Another outcome' },
  count: countHappened(contacts, (one, { history, window: { asAt } }) => {
    if (isOnOpenCase(one)) return null
    if (!history.of(canTell)) return { leftOut: 'No contact names early help as its outcome' }
    if (isDiverted(history, one, asAt)) return 'met'
    return outcomesOf(one) ? 'late' : { leftOut: 'No outcome is recorded' }
  }),
  variants: {
    confirmed: {
      name: 'Contacts diverted to early help that early help took up',
      outOf: 'Contacts received in the period and diverted to early help',
      counted: 'An episode of early help began within 20 working days of the contact',
      leftOut: 'Contacts with any other outcome; those of the last 20 working days not yet taken up',
      rule: '20 working days; the day of the contact is day 0',
      needs: ['contacts.receivedOn', 'contacts.outcomes', 'earlyHelp.startedOn'],
      stateWords: { met: 'Taken up', late: 'Not taken up', 'open-in-time': 'May still be taken up' },
      count: countHappened(contacts, (one, { history, window: { asAt } }) => {
        if (isOnOpenCase(one) || !isDiverted(history, one, asAt)) return null
        const last = history.calendar.after(one.on, 20) ?? one.on + 28
        const episodes = history.of(earlyHelpByChild).get(one.contact.personId) ?? []
        if (episodes.some(({ from }) => from >= one.on && from <= Math.min(last, asAt))) return 'met'
        return last >= asAt ? 'open-in-time' : isSo(false)
      }),
    },
  },
  examples: [
    {
      that: 'by the outcome and by the words of the decision',
      records: {
        contacts: [
          { id: 'c1', personId: '1', receivedOn: '2016-06-01', outcomes: ['early-help'] },
          { id: 'c2', personId: '2', receivedOn: '2016-06-01', outcomes: ['other'] },
          { id: 'c3', personId: '3', receivedOn: '2016-06-01', outcomes: ['advice'] },
          { id: 'c4', personId: '4', receivedOn: '2016-06-01', outcomes: ['existing-referral'] },
        ],
        contactDecisions: [{ contactId: 'c2', decision: 'Referral to Early Help service' }],
      },
      at: '2016-06',
      gives: { numerator: 2, denominator: 3, value: 66.7, states: { c1: 'met', c2: 'met', c3: 'late' } },
    },
    {
      that: 'where no contact ever names it, nothing can be said',
      records: { contacts: [{ id: 'c1', personId: '1', receivedOn: '2016-06-01', outcomes: ['advice'] }] },
      at: '2016-06',
      gives: { numerator: 0, denominator: 0, value: null, excluded: 1 },
    },
    {
      that: 'taken up on the 20th working day, and on the 21st',
      variant: 'confirmed',
      records: {
        contacts: ['1', '2'].map(id => ({
          id: `c${id}`,
          personId: id,
          receivedOn: '2016-06-06',
          outcomes: ['early-help'],
        })),
        earlyHelp: [
          { id: 'h1', personId: '1', startedOn: '2016-07-04' },
          { id: 'h2', personId: '2', startedOn: '2016-07-05' },
        ],
      },
      at: '2016-06',
      period: 'rolling-year',
      asAt: '2016-07-31',
      gives: { numerator: 0, denominator: 0, value: null, states: { c1: 'open-in-time', c2: 'open-in-time' } },
    },
    {
      that: 'the same seen a month later',
      variant: 'confirmed',
      records: {
        contacts: ['1', '2'].map(id => ({
          id: `c${id}`,
          personId: id,
          receivedOn: '2016-06-06',
          outcomes: ['early-help'],
        })),
        earlyHelp: [
          { id: 'h1', personId: '1', startedOn: '2016-07-04' },
          { id: 'h2', personId: '2', startedOn: '2016-07-05' },
        ],
      },
      at: '2016-07',
      period: 'rolling-year',
      gives: { numerator: 1, denominator: 2, value: 50, states: { c1: 'met', c2: 'late' } },
    },
    {
      that: 'taken up on the very day; on its last day one not taken up may still be; advice is not of it',
      variant: 'confirmed',
      records: {
        contacts: [
          { id: 'c1', personId: '1', receivedOn: '2016-06-06', outcomes: ['early-help'] },
          { id: 'c2', personId: '2', receivedOn: '2016-06-06', outcomes: ['early-help'] },
          { id: 'c3', personId: '3', receivedOn: '2016-06-06', outcomes: ['advice'] },
        ],
        earlyHelp: [{ id: 'h1', personId: '1', startedOn: '2016-06-06' }],
      },
      at: '2016-07-04',
      period: 'rolling-year',
      gives: { numerator: 1, denominator: 1, states: { c1: 'met', c2: 'open-in-time' } },
    },
  ],
})

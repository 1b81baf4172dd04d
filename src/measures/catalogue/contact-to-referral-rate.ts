/** How many contacts become referrals. */
import { countHappened, isSo } from '../happened.ts'
import { contacts, isOnOpenCase, outcomesOf } from '../histories/contacts.ts'
import { measure } from '../measure.ts'

export default measure({
  id: 'contact-to-referral-rate',
  number: 3,
  name: 'Contacts that became referrals',
  area: 'front-door',
  unit: '%',
  polarity: 'band',
  basis: 'happened',
  periods: ['month', 'rolling-year'],
  outOf: 'Contacts received in the period with an outcome',
  counted: 'The outcome is a new referral',
  leftOut: 'Contacts about a case that is open already; those without an outcome, counted beside',
  rule: 'By the day the contact was received, whenever the outcome was recorded',
  source: 'Local, as Annex A lists contacts. There is no national figure that is good',
  marks: ['K', 'D'],
  needs: ['contacts.receivedOn', 'contacts.outcomes'],
  stateWords: { met: 'Became a referral', late: 'Did not' },
  count: countHappened(contacts, one => {
    if (isOnOpenCase(one)) return null
    const outcomes = outcomesOf(one)
    return outcomes ? isSo(outcomes.includes('new-referral')) : { leftOut: 'No outcome is recorded' }
  }),
  examples: [
    {
      that: 'a referral, advice, a case open already even where it is referred again, and no outcome',
      records: {
        contacts: [
          { id: 'c1', personId: '1', receivedOn: '2016-06-01', outcomes: ['new-referral'] },
          { id: 'c2', personId: '2', receivedOn: '2016-06-30', outcomes: ['advice'] },
          { id: 'c3', personId: '3', receivedOn: '2016-06-01', outcomes: ['existing-referral'] },
          { id: 'c4', personId: '4', receivedOn: '2016-06-01' },
          { id: 'c6', personId: '6', receivedOn: '2016-06-02', outcomes: ['existing-referral', 'new-referral'] },
          { id: 'c5', personId: '5', receivedOn: '2016-07-01', outcomes: ['new-referral'] },
        ],
      },
      at: '2016-06',
      gives: {
        numerator: 1,
        denominator: 2,
        value: 50,
        excluded: 1,
        states: { c1: 'met', c2: 'late', c4: 'excluded' },
      },
    },
    {
      that: 'nothing but contacts on open cases is no figure',
      records: { contacts: [{ id: 'c', personId: '3', receivedOn: '2016-06-01', outcomes: ['existing-referral'] }] },
      at: '2016-06',
      gives: { numerator: 0, denominator: 0, value: null },
    },
  ],
})

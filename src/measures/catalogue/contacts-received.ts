/** How many contacts come to the front door, and from whom. */
import type { Source } from '../../children/contact.ts'
import { countHappened, isSo } from '../happened.ts'
import { contacts, decisionsOn } from '../histories/contacts.ts'
import { type History, isUnread } from '../history.ts'
import { type Count, measure, type VariantGiven } from '../measure.ts'

const HUB = /\bmash\b|multi[- ]agency/i

/** Only where decisions ever name a hub can it be told who was taken into it. */
const namesHub = ({ records }: History) => records.contactDecisions.some(({ decision }) => HUB.test(decision ?? ''))

/** Taken into the multi-agency hub: the decision names it. */
const toHub: Count = countHappened(contacts, (one, { history, window: { asAt } }) => {
  const decisions = decisionsOn(history, one, asAt)
  if (decisions.length === 0) return { leftOut: 'No decision is recorded' }
  if (!history.of(namesHub)) return { leftOut: 'No decision ever names the hub' }
  return isSo(decisions.some(words => HUB.test(words)))
})

const from = (name: string, words: string, isFrom: (source: Source) => boolean): VariantGiven => ({
  name: `Contacts from ${name}`,
  counted: `Contacts from ${words}, one for each child`,
  leftOut: 'The same child, day and source recorded twice; contacts whose source is not known',
  needs: ['contacts.receivedOn', 'contacts.source'],
  count: countHappened(contacts, ({ contact }) =>
    contact.source === null || isUnread(contact, 'source') ? null : isFrom(contact.source) ? 'met' : null,
  ),
})

export default measure({
  id: 'contacts-received',
  number: 1,
  name: 'Contacts received',
  area: 'front-door',
  unit: '',
  polarity: 'none',
  basis: 'happened',
  periods: ['month', 'rolling-year'],
  valued: 'count',
  outOf: 'Every contact in the period',
  counted: 'Contacts received, one for each child',
  leftOut: 'The same child, day and source recorded twice; requests noted on a case that is open',
  rule: 'By the day the contact was received',
  source: 'Ofsted Annex A, list 1 (contacts)',
  marks: ['F', 'D'],
  needs: ['contacts.receivedOn'],
  stateWords: { met: 'Received' },
  count: countHappened(contacts),
  variants: {
    'to-mash': {
      name: 'Contacts taken into the multi-agency safeguarding hub',
      unit: '%',
      valued: 'percentage',
      polarity: 'lower',
      outOf: 'Contacts received in the period with a decision',
      counted: 'The decision recorded names the multi-agency safeguarding hub',
      leftOut: 'Contacts without a decision, and all of them where no decision ever names the hub',
      marks: ['D'],
      needs: ['contacts.receivedOn', 'contactDecisions.decision'],
      stateWords: { met: 'Taken into the hub', late: 'Not taken into the hub' },
      count: toHub,
    },
    'from-police': from('the police', 'the police', source => source === '6'),
    'from-schools': from('schools', 'schools and education services', source => source.startsWith('2')),
    'from-health': from('health services', 'health services', source => source.startsWith('3')),
    'from-public': from(
      'family and the public',
      'family, friends, neighbours, the child, and people who gave no name',
      source => source === '9' || (source.startsWith('1') && source !== '10'),
    ),
  },
  examples: [
    {
      that: 'the same child, day and source twice is one contact; another source that day is another',
      records: {
        contacts: [
          { id: 'c1', personId: '1', receivedOn: '2016-06-01', source: '6' },
          { id: 'c2', personId: '1', receivedOn: '2016-06-01', source: '6' },
          { id: 'c3', personId: '1', receivedOn: '2016-06-01', source: '2A' },
          { id: 'c4', personId: '2', receivedOn: '2016-06-01', source: '6' },
          { id: 'c5', personId: '2', receivedOn: '2016-05-31', source: '6' },
          { id: 'c6', personId: '2', receivedOn: '2016-06-30', source: '6' },
        ],
      },
      at: '2016-06',
      gives: { numerator: 4, denominator: null, value: 4, states: { c1: 'met', c3: 'met', c4: 'met', c6: 'met' } },
    },
    {
      that: 'a decision names the hub, one does not, and one is not made until after the month',
      variant: 'to-mash',
      records: {
        contacts: [
          { id: 'c1', personId: '1', receivedOn: '2016-06-01', source: '6' },
          { id: 'c2', personId: '2', receivedOn: '2016-06-02', source: '6' },
          { id: 'c3', personId: '3', receivedOn: '2016-06-03', source: '6' },
        ],
        contactDecisions: [
          { contactId: 'c1', decision: 'To MASH' },
          { contactId: 'c2', decision: 'Advice', decidedOn: '2016-06-30' },
          { contactId: 'c3', decision: 'To MASH', decidedOn: '2016-07-01' },
        ],
      },
      at: '2016-06',
      asAt: '2016-07-31',
      gives: { numerator: 1, denominator: 2, value: 50, excluded: 1, states: { c3: 'excluded' } },
    },
    {
      that: 'family and a caller without a name, not the police and not an unknown source',
      variant: 'from-public',
      records: {
        contacts: (['1A', '9', '6', '10'] as const).map((source, at) => ({
          id: `c${at}`,
          personId: '1',
          receivedOn: '2016-06-01',
          source,
        })),
      },
      at: '2016-06',
      gives: { numerator: 2, value: 2, states: { c0: 'met', c1: 'met' } },
    },
    {
      that: 'from the police, whose contact could be read, and no other',
      variant: 'from-police',
      records: {
        contacts: [
          { id: 'c1', personId: '1', receivedOn: '2016-06-01', source: '6' },
          { id: 'c2', personId: '2', receivedOn: '2016-06-01', source: '2A' },
          { id: 'c3', personId: '3', receivedOn: '2016-06-01', unread: ['source'] },
        ],
      },
      at: '2016-06',
      gives: { numerator: 1, value: 1, states: { c1: 'met' } },
    },
  ],
})

/** `gt_contact_decisions`, `gt_referral_decisions`, `gt_strategy_discussions`. */
import { day, id, of, ofOne, ofPerson, text, time } from '../ssd/column.ts'
import { table } from '../ssd/table.ts'

const decision = {
  receivedOn: day('received_at'),
  receivedAt: time('received_at'),
  decidedOn: day('decided_at'),
  decidedAt: time('decided_at'),
  decision: text('decision'),
  referrerToldOn: day('referrer_told_on'),
}

export const contactDecisions = table('gt_contact_decisions', 'contactDecisions', {
  rows: 'decisions on contacts',
  key: 'contactId',
  fields: { contactId: ofOne('contacts', 'contact_id'), ...decision },
  inOrder: [['receivedOn', 'decidedOn'], ['receivedAt', 'decidedAt']], // prettier-ignore
})

export const referralDecisions = table('gt_referral_decisions', 'referralDecisions', {
  rows: 'decisions on referrals',
  key: 'referralId',
  fields: { referralId: ofOne('referrals', 'referral_id'), ...decision },
  inOrder: [['receivedOn', 'decidedOn'], ['receivedAt', 'decidedAt']], // prettier-ignore
})

export const strategyDiscussions = table('gt_strategy_discussions', 'strategyDiscussions', {
  rows: 'strategy discussions',
  fields: {
    id: id('discussion_id'),
    personId: ofPerson('person_id'),
    referralId: of('referrals', 'referral_id'),
    section47Id: of('section47s', 's47_enquiry_id'),
    neededOn: day('needed_at'),
    neededAt: time('needed_at'),
    heldOn: day('held_at'),
    heldAt: time('held_at'),
    outcome: text('outcome'),
  },
  inOrder: [['neededOn', 'heldOn'], ['neededAt', 'heldAt']], // prettier-ignore
})

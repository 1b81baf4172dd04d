/** `ssd_contacts`. */
import { CONTACT_OUTCOME } from '../../../children/contact.ts'
import { valueList } from '../../value-map.ts'
import { day, id, oneOf, ofPerson, outcomes, text } from './column.ts'
import { SOURCES } from './lists.ts'
import { table } from './table.ts'

const OUTCOMES = valueList('contact outcome', CONTACT_OUTCOME, {
  NEW_REFERRAL_FLAG: 'new-referral',
  EXISTING_REFERRAL_FLAG: 'existing-referral',
  CP_ENQUIRY_FLAG: 'cp-enquiry',
  NFA_FLAG: 'no-further-action',
  NON_AGENCY_ADOPTION_FLAG: 'non-agency-adoption',
  PRIVATE_FOSTERING_FLAG: 'private-fostering',
  ADVICE_FLAG: 'advice',
  MISSING_FLAG: 'missing',
  OLA_CP_FLAG: 'other-authority-cp',
  EARLY_HELP_FLAG: 'early-help',
  OTHER_OUTCOMES_EXIST_FLAG: 'other',
})

export const contacts = table('ssd_contacts', 'contacts', {
  rows: 'contacts',
  fields: {
    id: id('cont_contact_id'),
    personId: ofPerson('cont_person_id'),
    receivedOn: day('cont_contact_date'),
    source: oneOf(SOURCES, 'cont_contact_source_code', 'cont_contact_source'),
    sourceText: text('cont_contact_source_desc'),
    outcomes: outcomes(OUTCOMES, 'cont_contact_outcome_json'),
  },
  wants: ['receivedOn'],
})

/** A conference held before the enquiry it came of began (CIN census 8615). */
import { rowWithId } from '../../../children/records.ts'
import { before, check } from './check.ts'

export const conferenceBeforeEnquiry = check('conferences', {
  id: 'conference-before-enquiry',
  field: 'heldOn',
  problem: 'The conference was held before its enquiry began',
  expected: 'a day on or after the start of the enquiry',
  source: 'CIN census 8615',
  touches: ['section-47'],
  found: ({ heldOn, section47Id }, { section47s }) =>
    before(heldOn, rowWithId(section47s, section47Id)?.startedOn ?? null),
})

/** `gt_court_cases`, `gt_visit_agreements`. */
import { amount, day, dayAhead, id, ofPerson, text, yesNo } from '../ssd/column.ts'
import { table } from '../ssd/table.ts'

export const courtCases = table('gt_court_cases', 'courtCases', {
  rows: 'court cases',
  fields: {
    id: id('case_id'),
    personId: ofPerson('person_id'),
    preProceedingsOn: day('pre_proceedings_on'),
    letterOn: day('letter_on'),
    firstMeetingOn: day('first_meeting_on'),
    preProceedingsEndedOn: day('pre_proceedings_ended_on'),
    issuedOn: day('issued_on'),
    finalOrderOn: day('final_order_on'),
    outcome: text('outcome'),
  },
  inOrder: [['preProceedingsOn', 'preProceedingsEndedOn'], ['issuedOn', 'finalOrderOn']], // prettier-ignore
})

export const visitAgreements = table('gt_visit_agreements', 'visitAgreements', {
  rows: 'agreements on visits',
  fields: {
    id: id('agreement_id'),
    personId: ofPerson('person_id'),
    fromOn: day('from_on'),
    untilOn: dayAhead('until_on'),
    isUntilEighteen: yesNo('until_eighteen'),
    isTemporaryApproval: yesNo('temporary_approval'),
    isBeforeAssessment: yesNo('before_assessment'),
    weeks: amount({ from: 1, to: 26 }, 'weeks'),
  },
  wants: ['fromOn'],
  inOrder: [['fromOn', 'untilOn']],
})

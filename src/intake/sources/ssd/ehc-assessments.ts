/** `ssd_ehcp_assessment`: a placeholder in most extracts. */
import { day, id, of, oneOf, yesNo } from './column.ts'
import { EHC_DECISIONS } from './lists.ts'
import { table } from './table.ts'

export const ehcAssessments = table('ssd_ehcp_assessment', 'ehcAssessments', {
  rows: 'EHC assessments',
  fields: {
    id: id('ehca_ehcp_assessment_id', 'ehca_ehcp_asmt_id'),
    requestId: of('ehcRequests', 'ehca_ehcp_request_id'),
    decidedOn: day('ehca_ehcp_assessment_outcome_date'),
    decision: oneOf(EHC_DECISIONS, 'ehca_ehcp_assessment_outcome'),
    hasException: yesNo('ehca_ehcp_assessment_exceptions'),
  },
})

/** `ssd_ehcp_requests`: a placeholder in most extracts. */
import { day, id, of, oneOf } from './column.ts'
import { EHC_DECISIONS } from './lists.ts'
import { table } from './table.ts'

export const ehcRequests = table('ssd_ehcp_requests', 'ehcRequests', {
  rows: 'requests for an EHC assessment',
  fields: {
    id: id('ehcr_ehcp_request_id'),
    sendId: of('sends', 'ehcr_send_table_id'),
    requestedOn: day('ehcr_ehcp_req_date'),
    decidedOn: day('ehcr_ehcp_req_outcome_date'),
    decision: oneOf(EHC_DECISIONS, 'ehcr_ehcp_req_outcome'),
  },
  inOrder: [['requestedOn', 'decidedOn']],
})

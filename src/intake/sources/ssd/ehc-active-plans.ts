/** `ssd_ehcp_active_plans`: a placeholder in most extracts. */
import { day, id, of } from './column.ts'
import { table } from './table.ts'

export const ehcActivePlans = table('ssd_ehcp_active_plans', 'ehcActivePlans', {
  rows: 'active EHC plans',
  fields: {
    id: id('ehcp_active_ehcp_id'),
    requestId: of('ehcRequests', 'ehcp_ehcp_request_id'),
    lastReviewOn: day('ehcp_active_ehcp_last_review_date'),
  },
})

/** `ssd_ehcp_named_plan`: a placeholder in most extracts. */
import { day, id, of, text } from './column.ts'
import { table } from './table.ts'

export const ehcNamedPlans = table('ssd_ehcp_named_plan', 'ehcNamedPlans', {
  rows: 'named EHC plans',
  fields: {
    id: id('ehcn_named_plan_id'),
    assessmentId: of('ehcAssessments', 'ehcn_ehcp_asmt_id', 'ehcn_ehcp_assessment_id'),
    startedOn: day('ehcn_named_plan_start_date'),
    ceasedOn: day('ehcn_named_plan_ceased_date'),
    ceasedReason: text('ehcn_named_plan_ceased_reason'),
  },
  inOrder: [['startedOn', 'ceasedOn']],
})

/** `ssd_sen_need`: a placeholder in most extracts. */
import { SEN_NEED } from '../../../children/sen-need.ts'
import { valueList } from '../../value-map.ts'
import { amount, id, of, oneOf } from './column.ts'
import { table } from './table.ts'

const NEEDS = valueList('special educational need', SEN_NEED)

export const senNeeds = table('ssd_sen_need', 'senNeeds', {
  rows: 'special educational needs',
  fields: {
    id: id('senn_table_id'),
    activePlanId: of('ehcActivePlans', 'senn_active_ehcp_id'),
    need: oneOf(NEEDS, 'senn_active_ehcp_need_type'),
    rank: amount({ from: 1, to: 9 }, 'senn_active_ehcp_need_rank'),
  },
})

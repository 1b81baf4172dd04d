/** `ssd_cla_care_plan`. */
import { PERMANENCE_PLAN } from '../../../children/care-plan.ts'
import { valueList } from '../../value-map.ts'
import { day, dayAhead, id, ofPerson, outcomes } from './column.ts'
import { table } from './table.ts'

export const PLANS = valueList('permanence plan', PERMANENCE_PLAN, {
  REMAINSUP: 'home-with-short-breaks',
  RETURN1M: 'home-in-1-month',
  RETURN6M: 'home-in-6-months',
  RETURNEV: 'home-later',
  LTRELFR: 'long-term-relatives',
  LTFOST18: 'long-term-fostering',
  RESPLMT: 'residential',
  SUPPLIV: 'supported-living',
  ADOPTION: 'adoption',
  OTHERPLN: 'other',
})

export const carePlans = table('ssd_cla_care_plan', 'carePlans', {
  rows: 'care plans',
  fields: {
    id: id('lacp_table_id', 'lacp_cla_care_plan_id'),
    personId: ofPerson('lacp_person_id'),
    fromOn: day('lacp_cla_care_plan_start_date'),
    untilOn: dayAhead('lacp_cla_care_plan_end_date'),
    plans: outcomes(PLANS, 'lacp_cla_care_plan_json', 'lacp_cla_care_plan'),
  },
  inOrder: [['fromOn', 'untilOn']],
})

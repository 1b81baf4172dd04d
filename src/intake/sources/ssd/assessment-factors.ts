/** `ssd_assessment_factors`: an array since release 1.3.9, an object of yes and no before. */
import { FACTOR } from '../../../children/assessment.ts'
import { valueList } from '../../value-map.ts'
import { id, of, outcomes } from './column.ts'
import { table } from './table.ts'

export const FACTORS = valueList('assessment factor', FACTOR)

export const assessmentFactors = table('ssd_assessment_factors', 'assessmentFactors', {
  rows: 'factors of assessments',
  fields: {
    id: id('cinf_table_id'),
    assessmentId: of('assessments', 'cinf_assessment_id'),
    factors: outcomes(FACTORS, 'cinf_assessment_factors_json'),
  },
})

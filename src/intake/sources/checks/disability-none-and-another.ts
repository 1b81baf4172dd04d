/** A child who has no disability and one (CIN census 8790). */
import { rowsOf } from '../../../children/records.ts'
import { check } from './check.ts'

export const disabilityNoneAndAnother = check('disabilities', {
  id: 'disability-none-and-another',
  field: 'disability',
  problem: 'The child is recorded as having no disability, and as having one',
  expected: 'one or the other',
  source: 'CIN census 8790',
  touches: ['everything'],
  found: ({ personId, disability }, { disabilities }) =>
    disability === 'NONE'
      ? (rowsOf(disabilities, personId).find(one => one.disability !== null && one.disability !== 'NONE')?.disability ??
        null)
      : null,
})

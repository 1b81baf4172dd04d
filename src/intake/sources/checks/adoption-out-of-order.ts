/** Steps to adoption out of order: matched or placed before the decision, ordered before placed (SSDA903 AD1, PlacedAdoption). */
import { before, check } from './check.ts'

export const adoptionOutOfOrder = check('permanence', {
  id: 'adoption-out-of-order',
  field: 'placedOn',
  problem: 'A step to adoption is before the one it follows',
  expected: 'decision, match, placement, order',
  source: 'SSDA903 AD1, PlacedAdoption',
  touches: ['adoption'],
  found({ decidedOn, matchedOn, placedOn, orderedOn, orderType }) {
    if (orderType !== null && orderType !== 'adoption') return null
    const wrong = before(matchedOn, decidedOn) ?? before(placedOn, matchedOn) ?? before(orderedOn, placedOn)
    return wrong
  },
})

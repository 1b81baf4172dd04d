/** `gt_foster_carers`, `gt_carer_reviews`, `gt_placement_carers`, `gt_private_fostering`, `gt_private_fostering_visits`. */
import { CARER_KIND } from '../../../children/foster-carer.ts'
import { valueList } from '../../value-map.ts'
import { amount, day, id, number, of, ofOne, ofPerson, oneOf, yesNo } from '../ssd/column.ts'
import { table } from '../ssd/table.ts'

const KINDS = valueList('kind of carer', CARER_KIND, {
  kinship: 'connected',
  'connected person': 'connected',
  'family and friends': 'connected',
  respite: 'short-breaks',
})

export const fosterCarers = table('gt_foster_carers', 'fosterCarers', {
  rows: 'foster carers',
  fields: {
    id: id('carer_id'),
    kind: oneOf(KINDS, 'kind'),
    enquiredOn: day('enquired_on'),
    approvedOn: day('approved_on'),
    endedOn: day('ended_on'),
    places: amount({ to: 20 }, 'places'),
  },
  inOrder: [['enquiredOn', 'approvedOn'], ['approvedOn', 'endedOn']], // prettier-ignore
})

export const carerReviews = table('gt_carer_reviews', 'carerReviews', {
  rows: 'reviews of foster carers',
  fields: { id: id('review_id'), carerId: of('fosterCarers', 'carer_id'), heldOn: day('held_on') },
  wants: ['carerId', 'heldOn'],
})

export const placementCarers = table('gt_placement_carers', 'placementCarers', {
  rows: 'carers of placements',
  key: 'placementId',
  fields: { placementId: ofOne('placements', 'placement_id'), carerId: number('carer_id') },
  wants: ['carerId'],
})

export const privateFosterings = table('gt_private_fostering', 'privateFosterings', {
  rows: 'private fostering arrangements',
  fields: {
    id: id('arrangement_id'),
    personId: ofPerson('person_id'),
    awareOn: day('aware_on'),
    startedOn: day('started_on'),
    endedOn: day('ended_on'),
  },
  wants: ['awareOn'],
  inOrder: [['startedOn', 'endedOn']],
})

export const privateFosteringVisits = table('gt_private_fostering_visits', 'privateFosteringVisits', {
  rows: 'visits to privately fostered children',
  fields: {
    id: id('visit_id'),
    arrangementId: of('privateFosterings', 'arrangement_id'),
    personId: ofPerson('person_id'),
    visitedOn: day('visited_on'),
    childSeen: yesNo('child_seen'),
  },
  wants: ['visitedOn'],
})

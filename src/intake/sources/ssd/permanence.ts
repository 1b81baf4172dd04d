/** `ssd_permanence`: some extracts name the person by the number of an earlier system. */
import { ADOPTER_SEX, ADOPTER_STATUS, DECISION_REVERSED, PERMANENCE_ORDER } from '../../../children/permanence.ts'
import { valueList } from '../../value-map.ts'
import { amount, day, id, number, ofCare, ofPerson, oneOf, worker, yesNo } from './column.ts'
import { table } from './table.ts'

export const SEXES = valueList('sex of adopters', ADOPTER_SEX)
export const STATUSES = valueList('legal status of adopters', ADOPTER_STATUS)
export const REVERSED = valueList('reason the adoption decision was reversed', DECISION_REVERSED)
const ORDERS = valueList('permanence order', PERMANENCE_ORDER, {
  'adoption order': 'adoption',
  SGO: 'special-guardianship',
  'special guardianship order': 'special-guardianship',
  'child arrangements order': 'child-arrangements',
  'residence order': 'child-arrangements',
  'child arrangements residence order': 'child-arrangements',
})

export const permanence = table('ssd_permanence', 'permanence', {
  rows: 'ways to permanence',
  fields: {
    id: id('perm_table_id'),
    personId: ofPerson('perm_person_id'),
    careId: ofCare('perm_cla_id'),
    decidedOn: day('perm_adm_decision_date'),
    isInSiblingGroup: yesNo('perm_part_of_sibling_group'),
    siblingsTogether: amount({ to: 20 }, 'perm_siblings_placed_together'),
    siblingsApart: amount({ to: 20 }, 'perm_siblings_placed_apart'),
    earlyPlacementDecidedOn: day('perm_ffa_cp_decision_date'),
    earlyPlacedOn: day('perm_placed_ffa_cp_date'),
    placementOrderOn: day('perm_placement_order_date'),
    matchedOn: day('perm_matched_date'),
    placedOn: day('perm_placed_for_adoption_date'),
    isAdoptedByCarer: yesNo('perm_adopted_by_carer_flag'),
    placedWithCarerOn: day('perm_placed_foster_carer_date'),
    adopterSex: oneOf(SEXES, 'perm_adopter_sex'),
    adopterStatus: oneOf(STATUSES, 'perm_adopter_legal_status'),
    adopters: amount({ to: 2 }, 'perm_number_of_adopters'),
    agencyUrn: number('perm_placement_provider_urn'),
    reversedOn: day('perm_decision_reversed_date'),
    reversedReason: oneOf(REVERSED, 'perm_decision_reversed_reason'),
    orderedOn: day('perm_permanence_order_date'),
    orderType: oneOf(ORDERS, 'perm_permanence_order_type'),
    workerId: worker('perm_adoption_worker_id', 'perm_adoption_worker'),
  },
  byLegacyId: true,
})

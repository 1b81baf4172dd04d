/** `ssd_cla_placement`: Mosaic leaves the person to be found through the period of care. */
import { PLACEMENT_CHANGE, PLACEMENT_PROVIDER, PLACEMENT_TYPE } from '../../../children/placement.ts'
import { valueList } from '../../value-map.ts'
import { amount, day, id, number, ofCare, ofPerson, oneOf, postcode } from './column.ts'
import { table } from './table.ts'

/** H5a is a local form of H5. */
export const TYPES = valueList('placement type', PLACEMENT_TYPE, { H5A: 'H5', 'childrens home': 'K2', 'childrens homes': 'K2', 'secure unit': 'K1', 'placed with parents': 'P1', 'residential school': 'S1' }) // prettier-ignore
export const PROVIDERS = valueList('placement provider', PLACEMENT_PROVIDER, { 'own provision': 'PR1', private: 'PR4', voluntary: 'PR5' }) // prettier-ignore
export const CHANGES = valueList('reason for placement change', PLACEMENT_CHANGE)

export const placements = table('ssd_cla_placement', 'placements', {
  rows: 'placements',
  fields: {
    id: id('clap_cla_placement_id'),
    careId: ofCare('clap_cla_id'),
    personId: ofPerson('clap_person_id'),
    startedOn: day('clap_cla_placement_start_date'),
    endedOn: day('clap_cla_placement_end_date'),
    type: oneOf(TYPES, 'clap_cla_placement_type'),
    urn: number('clap_cla_placement_urn'),
    miles: amount({ to: 999.8, unknown: 999.9, whole: false }, 'clap_cla_placement_distance'),
    provider: oneOf(PROVIDERS, 'clap_cla_placement_provider'),
    postcode: postcode('clap_cla_placement_postcode'),
    changeReason: oneOf(CHANGES, 'clap_cla_placement_change_reason'),
  },
  wants: ['startedOn'],
  inOrder: [['startedOn', 'endedOn']],
})

/** `ssd_cla_episodes`: reasons are descriptions in some extracts, each beginning with its code. */
import { CEASED_REASON, EPISODE_REASON } from '../../../children/cla-episode.ts'
import { valueList } from '../../value-map.ts'
import { day, id, number, of, ofPerson, oneOf } from './column.ts'
import { NEEDS } from './lists.ts'
import { table } from './table.ts'

export const STARTS = valueList('reason for new episode', EPISODE_REASON, {
  'change of placement and carer only': 'P',
  'change of placement but same carer': 'T',
  'change of legal status and placement and carer at the same time': 'B',
  'change of legal status and change of placement but same carer': 'U',
})

export const CEASED = valueList('reason episode ceased', CEASED_REASON, {
  died: 'E2',
  'episode ceases and new episode begins on same day for any reason': 'X1',
  'adopted application for an adoption order unopposed': 'E11',
  'residence order granted': 'E41',
})

export const claEpisodes = table('ssd_cla_episodes', 'claEpisodes', {
  rows: 'looked-after episodes',
  fields: {
    id: id('clae_cla_episode_id'),
    personId: ofPerson('clae_person_id'),
    placementId: of('placements', 'clae_cla_placement_id'),
    startedOn: day('clae_cla_episode_start_date', 'clae_cla_episode_start'),
    startReason: oneOf(STARTS, 'clae_cla_episode_start_reason'),
    need: oneOf(NEEDS, 'clae_cla_primary_need_code', 'clae_cla_primary_need'),
    ceasedOn: day('clae_cla_episode_ceased_date', 'clae_cla_episode_ceased'),
    ceasedReason: oneOf(CEASED, 'clae_cla_episode_ceased_reason', 'clae_cla_episode_cease_reason'),
    careId: number('clae_cla_id'),
    referralId: of('referrals', 'clae_referral_id'),
    lastIroContactOn: day('clae_cla_last_iro_contact_date'),
    enteredCareOn: day('clae_entered_care_date'),
  },
  wants: ['startedOn', 'startReason'],
  inOrder: [['startedOn', 'ceasedOn']],
  oneAtATime: { from: 'startedOn', until: 'ceasedOn' },
})

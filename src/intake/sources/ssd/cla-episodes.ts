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
  'returned home to live with parent(s), relative(s), or other person with parental responsibility as part of the care planning process (not under a special guardianship order or residence order or (from 22 April 2014) a child arrangement order)':
    'E4A',
  'returned home to live with parent(s), relatives, or other person with parental responsibility as part of the care planning process':
    'E4A',
  'returned home to live with parent(s), relatives, or other person with parental responsibility which was not part of the current care planning process':
    'E4B',
  'returned home to live with parent(s), relative(s), or other person with parental responsibility which was not part of the current care planning process (not under a special guardianship order or residence order or (from 22 April 2014) a child arrangement order)':
    'E4B',
  'care taken over by another local authority in the UK': 'E3',
  'left care to live with parent(s), relative(s), or other person with no parental responsibility': 'E13',
  'residence order (or, from 22 April 2014, a child arrangements order which sets out with whom the child is to live) granted':
    'E41',
  'child arrangements order granted': 'E41',
  'special guardianship order made to former foster carers': 'E43',
  'special guardianship order made to carers other than former foster carers': 'E44',
  'special guardianship order made to former foster carer(s), who was/are a relative(s) or friend(s)': 'E45',
  'special guardianship order made to former foster carer(s), other than relative(s) or friend(s)': 'E46',
  'special guardianship order made to carer(s), other than former foster carer(s), who was/are a relative(s) or friend(s)':
    'E47',
  'special guardianship order made to carer(s), other than former foster carer(s) and relative(s) or friend(s)': 'E48',
  'transferred to residential care funded by adult social care services': 'E7',
  'child moved abroad': 'E16',
  'aged 18 (or over) and remained with current carers (inc under staying put arrangements)': 'E17',
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

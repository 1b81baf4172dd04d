/** `ssd_involvements`: Mosaic leaves the person to be found through the referral. */
import { ROLE, WORKER_CHANGE } from '../../../children/involvement.ts'
import { valueList } from '../../value-map.ts'
import { dayAhead, day, id, number, of, ofPerson, oneOf, worker } from './column.ts'
import { table } from './table.ts'

const ROLES = valueList('role', ROLE, {
  'case worker': 'CW', 'allocated worker': 'CW', 'allocated social worker': 'CW', 'co worker': 'CO', 'joint worker': 'CO',
  'personal advisor': 'PA', 'supervising sw': 'SSW', 'student social worker': 'STUDENT', 'team manager': 'MANAGER',
}) // prettier-ignore
export const CHANGES = valueList('reason the worker changed', WORKER_CHANGE)

export const involvements = table('ssd_involvements', 'involvements', {
  rows: 'involvements',
  fields: {
    id: id('invo_involvements_id'),
    personId: ofPerson('invo_person_id'),
    workerId: worker('invo_professional_id'),
    role: oneOf(ROLES, 'invo_professional_role_id', 'invo_professional_role'),
    teamId: number('invo_professional_team', 'invo_professional_team_id'),
    fromOn: day('invo_involvement_start_date'),
    untilOn: dayAhead('invo_involvement_end_date'),
    changeReason: oneOf(CHANGES, 'invo_worker_change_reason'),
    referralId: of('referrals', 'invo_referral_id'),
  },
  wants: ['fromOn'],
  inOrder: [['fromOn', 'untilOn']],
})

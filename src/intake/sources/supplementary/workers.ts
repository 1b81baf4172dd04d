/** `gt_worker_posts`, `gt_supervision`, `gt_cover`. */
import { amount, day, dayAhead, id, number, of, ofOne, text, worker, yesNo } from '../ssd/column.ts'
import { table } from '../ssd/table.ts'

export const workerPosts = table('gt_worker_posts', 'workerPosts', {
  rows: 'posts of workers',
  fields: {
    id: id('post_id'),
    workerId: worker('worker_id'),
    teamId: number('team_id'),
    title: text('title'),
    grade: text('grade'),
    fte: amount({ to: 2, whole: false }, 'fte'),
    isAgency: yesNo('agency'),
    isNewlyQualified: yesNo('newly_qualified'),
    isManager: yesNo('manager'),
    caseloadCap: amount({ to: 200 }, 'caseload_cap'),
    fromOn: dayAhead('from_on'),
    untilOn: dayAhead('until_on'),
  },
  wants: ['fromOn'],
  inOrder: [['fromOn', 'untilOn']],
})

export const supervisions = table('gt_supervision', 'supervisions', {
  rows: 'supervisions',
  fields: {
    id: id('supervision_id'),
    workerId: worker('worker_id'),
    supervisorId: worker('supervisor_id'),
    heldOn: day('held_on'),
    recordedOn: day('recorded_on'),
    childId: of('people', 'person_id'),
  },
  wants: ['heldOn'],
})

export const covers = table('gt_cover', 'covers', {
  rows: 'covers',
  key: 'involvementId',
  fields: { involvementId: ofOne('involvements', 'involvement_id'), isCover: yesNo('cover') },
})

/** `ssd_early_help_episodes`. */
import { day, id, ofPerson, text, worker } from './column.ts'
import { table } from './table.ts'

export const earlyHelp = table('ssd_early_help_episodes', 'earlyHelp', {
  rows: 'episodes of early help',
  fields: {
    id: id('earl_episode_id'),
    personId: ofPerson('earl_person_id'),
    startedOn: day('earl_episode_start_date'),
    endedOn: day('earl_episode_end_date'),
    reason: text('earl_episode_reason'),
    endReason: text('earl_episode_end_reason'),
    organisation: text('earl_episode_organisation'),
    workerId: worker('earl_episode_worker_id', 'earl_episode_worker_name'),
  },
  wants: ['startedOn'],
  inOrder: [['startedOn', 'endedOn']],
})

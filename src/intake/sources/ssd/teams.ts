/** `ssd_department`. */
import { id, number, text } from './column.ts'
import { table } from './table.ts'

export const teams = table('ssd_department', 'teams', {
  rows: 'teams',
  fields: {
    id: id('dept_team_id'),
    name: text('dept_team_name'),
    parentId: number('dept_team_parent_id'),
    parentName: text('dept_team_parent_name'),
  },
})

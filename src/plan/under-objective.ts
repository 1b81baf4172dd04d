/**
 * Which actions stand under which objectives. A plan may list several objectives at the head of a section and its actions
 * below: each action of the section then stands under each of its objectives, whichever of them it was first joined to.
 */
import type { Action } from './action.ts'
import type { Objective, Theme } from './plan.ts'

export const actionsUnder = (theme: Theme, objective: Objective): Action[] =>
  theme.actions.filter(action => objectivesOver(theme, action).includes(objective))

export function objectivesOver(theme: Theme, action: Action): Objective[] {
  const own = theme.objectives.find(objective => objective.objectiveId === action.objectiveId)
  if (!own) return []
  return theme.objectives.filter(
    objective => objective === own || (own.section !== '' && objective.section === own.section),
  )
}

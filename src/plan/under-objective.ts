/**
 * Which actions stand under which objectives. A plan may list several objectives at the head of a section and its actions
 * below: each action of the section then stands under each of its objectives, whichever of them it was first joined to.
 */
import type { Action } from './action.ts'
import type { Objective, Theme } from './plan.ts'

export function actionsUnder(theme: Theme, objective: Objective): Action[] {
  const beside = theme.objectives.filter(each => each === objective || sharesItsSection(each, objective))
  const ids = new Set(beside.map(each => each.objectiveId))
  return theme.actions.filter(action => action.objectiveId !== null && ids.has(action.objectiveId))
}

/** The objectives of a theme that no action stands under. */
export function objectivesAlone({ objectives, actions }: Theme): Objective[] {
  const ids = new Set(actions.map(action => action.objectiveId))
  const sections = new Set(objectives.filter(each => ids.has(each.objectiveId)).map(each => each.section))
  return objectives.filter(each => !ids.has(each.objectiveId) && !(each.section !== '' && sections.has(each.section)))
}

export function objectivesOver(theme: Theme, action: Action): Objective[] {
  const own = theme.objectives.find(objective => objective.objectiveId === action.objectiveId)
  if (!own) return []
  return theme.objectives.filter(objective => objective === own || sharesItsSection(objective, own))
}

const sharesItsSection = (one: Objective, other: Objective): boolean =>
  other.section !== '' && one.section === other.section

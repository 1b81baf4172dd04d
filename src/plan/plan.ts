/** The improvement plan as it stood at the end of a day: themes, their objectives, their actions. */
import type { Citation } from '../intake/plan-reading.ts'
import type { Day } from '../terms/day.ts'
import type { Action } from './action.ts'

export type Objective = { objectiveId: number; ref: string; section: string; text: string; citations: Citation[] }

export type Theme = {
  themeId: number
  ref: string
  title: string
  aim: string
  objectives: Objective[]
  actions: Action[]
}

/** `startsOn` and `endsOn` are null where the plan does not say. */
export type Plan = {
  planId: number
  title: string
  startsOn: Day | null
  endsOn: Day | null
  version: { planVersionId: number; number: number; title: string; fromOn: Day }
  asAt: Day
  themes: Theme[]
}

export const allActions = (plan: Plan): Action[] => plan.themes.flatMap(theme => theme.actions)
export const allObjectives = (plan: Plan): Objective[] => plan.themes.flatMap(theme => theme.objectives)

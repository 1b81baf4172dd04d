/** From a corrected draft to what is kept: what continues from the version before, and what became of actions that it no longer holds. */
import type { ActionPair, PlanComparison } from './compare-plans.ts'
import type { Action } from './action.ts'
import type { PlanReading } from '../intake/plan-reading.ts'
import type { Keeping } from './version-store.ts'

export const FATE = {
  completed: 'Completed, and left out',
  dropped: 'Dropped',
  replaced: 'Replaced by',
  split: 'Split into',
  merged: 'Merged into',
} as const
export type Fate = keyof typeof FATE

/** What became of an action that is gone. `to` are the newer version's actions, counted through it from 0. */
export type Gone = { action: Action; fate: Fate; to: number[] }

/** Places of things in a reading: the ids of `planOfReading` count from 1 in its order. */
const placeOf = (id: number) => id - 1

/** What each theme, objective and action of the reading continues. `parted` are older actions that a person says are not the same after all. */
export function continuesFrom(
  reading: PlanReading,
  comparison: PlanComparison,
  parted: Set<number>,
): Keeping['continues'] {
  const themes: (number | null)[] = reading.themes.map(() => null)
  for (const { before, after } of comparison.themes) themes[placeOf(after.themeId)] = before.themeId
  const objectives: (number | null)[] = reading.themes.flatMap(theme => theme.objectives.map(() => null))
  for (const { before, after } of comparison.objectives) objectives[placeOf(after.objectiveId)] = before.objectiveId
  const actions: (number | null)[] = reading.themes.flatMap(theme => theme.actions.map(() => null))
  for (const { before, after } of samePairs(comparison, parted)) actions[placeOf(after.actionId)] = before.actionId
  return { themes, objectives, actions }
}

const samePairs = (comparison: PlanComparison, parted: Set<number>): ActionPair[] =>
  comparison.pairs.filter(pair => !parted.has(pair.before.actionId))

/** Every older action that nothing of the newer version continues, with what most likely became of it. */
export function likelyFates(comparison: PlanComparison, parted: Set<number>): Gone[] {
  const partedActions = comparison.pairs.filter(pair => parted.has(pair.before.actionId)).map(pair => pair.before)
  return [...comparison.gone, ...partedActions].map(action => {
    const suggested = comparison.suggestions.find(suggestion => suggestion.from.includes(action))
    if (suggested) return { action, fate: suggested.kind, to: suggested.to.map(one => placeOf(one.actionId)) }
    return { action, fate: action.delivery === 'completed' ? ('completed' as const) : ('dropped' as const), to: [] }
  })
}

/** The rows of the family tree: one for each newer action, or one alone where it went nowhere. */
export const successionsOf = (gone: Gone[]): Keeping['gone'] =>
  gone.flatMap(({ action, fate, to }) =>
    (to.length === 0 ? [null] : to).map(place => ({
      actionId: action.actionId,
      kind: fate,
      toAction: place,
      note: '',
    })),
  )

/** How an action stands on a day for the board: late, slipped, stale, delivered without impact. Pure; the rules are printed in the report. */
import { type Action, hasSlipped, isLate } from '../plan/action.ts'
import { allActions, type Plan } from '../plan/plan.ts'
import { isStale as isStaleAfter, STALE_AFTER_DAYS } from '../plan/register.ts'
import type { Day } from '../terms/day.ts'

/** An action neither completed nor on hold, with no update or rating for longer than this, is stale. A board may set its own. */
export const STALE_AFTER_WEEKS = STALE_AFTER_DAYS / 7

/** Stale as the register says it, after as many weeks as a board sets. */
export const isStale = (action: Action, asAt: Day, weeks: number): boolean => isStaleAfter(action, asAt, weeks * 7)

export const isWithoutImpact = (action: Action): boolean => action.delivery === 'completed' && action.impact === 'none'

export type Standing = {
  actions: Action[]
  /** Longest overdue first. */
  late: Action[]
  slipped: Action[]
  /** Longest unheard of first. Null where the plan carries no dated update or rating at all, so that it cannot be told. */
  stale: Action[] | null
  withoutImpact: Action[]
  unrated: Action[]
}

export function standingOf(plan: Plan, asAt: Day, staleAfterWeeks: number): Standing {
  const actions = allActions(plan)
  const heardOf = actions.some(action => action.lastUpdateOn !== null)
  return {
    actions,
    late: actions.filter(action => isLate(action, asAt)).toSorted(by(action => action.timescale.latest)),
    slipped: actions.filter(hasSlipped),
    stale: heardOf
      ? actions.filter(action => isStale(action, asAt, staleAfterWeeks)).toSorted(by(action => action.lastUpdateOn))
      : null,
    withoutImpact: actions.filter(isWithoutImpact),
    unrated: actions.filter(action => action.ratedOn === null),
  }
}

/** Days in order, none first; those of one day stay in the plan's own order. */
const by = (of: (action: Action) => Day | null) => (a: Action, b: Action) => {
  const [first, second] = [of(a) ?? '', of(b) ?? '']
  return first < second ? -1 : first > second ? 1 : 0
}

/** How a plan stands: its actions counted by delivery and impact, overall and by theme, and what needs a look. */
import { type BarPart } from '../web/bar.ts'
import { type Action, DELIVERY, type Delivery, hasSlipped, IMPACT, type Impact, isLate } from './action.ts'
import { allActions, type Plan } from './plan.ts'
import { isStale } from './register.ts'

export type Counts = {
  actions: number
  delivery: Record<Delivery, number>
  impact: Record<Impact, number>
  late: number
  slipped: number
  stale: number
  completedWithoutImpact: number
}

export function countActions(actions: Action[], asAt: Plan['asAt']): Counts {
  const count = (is: (action: Action) => boolean) => actions.filter(is).length
  return {
    actions: actions.length,
    delivery: mapKeys(DELIVERY, delivery => count(action => action.delivery === delivery)),
    impact: mapKeys(IMPACT, impact => count(action => action.impact === impact)),
    late: count(action => isLate(action, asAt)),
    slipped: count(hasSlipped),
    stale: count(action => isStale(action, asAt)),
    completedWithoutImpact: count(action => action.delivery === 'completed' && action.impact === 'none'),
  }
}

export const standingOf = (plan: Plan): Counts => countActions(allActions(plan), plan.asAt)

const mapKeys = <Key extends string>(words: Record<Key, string>, value: (key: Key) => number): Record<Key, number> =>
  Object.fromEntries((Object.keys(words) as Key[]).map(key => [key, value(key)])) as Record<Key, number>

/** The parts of a delivery bar and of an impact bar, best first: each with a colour, a pattern and a shape that tell it in grey too, the same as in a pack. */
export const DELIVERY_BAR: BarPart[] = [
  { key: 'completed', words: DELIVERY.completed, colour: '#0b5a4a', pattern: 'solid', shape: 'tick' },
  { key: 'on-task', words: DELIVERY['on-task'], colour: '#1d70b8', pattern: 'stripes', shape: 'half' },
  { key: 'not-started', words: DELIVERY['not-started'], colour: '#505a5f', pattern: 'empty', shape: 'ring' },
  { key: 'on-hold', words: DELIVERY['on-hold'], colour: '#a08a3c', pattern: 'solid', shape: 'pause' },
  { key: 'delayed', words: DELIVERY.delayed, colour: '#a3271c', pattern: 'dots', shape: 'warning' },
]
export const IMPACT_BAR: BarPart[] = [
  { key: 'made', words: IMPACT.made, colour: '#0b5a4a', pattern: 'solid', shape: 'full' },
  { key: 'starting', words: IMPACT.starting, colour: '#12716c', pattern: 'stripes', shape: 'half' },
  { key: 'none', words: IMPACT.none, colour: '#505a5f', pattern: 'empty', shape: 'ring' },
]

/** When a young person's pathway plan was last made or reviewed. */
import type { DayNumber } from '../../terms/day-number.ts'
import { type History, numbered } from '../history.ts'
import type { Position } from './care-leavers.ts'
import { daysOf } from './key-events.ts'

/** From the latest position, and from what is told of plans and reviews; null where there is no plan. */
export function planOn(history: History, { row, on }: Position): DayNumber | null {
  const told = ['first-pathway-plan', 'pathway-review'] as const
  const days = told.flatMap(kind => daysOf(history, row.personId, kind))
  const known = [numbered(row.pathwayPlanOn) ?? -Infinity, ...days].filter(day => day <= on)
  const latest = Math.max(...known)
  return latest === -Infinity ? null : latest
}

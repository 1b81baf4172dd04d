/** Why a plan ended that nobody decided to end: the child died, moved away or became 18. */
import { rowsOf } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type History, numbered } from '../history.ts'

export const LEFT_PLAN = {
  died: 'The child died',
  moved: 'The child moved to another authority',
  'turned-18': 'The child became 18',
} as const

/** By the day of death, the referral's closing as moved on the day the plan ended, and the birthday (ruling "Plan ended because ..."). Null for every other end. */
export function whyLeftPlan(history: History, personId: string, until: DayNumber): keyof typeof LEFT_PLAN | null {
  const child = history.child(personId)
  if (child?.diedOn != null && child.diedOn <= until) return 'died'
  const closed = rowsOf(history.records.referrals, personId)
  if (closed.some(({ closeReason, closedOn }) => closeReason === 'RC5' && numbered(closedOn) === until)) return 'moved'
  return child?.eighteenOn != null && until >= child.eighteenOn ? 'turned-18' : null
}

/** A meeting of the core group of a child protection plan, for one child. Supplementary extract. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export type CoreGroup = Recorded & {
  readonly id: string
  readonly cpPlanId: string | null
  readonly personId: string
  readonly heldOn: Day | null
}

/** A child protection plan; one at a time. SSD 1.4.5, `ssd_cp_plans`; CIN census categories. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export const ABUSE = {
  NEG: 'Neglect',
  PHY: 'Physical abuse',
  SAB: 'Sexual abuse',
  EMO: 'Emotional abuse',
  MUL: 'Multiple',
} as const

export type Abuse = keyof typeof ABUSE

export type CpPlan = Recorded & {
  readonly id: string
  readonly referralId: string | null
  readonly conferenceId: string | null
  readonly personId: string
  readonly startedOn: Day | null
  readonly endedOn: Day | null
  /** Another authority's plan, held here for a time: in no count of our own (ruling "Plans of other authorities"). */
  readonly isOtherAuthority: boolean | null
  readonly firstCategory: Abuse | null
  readonly latestCategory: Abuse | null
}

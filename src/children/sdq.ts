/** A strengths and difficulties questionnaire. SSD 1.4.5, `ssd_sdq_scores`; SSDA903 codes. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

/** Why there is no score. */
export const SDQ_REASON = {
  SDQ1: 'No form returned: child under 4 or over 17',
  SDQ2: 'Carer refused to complete it',
  SDQ3: 'Not possible because of the severity of the child’s disability',
  SDQ4: 'Other',
  SDQ5: 'Child or young person refused',
} as const

export type Sdq = Recorded & {
  readonly id: string
  readonly personId: string
  readonly completedOn: Day | null
  /** 0 to 40; higher is more difficulty. */
  readonly score: number | null
  readonly reason: keyof typeof SDQ_REASON | null
}

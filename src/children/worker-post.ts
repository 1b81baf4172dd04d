/** A post in a social work team over time, held or vacant: establishment, agency share, caseload cap. Supplementary extract. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export type WorkerPost = Recorded & {
  readonly id: string
  /** Null while the post is vacant. */
  readonly workerId: string | null
  readonly teamId: string | null
  readonly title: string | null
  readonly grade: string | null
  /** Of the post, full-time equivalent. */
  readonly fte: number | null
  readonly isAgency: boolean | null
  /** In the first, assessed year of employment. */
  readonly isNewlyQualified: boolean | null
  readonly isManager: boolean | null
  /** The most children that the post may hold. */
  readonly caseloadCap: number | null
  readonly fromOn: Day | null
  readonly untilOn: Day | null
}

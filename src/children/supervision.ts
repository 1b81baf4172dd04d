/** A supervision of a worker, or the management oversight of one child's case. Supplementary extract. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export type Supervision = Recorded & {
  readonly id: string
  readonly workerId: string | null
  readonly supervisorId: string | null
  readonly heldOn: Day | null
  /** Written up; a supervision that nobody recorded is not one (clocks, R14). */
  readonly recordedOn: Day | null
  /** The child, where it was of one case; null for the worker's own. */
  readonly childId: string | null
}

/** An episode of early help. SSD 1.4.5, `ssd_early_help_episodes`: episodes, not assessments; reasons are in the authority's own words. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export type EarlyHelp = Recorded & {
  readonly id: string
  readonly personId: string
  readonly startedOn: Day | null
  readonly endedOn: Day | null
  readonly reason: string | null
  readonly endReason: string | null
  readonly organisation: string | null
  readonly workerId: string | null
}

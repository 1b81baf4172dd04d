/** A permanence option that a looked-after child had before and that ended. SSD 1.4.5, `ssd_cla_previous_permanence`; SSDA903 codes. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export const PREVIOUS_PERMANENCE = {
  P1: 'Adoption',
  P2: 'Special guardianship order',
  P3: 'Residence order or child arrangements order',
  P4: 'Not known which',
  Z1: 'None',
} as const

export type PreviousPermanence = Recorded & {
  readonly id: string
  readonly personId: string
  readonly option: keyof typeof PREVIOUS_PERMANENCE | null
  /** The authority that arranged it, as recorded: a code, a name, or WAL, SCO, NIR, NUK, 999. */
  readonly arrangedBy: string | null
  /** Null where the day is known only in part (`zz/03/2015`); then `orderText` says what is. */
  readonly orderedOn: Day | null
  readonly orderText: string | null
}

/** Care proceedings of one child, and the pre-proceedings before them. Supplementary extract. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export type CourtCase = Recorded & {
  readonly id: string
  readonly personId: string
  /** The legal meeting decided on pre-proceedings. */
  readonly preProceedingsOn: Day | null
  readonly letterOn: Day | null
  readonly firstMeetingOn: Day | null
  /** Pre-proceedings ended, in whichever way. */
  readonly preProceedingsEndedOn: Day | null
  /** The application was issued: the 26 weeks run from the day after. */
  readonly issuedOn: Day | null
  readonly finalOrderOn: Day | null
  readonly outcome: string | null
}

/** Someone who works with children. SSD 1.4.5, `ssd_professionals`. */
import type { Recorded } from './recorded.ts'

export type Professional = Recorded & {
  readonly id: string
  /** The staff number, which some tables name a worker by. */
  readonly staffId: string | null
  readonly name: string | null
  /** Social Work England's number: SW and digits. Without one they are not counted as a social worker. */
  readonly registration: string | null
  readonly isAgency: boolean | null
  readonly jobTitle: string | null
  /** Open cases on the last 30 September only; the caseload of any other day is counted from involvements. */
  readonly septemberCaseload: number | null
  readonly department: string | null
  /** Full-time equivalent, 0 to 1. */
  readonly fte: number | null
}

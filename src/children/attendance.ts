/** Whether an agency came to a meeting: strategy discussion, conference, review or core group. Supplementary extract. */
import type { Recorded } from './recorded.ts'

export type Attendance = Recorded & {
  readonly id: string
  /** The id or meeting id of what was attended. */
  readonly meetingId: string | null
  /** The authority's own word: police, health visitor, school. */
  readonly agency: string | null
  readonly wasInvited: boolean | null
  readonly attended: boolean | null
  readonly sentReport: boolean | null
}

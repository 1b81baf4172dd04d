/** A pupil as the special educational needs service knows them. SSD 1.4.5, `ssd_send`: most extracts fill only the ids. */
import type { UPN_UNKNOWN } from './person.ts'
import type { Recorded } from './recorded.ts'

export type Send = Recorded & {
  readonly id: string
  readonly personId: string
  readonly upn: string | null
  /** Unique learner number. */
  readonly uln: string | null
  readonly upnUnknown: keyof typeof UPN_UNKNOWN | null
}

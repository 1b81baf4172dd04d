/** Another number by which a person is known: NHS, court, youth justice, Home Office. SSD 1.4.5, `ssd_linked_identifiers`. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export type LinkedIdentifier = Recorded & {
  readonly id: string
  readonly personId: string
  /** As recorded: NHS Number, Unique Pupil Number, YOT Number, Court Case Number ... */
  readonly kind: string | null
  readonly value: string | null
  readonly fromOn: Day | null
  readonly untilOn: Day | null
}

/** Who belongs to which family group, for work with a whole family or an adoptive one. SSD 1.4.5, `ssd_family`. */
import type { Recorded } from './recorded.ts'

export type FamilyMember = Recorded & {
  readonly id: string
  readonly familyId: string | null
  readonly personId: string
}

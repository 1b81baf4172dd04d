/** A team, and the one above it. SSD 1.4.5, `ssd_department`. */
import type { Recorded } from './recorded.ts'

export type Team = Recorded & {
  readonly id: string
  readonly name: string | null
  readonly parentId: string | null
  readonly parentName: string | null
}

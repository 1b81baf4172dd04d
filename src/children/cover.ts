/** A worker's involvement that only stood in for another's: it is no change of social worker. Supplementary extract. */
import type { Recorded } from './recorded.ts'

export type Cover = Recorded & {
  readonly involvementId: string
  readonly isCover: boolean | null
}

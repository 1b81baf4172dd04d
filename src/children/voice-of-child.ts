/** A child's answers about the work done with them. SSD 1.4.5, `ssd_voice_of_child`: defined, but few extracts fill it yet. */
import type { Recorded } from './recorded.ts'

export type VoiceOfChild = Recorded & {
  readonly id: string
  readonly personId: string
  readonly worriesExplained: boolean | null
  readonly storyHelped: boolean | null
  readonly agreesWithWorker: boolean | null
  readonly planIsClear: boolean | null
  readonly tabletHelped: boolean | null
}

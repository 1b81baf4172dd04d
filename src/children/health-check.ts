/**
 * A health or dental check of a looked-after child. SSD 1.4.5, `ssd_cla_health`, where the kind is the authority's own text. Only
 * where that text tells an initial health assessment from a review can the 20-day measure be worked out.
 */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export const HEALTH_CHECK = {
  initial: 'Initial health assessment',
  review: 'Review health assessment',
  assessment: 'Health assessment, not said which',
  dental: 'Dental check',
  optical: 'Eye test',
  development: 'Development check under 5',
  other: 'Other',
} as const

export const HEALTH_CHECK_STATUS = {
  planned: 'Planned',
  completed: 'Completed',
  refused: 'Refused',
  cancelled: 'Cancelled',
} as const

export type HealthCheck = Recorded & {
  readonly id: string
  readonly personId: string
  readonly kind: keyof typeof HEALTH_CHECK | null
  readonly checkedOn: Day | null
  readonly status: keyof typeof HEALTH_CHECK_STATUS | null
}

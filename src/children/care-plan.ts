/** The plan for a looked-after child's permanence. SSD 1.4.5, `ssd_cla_care_plan`. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

/** Keys of `lacp_cla_care_plan_json`. */
export const PERMANENCE_PLAN = {
  'home-with-short-breaks': 'Remain with family, supported by short breaks',
  'home-in-1-month': 'Return to family within 1 month',
  'home-in-6-months': 'Return to family within 6 months',
  'home-later': 'Eventual return to family',
  'long-term-relatives': 'Long-term placement with relatives or friends',
  'long-term-fostering': 'Long-term fostering until 18',
  residential: 'Residential placement until 18',
  'supported-living': 'Supported living in the community',
  adoption: 'Adoption',
  other: 'Other',
} as const

export type CarePlan = Recorded & {
  readonly id: string
  readonly personId: string
  readonly fromOn: Day | null
  readonly untilOn: Day | null
  readonly plans: readonly (keyof typeof PERMANENCE_PLAN)[] | null
}

/** A person's immigration status over time. SSD 1.4.5, `ssd_immigration_status`, which has no codes: these are ours. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export const IMMIGRATION_STATUS = {
  UASC: 'Unaccompanied asylum-seeking child',
  REFUGEE: 'Refugee status',
  ILR: 'Indefinite leave to remain',
  DL18: 'Discretionary leave until 18',
  LEAVE: 'Other leave to remain',
  ADULT: 'Adult asylum seeker',
  ENDED: 'Appeal rights exhausted',
  BRITISH: 'British citizen',
} as const

export type ImmigrationStatus = Recorded & {
  readonly id: string
  readonly personId: string
  readonly fromOn: Day | null
  readonly untilOn: Day | null
  readonly status: keyof typeof IMMIGRATION_STATUS | null
}

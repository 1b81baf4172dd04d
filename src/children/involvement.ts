/** A worker's involvement with a child, over time. SSD 1.4.5, `ssd_involvements`; role codes since 1.4.5, words before. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export const ROLE = {
  CW: 'Allocated case worker',
  CO: 'Co-worker',
  PA: 'Personal adviser',
  IRO: 'Independent reviewing officer',
  CHAIR: 'Child protection chair',
  FSW: 'Family support worker',
  SSW: 'Supervising social worker',
  MANAGER: 'Manager',
  STUDENT: 'Student',
  OTHER: 'Other',
} as const

/** SSDA903: why the social worker changed. */
export const WORKER_CHANGE = {
  MANAGE: 'Allocated for management reasons',
  FCONTA: 'First contact social worker',
  LEFTRL: 'Left the role',
  ORGRST: 'Organisational restructure',
  TSPROC: 'Transfer process',
  ABSENC: 'Absence',
  CHCHAN: 'Child requested the change',
  PCCHAN: 'Parent or carer requested the change',
  SWDIED: 'Social worker died',
  OTHERS: 'Other',
} as const

export type Involvement = Recorded & {
  readonly id: string
  readonly personId: string
  readonly workerId: string | null
  readonly role: keyof typeof ROLE | null
  readonly teamId: string | null
  readonly fromOn: Day | null
  /** Null while it is open. */
  readonly untilOn: Day | null
  readonly changeReason: keyof typeof WORKER_CHANGE | null
  readonly referralId: string | null
}

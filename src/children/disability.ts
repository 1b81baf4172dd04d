/** A disability of a child; several rows a child. SSD 1.4.5, `ssd_disability`; CIN census codes. */
import type { Recorded } from './recorded.ts'

export const DISABILITY = {
  NONE: 'No disability',
  MOB: 'Mobility',
  HAND: 'Hand function',
  PC: 'Personal care',
  INC: 'Incontinence',
  COMM: 'Communication',
  LD: 'Learning',
  HEAR: 'Hearing',
  VIS: 'Vision',
  BEH: 'Behaviour',
  CON: 'Consciousness',
  AUT: 'Autism or Asperger syndrome',
  DDA: 'Other disability under the Equality Act',
} as const

export type Disability = Recorded & {
  readonly id: string
  readonly personId: string
  /** NONE says that somebody asked and there is none; no row at all says nothing. */
  readonly disability: keyof typeof DISABILITY | null
}

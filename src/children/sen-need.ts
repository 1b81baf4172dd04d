/** A special educational need on an active plan. SSD 1.4.5, `ssd_sen_need`. */
import type { Recorded } from './recorded.ts'

export const SEN_NEED = {
  SPLD: 'Specific learning difficulty',
  MLD: 'Moderate learning difficulty',
  SLD: 'Severe learning difficulty',
  PMLD: 'Profound and multiple learning difficulty',
  SEMH: 'Social, emotional and mental health',
  SLCN: 'Speech, language and communication needs',
  HI: 'Hearing impairment',
  VI: 'Vision impairment',
  MSI: 'Multi-sensory impairment',
  PD: 'Physical disability',
  ASD: 'Autistic spectrum disorder',
  OTH: 'Other difficulty or disability',
} as const

export type SenNeed = Recorded & {
  readonly id: string
  readonly activePlanId: string | null
  readonly need: keyof typeof SEN_NEED | null
  /** 1 the primary need, 2 the secondary. */
  readonly rank: number | null
}

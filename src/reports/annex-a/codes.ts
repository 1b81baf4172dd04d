/** The codes of Ofsted's template of August 2019 with what has been added since, letter for letter: tools compare them as text. */
import type { PERMANENCE_PLAN } from '../../children/care-plan.ts'
import type { ACCOMMODATION, ACTIVITY, ELIGIBILITY, IN_TOUCH } from '../../children/care-leaver.ts'
import type { CEASED_REASON } from '../../children/cla-episode.ts'
import type { Source } from '../../children/contact.ts'
import type { Abuse } from '../../children/cp-plan.ts'
import type { LegalStatusCode } from '../../children/legal-status.ts'
import type { DECISION_REVERSED } from '../../children/permanence.ts'
import type { Ethnicity, Gender } from '../../children/person.ts'
import type { PLACEMENT_PROVIDER, PLACEMENT_TYPE } from '../../children/placement.ts'
import type { Closure, Need } from '../../children/referral.ts'

type Labels<Code extends string> = Readonly<Record<Code, string | null>>

export const YES = 'a) Yes'
export const NO = 'b) No'
export const UNKNOWN = 'c) Unknown'

export const yesOrNo = (given: boolean | null): string | null => (given === null ? null : given ? YES : NO)
export const yesNoOrUnknown = (given: boolean | null): string => yesOrNo(given) ?? UNKNOWN

export const GENDERS: Labels<Gender> = { M: 'a) Male', F: 'b) Female', U: 'c) Not stated/recorded', I: 'd) Neither' }

export const ETHNICITIES: Labels<Ethnicity> = {
  WBRI: 'a) WBRI', WIRI: 'b) WIRI', WIRT: 'c) WIRT', WOTH: 'd) WOTH', WROM: 'e) WROM', MWBC: 'f) MWBC', MWBA: 'g) MWBA',
  MWAS: 'h) MWAS', MOTH: 'i) MOTH', AIND: 'j) AIND', APKN: 'k) APKN', ABAN: 'l) ABAN', AOTH: 'm) AOTH', BCRB: 'n) BCRB',
  BAFR: 'o) BAFR', BOTH: 'p) BOTH', CHNE: 'q) CHNE', OOTH: 'r) OOTH', REFU: 's) REFU', NOBT: 't) NOBT',
} // prettier-ignore

export const SOURCES: Labels<Source> = {
  '1A': 'a) 1A: Individual', '1B': 'b) 1B: Individual', '1C': 'c) 1C: Individual', '1D': 'd) 1D: Individual', '2A': 'e) 2A: Schools',
  '2B': 'f) 2B: Education services', '3A': 'g) 3A: Health services', '3B': 'h) 3B: Health services', '3C': 'i) 3C: Health services',
  '3D': 'j) 3D: Health services', '3E': 'k) 3E: Health services', '3F': 'l) 3F: Health services', '4': 'm) 4: Housing',
  '5A': 'n) 5A: LA services', '5B': 'o) 5B: LA services', '5C': 'p) 5C: LA services', '5D': 'p1) 5D: LA services', '6': 'q) 6: Police',
  '7': 'r) 7: Other legal agency', '8': 's) 8: Other', '9': 't) 9: Anonymous', '10': 'u) 10: Unknown',
} // prettier-ignore

/** List 8 words N3 its own way and has no N9 or N0. */
export const NEEDS: Labels<Need> = {
  N1: 'N1 - Abuse or neglect', N2: 'N2 - Child’s disability', N3: 'N3 - Parental disability or illness', N4: 'N4 - Family in acute stress',
  N5: 'N5 - Family dysfunction', N6: 'N6 - Socially unacceptable behaviour', N7: 'N7 - Low income', N8: 'N8 - Absent parenting',
  N9: 'N9 - Cases other than children in need', N0: 'N0 - Not stated',
} // prettier-ignore
export const NEEDS_IN_CARE: Labels<Need> = { ...NEEDS, N3: 'N3 - Parental illness or disability', N9: null, N0: null }

export const CLOSURES: Labels<Closure> = {
  RC1: 'RC1 - Adopted', RC2: 'RC2 - Died', RC3: 'RC3 - Child arrangements order', RC4: 'RC4 - Special guardianship order',
  RC5: 'RC5 - Transferred to services of another local authority', RC6: 'RC6 - Transferred to adult social care services',
  RC7: 'RC7 - Services ceased for any other reason, including child no longer in need', RC8: 'RC8 - Case closed after assessment, no further action',
  RC9: 'RC9 - Case closed after assessment, referred to early help',
} // prettier-ignore

export const STATUS = {
  care: 'a) Looked after child',
  plan: 'b) Child Protection plan',
  need: 'c) Child in need plan',
  assessment: 'd) Open assessment',
  closed: 'e) Closed episode',
} as const

export const ABUSES: Labels<Abuse> = { NEG: 'a) Neglect', PHY: 'b) Physical abuse', SAB: 'c) Sexual abuse', EMO: 'd) Emotional abuse', MUL: 'e) Multiple/not recommended' } // prettier-ignore

/** Statuses outside the looked-after return have no code in list 8. */
export const LEGAL: Labels<LegalStatusCode> = {
  C1: 'C1: ICO', C2: 'C2: FCO', D1: 'D1: Freeing order', E1: 'E1: Placement order', V2: 'V2: Single period under S20',
  L1: 'L1: Police protection LA accommodation', L2: 'L2: EPO', L3: 'L3: Child assessment order LA accommodation',
  J1: 'J1: Remanded to LA or youth detention', J2: 'J2: LA accommodation under PACE', J3: 'J3: Youth rehabilitation order',
  V3: 'V3: Short term breaks, episodes recorded', V4: 'V4: Short term breaks, agreements recorded', SGO: null, CAO: null, SO: null, PF: null,
  CL: null,
} // prettier-ignore

/** In the order in which one is taken where a plan says several: a plan for adoption says so whatever is planned beside it. */
export const PERMANENCE_PLANS: Readonly<Record<keyof typeof PERMANENCE_PLAN, string>> = {
  adoption: 'b) Adoption',
  'home-with-short-breaks': 'a) Return to family',
  'home-in-1-month': 'a) Return to family',
  'home-in-6-months': 'a) Return to family',
  'home-later': 'a) Return to family',
  'long-term-relatives': 'f) Long-term fostering',
  'long-term-fostering': 'f) Long-term fostering',
  residential: 'e) Long-term residential placement',
  'supported-living': 'd) Supported living in the community',
  other: 'g) other',
}

export const CEASED: Labels<keyof typeof CEASED_REASON> = {
  E11: 'a) E11: Adopted - application unopposed', E12: 'b) E12: Adopted - consent dispensed', E2: 'c) E2: Died',
  E3: 'd) E3: Care taken by another LA', E4A: 'e) E4A: Returned home to live with parents or relatives - part of planning',
  E4B: 'f) E4B: Returned home to live with parents or relatives - not part of planning',
  E13: 'g) E13: Parents, relatives or other with no parental responsibility', E41: 'h) E41: Residence order granted',
  E43: 'E43: Special Guardianship Orders - former foster carer', E44: 'E44: Special Guardianship Orders - other',
  E45: 'i) E45: Special Guardianship Orders - former carer relative/friend', E46: 'j) E46: Special Guardianship Orders - former carer other',
  E47: 'k) E47: Special Guardianship Orders - relative/friend', E48: 'l) E48: Special Guardianship Orders - other',
  E5: 'm) E5: Moved into independent living - supported', E6: 'n) E6: Moved into independent living - no support',
  E7: 'o) E7: Transferred to residential care funded by adult social services', E9: 'p) E9: Sentenced to custody',
  E14: 'q) E14: Accommodation on remand ended', E15: 'r) E15: Age assessment determined child was 18 or over', E16: 's) E16: Child moved abroad',
  E17: 'E17: Aged 18 or over and remained with current carers', E8: 't) E8: Care ceased for any other reason', X1: 'u) X1:CodeError',
} // prettier-ignore

/** K3 and Z11 to Z14 came after the template and have no letter in it. */
export const PLACEMENTS: Labels<keyof typeof PLACEMENT_TYPE> = {
  U1: 'a) U1: Foster placement - relatives - long term', U2: 'b) U2: Foster placement - relative - FFA',
  U3: 'c) U3: Foster placement - relative - not FFA', U4: 'd) U4: Foster placement - long term', U5: 'e) U5: Foster placement - FFA',
  U6: 'f) U6: Foster placement - not FFA', A3: 'g) A3: Placed for adoption - consent - current foster',
  A4: 'h) A4: Placed for adoption - consent - not foster', A5: 'i) A5: Placed for adoption - order - foster',
  A6: 'j) A6: Placed for adoption - order - not foster', P1: 'k) P1: Placed with parents', P2: 'l) P2: Independent living',
  P3: 'm) P3: Residential employment', H5: 'n) H5: Residential accommodation', K1: 'o) K1: Secure Children’s Homes',
  K2: 'p) K2: Children’s Homes', K3: 'K3: Supported accommodation', R1: 'q) R1: Residential Care Home', R2: 'r) R2: NHS/Health Trust',
  R3: 's) R3: Family Centre or Mother and Baby Unit', R5: 't) R5: Young Offender Institution', S1: 'u) S1: Residential school',
  Z1: 'v) Z1: Other placements', Z11: 'Z11: Other placements', Z12: 'Z12: Other placements', Z13: 'Z13: Other placements',
  Z14: 'Z14: Other placements', T0: 'w) T0: Temporary placement', T1: 'x) T1: Temporary placement - hospital',
  T2: 'y) T2: Temporary placement - holiday', T3: 'z) T3: Temporary placement - carer holiday',
  T4: 'zz) T4: Temporary placement - seven days or less',
} // prettier-ignore

export const PROVIDERS: Labels<keyof typeof PLACEMENT_PROVIDER> = {
  PR0: 'a) PR0: Parents/Parental responsibility', PR1: 'b) PR1: Own provision', PR2: 'c) PR2: Other LA provision',
  PR3: 'd) PR3: Other public provision', PR4: 'e) PR4: Private provision', PR5: 'f) PR5: Voluntary/third sector',
} // prettier-ignore

export const ELIGIBILITIES: Labels<keyof typeof ELIGIBILITY> = {
  relevant: 'a) Relevant child',
  'former-relevant': 'b) Former relevant child',
  qualifying: 'c) Qualifying care leaver',
  eligible: 'd) Eligible child',
  none: null,
}

export const TOUCHES: Labels<keyof typeof IN_TOUCH> = { YES: 'a) Yes', NO: 'b) No', DIED: 'c) Died', REFU: 'd) Refu', NREQ: 'e) NREQ', RHOM: 'f) Rhom' } // prettier-ignore

export const HOMES: Labels<keyof typeof ACCOMMODATION> = {
  B: 'B: Parents/relatives', C: 'C: Community home / residential care',
  D: 'D: Semi-independent, transitional accommodation and self-contained accommodation', E: 'E: Supported lodgings', G: 'G: Abroad',
  H: 'H: Deported', K: 'K: Ordinary lodgings, without formal support', R: 'R: Residence not known', S: 'S: No fixed abode / homeless',
  T: 'T: Foyers and similar supported accommodation', U: 'U: Independent living', V: 'V: Emergency accommodation',
  W: 'W: Bed and breakfast', X: 'X: In custody', Y: 'Y: Other accommodation', Z: 'Z: With former foster carers',
} // prettier-ignore

export const SUITABLE = 'a) Suitable'
export const UNSUITABLE = 'b) Unsuitable'

export const ACTIVITIES: Labels<keyof typeof ACTIVITY> = {
  F1: 'F1: Full time in higher education', P1: 'P1: Part time in higher education', F2: 'F2: Full time in education other than higher',
  P2: 'P2: Part time in education other than higher', F3: 'F3: Full time in training or employment', P3: 'P3: Part time in training or employment',
  F4: 'F4: Young person engaged full time in an apprenticeship', P4: 'P4: Young person engaged part time in an apprenticeship',
  F5: 'F5: Young person engaged full time in training or employment (not apprenticeship)',
  P5: 'P5: Young person engaged part time in training or employment (not apprenticeship)',
  G4: 'G4: Not in education, employment or training - illness or disability', G5: 'G5: Not in education, employment or training - other',
  G6: 'G6: Not in education, employment or training - pregnancy or parenting', '0': null,
} // prettier-ignore

export const REVERSED: Labels<keyof typeof DECISION_REVERSED> = {
  RD1: 'RD1 - The child’s needs changed subsequent to the decision', RD2: 'RD2 - The Court did not make a placement order',
  RD3: 'RD3 - Prospective adopters could not be found', RD4: 'RD4 - Any other reason',
} // prettier-ignore

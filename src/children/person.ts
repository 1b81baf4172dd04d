/** A child or young person known to the authority, born or not yet. Standard Safeguarding Dataset 1.4.5, `ssd_person`. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export const SEX = { M: 'Male', F: 'Female', U: 'Not known or not recorded' } as const

export const GENDER = { M: 'Male', F: 'Female', U: 'Not known', I: 'Neither male nor female' } as const

/** The DfE's twenty codes (School and CIN censuses, SSDA903). */
export const ETHNICITY = {
  WBRI: 'White British',
  WIRI: 'White Irish',
  WIRT: 'Traveller of Irish heritage',
  WOTH: 'Any other White background',
  WROM: 'Gypsy or Roma',
  MWBC: 'White and Black Caribbean',
  MWBA: 'White and Black African',
  MWAS: 'White and Asian',
  MOTH: 'Any other mixed background',
  AIND: 'Indian',
  APKN: 'Pakistani',
  ABAN: 'Bangladeshi',
  AOTH: 'Any other Asian background',
  BCRB: 'Caribbean',
  BAFR: 'African',
  BOTH: 'Any other Black background',
  CHNE: 'Chinese',
  OOTH: 'Any other ethnic group',
  REFU: 'Refused',
  NOBT: 'Information not yet obtained',
} as const

export const UPN_UNKNOWN = {
  UN1: 'Not of school age',
  UN2: 'Never attended a maintained school in England',
  UN3: 'Educated outside England',
  UN4: 'Newly looked after',
  UN5: 'Sources disagree',
} as const

export type Sex = keyof typeof SEX
export type Gender = keyof typeof GENDER
export type Ethnicity = keyof typeof ETHNICITY

export type Person = Recorded & {
  /** The case management system's own number, never used again. A child adopted and looked after again has two, not linked. */
  readonly id: string
  readonly legacyId: string | null
  readonly upn: string | null
  readonly upnUnknown: keyof typeof UPN_UNKNOWN | null
  /** NHS number or another single unique identifier. */
  readonly commonId: string | null
  readonly forename: string | null
  readonly surname: string | null
  readonly sex: Sex | null
  readonly gender: Gender | null
  readonly ethnicity: Ethnicity | null
  /** Null where the child is not born, or the date is an estimate; see `birthOf`. */
  readonly bornOn: Day | null
  /** The day the birth was expected, or an estimate of the day of birth. */
  readonly expectedOn: Day | null
  readonly diedOn: Day | null
  readonly isMother: boolean | null
  readonly hasEhcPlan: boolean | null
  readonly nationality: string | null
}

/**
 * The day of birth, or of the birth expected where there is no other: the child is unborn until that day and counts as born,
 * estimated, from it (ruling "Unborn or estimated birth date").
 */
export const birthOf = ({ bornOn, expectedOn }: Person): Day | null => bornOn ?? expectedOn

export function isUnborn(person: Person, on: Day): boolean {
  const birth = birthOf(person)
  return birth !== null && birth > on
}

/** Completed years; below 0 before birth; null where no date of birth is known. Born on 29 February, a year older on 1 March (R18). */
export function ageOn(person: Person, on: Day): number | null {
  const birth = birthOf(person)
  if (birth === null) return null
  return Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (on.slice(5) < birth.slice(5) ? 1 : 0)
}

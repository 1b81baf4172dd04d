/** What becomes of a field in an extract for analysis: it is kept, becomes a pseudonym, is told to the month, or is left out. */
import type { FieldOf } from '../../children/field-words.ts'
import type { TableName } from '../../children/records.ts'

/**
 * Numbers of one kind of thing become pseudonyms together, so that the same number in two tables still joins. All records of work share
 * one: a meeting is named by its own number or by that of what it decided on, and a visit of two plans stands in two tables by one number.
 */
export const NUMBERED = {
  person: 'a child or other person',
  worker: 'a worker',
  registration: 'a social worker’s registration',
  team: 'a team',
  family: 'a family',
  carer: 'a carer',
  care: 'a period of care',
  provider: 'a provider of placements',
  record: 'a record, meeting or visit',
} as const
export type Numbered = keyof typeof NUMBERED

export type Treatment =
  { readonly is: 'kept' | 'month' | 'left-out' } | { readonly is: 'pseudonym'; readonly of: Numbered }

export type Treatments = {
  readonly [Name in TableName]: { readonly [Field in FieldOf<Name>]: Treatment }
}

const pseudonym = (of: Numbered): Treatment => ({ is: 'pseudonym', of })

export const KEEP: Treatment = { is: 'kept' }
/** A day becomes the first of its month. */
export const MONTH: Treatment = { is: 'month' }
/** Names, numbers that other bodies know somebody by, places, and whatever people wrote in their own words. */
export const OUT: Treatment = { is: 'left-out' }
export const PERSON = pseudonym('person')
export const WORKER = pseudonym('worker')
export const REGISTRATION = pseudonym('registration')
export const TEAM = pseudonym('team')
export const FAMILY = pseudonym('family')
export const CARER = pseudonym('carer')
export const CARE = pseudonym('care')
export const PROVIDER = pseudonym('provider')
export const RECORD = pseudonym('record')

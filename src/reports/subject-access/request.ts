/** A request for access to what is held of somebody: who asks, and by which day it is answered. */
import { BANK_HOLIDAYS } from '../../terms/bank-holiday.ts'
import { addDays, addMonths, type Day } from '../../terms/day.ts'
import { dayNumber } from '../../terms/day-number.ts'
import { type WorkingDays, workingDays } from '../../terms/working-day.ts'

/** In which capacity, never by name: the council's own file of the request has that. */
export const ASKED_BY = {
  themselves: 'The person themselves',
  parent: 'A parent or carer, for a child',
  representative: 'A solicitor, advocate or other representative',
  other: 'Another, who may ask by law',
} as const
export type AskedBy = keyof typeof ASKED_BY

export type Subject = 'child' | 'person' | 'worker'

export type AccessRequest = {
  requestId: number
  subject: Subject
  childId: number | null
  personId: number | null
  workerRef: string | null
  askedBy: AskedBy
  reference: string
  reason: string
  receivedOn: Day
  dueOn: Day
  recordedBy: string
  answeredOn: Day | null
  leftOut: string
}

export const SUBJECT: Readonly<Record<Subject, string>> = {
  child: 'A child or young person',
  person: 'Somebody who signs in here',
  worker: 'A worker named in the records',
}

const USUAL = workingDays(BANK_HOLIDAYS)

/**
 * The last day in time: the same date of the next month, or its last day where it has no such date; then the next working day where that
 * is none (UK GDPR, article 12(3); the Information Commissioner's guidance on the right of access).
 */
export function dueOf(receivedOn: Day, { isWorking }: Pick<WorkingDays, 'isWorking'> = USUAL): Day {
  let due = addMonths(receivedOn, 1)
  while (isWorking(dayNumber(due)) === false) due = addDays(due, 1)
  return due
}

/** Assessments, each with the day it runs from. */
import type { Assessment } from '../../children/assessment.ts'
import { rowsBy, rowWithId } from '../../children/records.ts'
import type { Referral } from '../../children/referral.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type Dated, ended } from '../happened.ts'
import { type History, isUnread, numbered } from '../history.ts'

export type OneAssessment = {
  readonly id: string
  readonly personId: string
  readonly assessment: Assessment
  /** Undefined where it names none, or the file has none. */
  readonly referral: Referral | undefined
  /**
   * The first on a referral runs from the referral; later ones on it, and those without one, from their own start (ruling "45 days"). Null
   * where that day is missing.
   */
  readonly from: DayNumber | null
  readonly startedOn: DayNumber | null
  readonly authorisedOn: DayNumber | null
  /** What decides when it was done could not be read (R20). */
  readonly isUnread: boolean
}

export function assessments({ records }: History): readonly OneAssessment[] {
  const firsts = new Set(
    [...rowsBy(records.assessments, 'referralId').values()].map(
      rows => rows.reduce((first, row) => (orderOf(row) < orderOf(first) ? row : first)).id,
    ),
  )
  return records.assessments.map(assessment => {
    const { id, personId, startedOn } = assessment
    const referral = rowWithId(records.referrals, assessment.referralId)
    const isFirst = referral !== undefined && firsts.has(id)
    return {
      id,
      personId,
      assessment,
      referral,
      from: numbered(isFirst ? referral.referredOn : startedOn),
      startedOn: numbered(startedOn),
      authorisedOn: numbered(assessment.authorisedOn),
      isUnread:
        isUnread(assessment, 'startedOn', 'authorisedOn') ||
        (referral !== undefined && isUnread(referral, 'referredOn')),
    }
  })
}

/** By its start; where that is missing, by the day it was authorised. */
const orderOf = ({ startedOn, authorisedOn }: Assessment) => startedOn ?? authorisedOn ?? '9'

/** Those that were authorised, by the day they were. */
export const authorised = (history: History): readonly (Dated & OneAssessment)[] =>
  history
    .of(assessments)
    .flatMap(one =>
      one.authorisedOn === null ? [] : [{ ...one, ...ended(one.id, one.personId, one.from, one.authorisedOn) }],
    )

export const authorisedByReferral = (history: History): ReadonlyMap<string, readonly (Dated & OneAssessment)[]> => {
  const found = new Map<string, (Dated & OneAssessment)[]>()
  for (const one of history.of(authorised)) {
    const { referralId } = one.assessment
    if (referralId === null) continue
    const same = found.get(referralId)
    if (same) same.push(one)
    else found.set(referralId, [one])
  }
  return found
}

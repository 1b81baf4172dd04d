/** Referrals by the day they were received, those with no further action among them. */
import type { Referral } from '../../children/referral.ts'
import { rowsBy } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type Dated, dated } from '../happened.ts'
import { type History, isUnread, numbered } from '../history.ts'

export type Referred = Dated & { readonly personId: string; readonly referral: Referral }

/** Without those whose day could not be read (R20). */
export const referrals = ({ records }: History): readonly Referred[] =>
  records.referrals.flatMap(referral => {
    const on = numbered(referral.referredOn)
    return on === null || isUnread(referral, 'referredOn')
      ? []
      : [{ ...dated(referral.id, referral.personId, on), personId: referral.personId, referral }]
  })

/** The days on which a child was referred. */
export const referralDaysOf = (history: History, personId: string): readonly DayNumber[] =>
  history.of(referralDays).get(personId) ?? []

const referralDays = (history: History): ReadonlyMap<string, readonly DayNumber[]> =>
  new Map(
    [...rowsBy(history.of(referrals), 'personId')].map(([personId, rows]) => [
      personId,
      rows.map(({ on }) => on).sort((one, other) => one - other),
    ]),
  )

/** True where the referral had been closed for the reason by the end of the day. */
export function wasClosedAs({ closedOn, closeReason }: Referral, reason: Referral['closeReason'], on: DayNumber) {
  const closed = numbered(closedOn)
  return closed !== null && closed <= on && closeReason === reason
}

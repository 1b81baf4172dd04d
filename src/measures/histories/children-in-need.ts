/** Children in need as the statistics count them: every open referral, those on plans, looked after, leaving care and unborn among them. */
import type { Referral } from '../../children/referral.ts'
import { isNeed } from '../../children/standing.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type History, numbered } from '../history.ts'
import { isOpen } from './span.ts'

/** An episode of need: from the referral to its closing day, on which it is no longer open. */
export type NeedEpisode = {
  readonly id: string
  readonly personId: string
  readonly from: DayNumber
  readonly until: DayNumber | null
  readonly referral: Referral
}

/** Referrals that were not "no further action", without those whose days could not be read (R20). */
export const needEpisodes = ({ records }: History): readonly NeedEpisode[] =>
  records.referrals.flatMap(referral => {
    const from = numbered(referral.referredOn)
    const until = numbered(referral.closedOn)
    if (!isNeed(referral) || from === null || (until !== null && until < from)) return []
    return [{ id: referral.id, personId: referral.personId, from, until, referral }]
  })

/** The children in need on a day, once each: of two open episodes the one that began first. */
export function childrenInNeedOn(history: History, on: DayNumber): Map<string, NeedEpisode> {
  const found = new Map<string, NeedEpisode>()
  for (const episode of history.of(needEpisodes)) {
    if (!isOpen(episode, on)) continue
    const known = found.get(episode.personId)
    if (!known || episode.from < known.from) found.set(episode.personId, episode)
  }
  return found
}

/** Children who came back from being missing, each return with what became of its interview. */
import type { ClockTime } from '../../children/recorded.ts'
import { rowsBy, rowsOf } from '../../children/records.ts'
import type { ReturnInterview } from '../../children/return-interview.ts'
import type { Missing } from '../../children/missing.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type Instant, londonDay, readInstant } from '../../terms/london-time.ts'
import { dueInstant } from '../clock.ts'
import type { LeftOut, State } from '../clock-state.ts'
import { clockNamed } from '../clocks.ts'
import { type History, isUnread, numbered } from '../history.ts'
import type { Case } from '../measure.ts'
import { firstOf } from './reach.ts'

const CLOCK = clockNamed('rhi')!
const DAYS = 3

export type Return = Case & {
  readonly personId: string
  /** The day of the return, which is known, and the day by which the interview was due. */
  readonly start: DayNumber
  readonly due: DayNumber
  /** Null where only days are known: then three days are counted for the 72 hours. */
  readonly returnedAt: Instant | null
  readonly heldAt: Instant | null
  readonly isOffered: boolean
  readonly isAccepted: boolean
  readonly isDeclined: boolean
  /** Over 18 on the return, or recorded as not applicable. */
  readonly leftOut: LeftOut | null
}

/** In the order of the file. Only missing episodes that ended, and whose days could be read (R20). */
export const returns = (history: History): readonly Return[] =>
  history.records.missing.flatMap(episode => {
    const interviews = interviewsOf(history, episode)
    const own = interviews.find(({ returnedOn }) => returnedOn !== null)
    const on = numbered(own?.returnedOn ?? episode.endedOn)
    if (on === null || episode.type === 'A' || isUnread(episode, 'endedOn', 'type')) return []
    return [returnOf(history, episode, interviews, on, own?.returnedAt ?? episode.endedAt)]
  })

/** Whether interviews were recorded at all when one was due. */
export const isInterviewRecorded = (history: History, { due }: Return): boolean => due >= history.of(reach).on

const reach = ({ records }: History) => ({
  on: firstOf(
    records.returnInterviews.flatMap(
      ({ heldOn, offeredOn, returnedOn }) => numbered(heldOn ?? offeredOn ?? returnedOn) ?? [],
    ),
  ),
})

function returnOf(
  history: History,
  episode: Missing,
  interviews: readonly ReturnInterview[],
  on: DayNumber,
  at: ClockTime | null,
): Return {
  const { id, personId, interviewOffered, interviewAccepted } = episode
  const held = interviews
    .filter(row => row.heldOn !== null && !isUnread(row, 'heldOn'))
    .sort((one, other) => (one.heldAt ?? one.heldOn!).localeCompare(other.heldAt ?? other.heldOn!))[0]
  const returnedAt = instantOf(at)
  const outcomes = interviews.map(({ outcome }) => outcome)
  const wasOffered = interviews.some(({ offeredOn }) => offeredOn !== null) || interviewOffered === 'Y'
  const isDeclined = !held && (outcomes.includes('declined') || (wasOffered && interviewAccepted === 'N'))
  const eighteenOn = history.child(personId)?.eighteenOn ?? Infinity
  const notRequired = !held && interviewOffered === 'NA' ? 'not-required' : null
  return {
    id,
    personId,
    start: on,
    due: returnedAt === null ? on + DAYS : londonDay(dueInstant(CLOCK, returnedAt)),
    done: held ? numbered(held.heldOn) : null,
    returnedAt,
    heldAt: instantOf(held?.heldAt ?? null),
    isOffered: wasOffered || isDeclined || held !== undefined,
    isAccepted: held !== undefined || (!isDeclined && interviewAccepted === 'Y'),
    isDeclined,
    leftOut: on >= eighteenOn ? 'turned-18' : notRequired,
  }
}

/** Those that name the episode, and of those that name none the ones of a return on the same day. */
function interviewsOf({ records }: History, { id, personId, endedOn }: Missing): readonly ReturnInterview[] {
  const named = rowsBy(records.returnInterviews, 'missingId').get(id)
  return (
    named ??
    rowsOf(records.returnInterviews, personId).filter(
      ({ missingId, returnedOn }) => missingId === null && returnedOn !== null && returnedOn === endedOn,
    )
  )
}

function instantOf(time: ClockTime | null): Instant | null {
  const read = time === null ? null : readInstant(time)
  return read === null || 'problem' in read ? null : read.instant
}

/** Exactly 72 hours is in time. Offered and declined without an interview is late at once: nothing more is to come. */
export function interviewState(one: Return, asAt: DayNumber): { state: State; because: LeftOut | null } {
  const { start, due, done, returnedAt, heldAt, isDeclined, leftOut } = one
  if (leftOut !== null) return { state: 'excluded', because: leftOut }
  const hasTimes = returnedAt !== null && heldAt !== null
  if (done !== null && done <= asAt) {
    if (hasTimes ? heldAt < returnedAt : done < start) return { state: 'excluded', because: 'stopped-before-start' }
    const isInTime = hasTimes ? heldAt <= dueInstant(CLOCK, returnedAt) : done <= due
    return { state: isInTime ? 'met' : 'late', because: null }
  }
  if (isDeclined) return { state: 'late', because: null }
  const isOver = returnedAt === null ? asAt > due : asAt >= due
  return { state: isOver ? 'open-overdue' : 'open-in-time', because: null }
}

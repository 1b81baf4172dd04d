/** What the pages of one performance meeting show: its exceptions as they stand, or as they stood when it was closed. */
import { NotFound } from '../../store/not-found.ts'
import type { Look } from '../../store/look.ts'
import type { Day } from '../../terms/day.ts'
import type { Asked } from '../../web/page.tsx'
import { clocksOfRun } from '../clocks-of-run.ts'
import { childrenSeen, type Exceptions, listExceptions } from '../exceptions.ts'
import { type Gathering, listGatherings } from '../gathering.ts'
import type { History } from '../history.ts'
import { historyOfRun } from '../kept-history.ts'
import { findMeeting, listKeptExceptions, type Meeting } from '../meeting-store.ts'
import type { OpenClock } from '../open-clocks.ts'
import { findRunAsAt } from '../run-store.ts'

export type MeetingShown = {
  readonly meeting: Meeting
  readonly gathering: Gathering
  readonly exceptions: Exceptions
  /** The last day of the records shown; null where none had been brought in by the day of the meeting. */
  readonly recordsTo: Day | null
  readonly history: History | null
  /** What runs for children of its teams who are in reach. */
  readonly clocks: readonly OpenClock[]
}

/** An open meeting sees the records there were on the day it is held. Throws `NotFound` where it is of teams out of reach. */
export async function showMeeting({ db, params, today }: Asked): Promise<MeetingShown> {
  const meeting = await findMeeting(db, Number(params['id']))
  const run = await findRunAsAt(db, meeting.closed || meeting.heldOn > today ? today : meeting.heldOn)
  const history = run && (await historyOfRun(db, run))
  const gathering = (await listGatherings(db, history)).find(
    ({ teamRef, service }) => teamRef === meeting.teamRef && service === meeting.service,
  )
  if (!gathering) throw new NotFound(`meeting ${meeting.meetingId}`)
  if (!run || !history)
    return { meeting, gathering, history, clocks: [], recordsTo: null, exceptions: { rows: [], unseen: 0 } }
  const own = new Map(Object.entries(run.settings))
  const running = await clocksOfRun(db, run, history)
  const clocks = running.filter(({ teamId }) => teamId !== null && gathering.teams.has(teamId))
  const seen = await childrenSeen(db, history, clocks)
  const exceptions = meeting.closed
    ? await listKeptExceptions(db, meeting, history)
    : await listExceptions(db, { history, own, clocks, on: meeting.heldOn, week: meeting.week })
  return {
    meeting, gathering, history, exceptions,
    recordsTo: meeting.closed?.recordsTo ?? run.asAt,
    clocks: clocks.filter(({ one }) => seen.has(one.personId!)),
  } // prettier-ignore
}

/** All of its rows, or those of one page. */
export const lookAtMeeting = ({ exceptions: { rows } }: MeetingShown, first = 0, most = rows.length): Look => ({
  what: 'meeting-list',
  children: rows.slice(first, first + most).map(({ child }) => child.childId),
})

export const meetingAddress = ({ meetingId }: Pick<Meeting, 'meetingId'>): string => `/children/meetings/${meetingId}`

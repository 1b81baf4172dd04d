/** The life of an action as rows: each happening on its own day, by whoever held the leading post then. */
import type { By } from '../store/event.ts'
import { addDays, type Day } from '../terms/day.ts'
import { type Calendar, workingDayBy } from './calendar.ts'
import type { Cast } from './cast.ts'
import type {
  ActionDescription,
  EarlierAction,
  Happening,
  MilestoneDescription,
  TimescaleDescription,
} from './description.ts'
import { type ActionRows, eventRow, type MilestoneRow, recordedAt } from './rows.ts'
import { seeded } from './seeded.ts'

/** Those who lead nothing themselves are chased, and written for, by the programme manager. */
const CHASER = 'programme'
/** The board at which ongoing work was last tested. */
const TESTED_AT_BOARD = -4

export type Living = {
  on: Calendar
  cast: Cast
  actionId: number
  action: ActionDescription | EarlierAction
  since: Day
}

/** Adds the life of an action to the rows. `since` is the day of the version that first held it. */
export function addLife(rows: ActionRows, living: Living): void {
  const { on, action, since } = living
  const roll = seeded(`${action.ref} ${action.text}`)
  let [leads, last] = [action.leads, since]
  addFirstDay(rows, living)
  action.life.forEach((happening, number) => {
    last = later(dayOf(on, happening, since, roll), last)
    if (happening.kind === 'leads') leads = happening.leads
    addHappening(rows, living, happening, { on: last, at: recordedAt(last, number), leads })
  })
  if (action.timescale.nextTestOn !== null) addLastTest(rows, living)
  for (const milestone of action.milestones) rows.milestones.push(milestoneRow(living, milestone, roll))
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)

/** In the fortnight before its board; after the plan's own day for the board that agreed the plan; or since the last board. */
function dayOf(on: Calendar, happening: Happening, since: Day, roll: (below: number) => number): Day {
  const { board } = happening
  if (happening.kind === 'revision')
    return happening.agreedBy === 'Improvement Board' ? on.board(board) : on.executive(board)
  if (board === 0) return workingDayBy(addDays(on.board(-1), 5 + roll(21)))
  const before = workingDayBy(addDays(on.board(board), -5 - roll(9)))
  return before > since ? before : workingDayBy(addDays(since, 6 + roll(16)))
}

function addFirstDay(rows: ActionRows, { cast, actionId, action, since }: Living): void {
  const [by, at] = [cast.holderOn(CHASER, since), recordedAt(since)]
  const first = { ...action.timescale, nextTestOn: action.timescale.nextTestOn && addDays(since, 182) }
  rows.timescales.push(timescaleRow(actionId, first, { on: since, agreedBy: 'Improvement Board', reason: '', at, by }))
  if (action.leads.length > 0)
    rows.leads.push(leadsRow(cast, actionId, action.leads, { on: since, reason: '', at, by }))
}

/** Ongoing work has been tested since it was first promised; the description names the next test ahead. */
function addLastTest(rows: ActionRows, { on, cast, actionId, action, since }: Living): void {
  const day = on.board(TESTED_AT_BOARD)
  if (day <= since) return
  const [by, at] = [cast.holderOn(CHASER, day), recordedAt(day, 3)]
  const agreed = { on: day, agreedBy: 'Improvement Board', reason: 'Tested at the board; the next test is set', at, by }
  rows.timescales.push(timescaleRow(actionId, action.timescale, agreed))
}

type Moment = { on: Day; at: string; leads: string[] }

function addHappening(
  rows: ActionRows,
  { cast, actionId }: Living,
  happening: Happening,
  { on, at, leads }: Moment,
): void {
  const by = cast.holderOn(leads[0] ?? CHASER, on)
  const manager = cast.holderOn(CHASER, on)
  const note = (who: By, kind: string, detail: object = {}) =>
    rows.events.push(eventRow(at, who, kind, 'action', actionId, detail))
  const common = { action_id: actionId, recorded_at: at }
  switch (happening.kind) {
    case 'update':
      rows.updates.push({ ...common, said_on: on, text: happening.text, said_by: by.personId, post_id: by.postId })
      note(by, 'update-action')
      break
    case 'rating': {
      const { delivery, impact, reason } = happening
      rows.ratings.push({
        ...common,
        rated_on: on,
        delivery,
        impact,
        reason,
        rated_by: by.personId,
        post_id: by.postId,
      })
      note(by, 'rate-action', { delivery, impact })
      break
    }
    case 'revision': {
      const { timescale, agreedBy, reason } = happening
      rows.timescales.push(timescaleRow(actionId, timescale, { on, agreedBy, reason, at, by: manager }))
      note(manager, 'revise-timescale', { to: timescale.latest, text: timescale.text })
      break
    }
    case 'evidence': {
      const { of: kind, shows, title, text, daysBefore } = happening
      const speaksOf = { speaks_of_on: workingDayBy(addDays(on, -daysBefore)), added_on: on, added_by: by.personId }
      rows.evidence.push({ ...common, kind, title, text, shows, ...speaksOf })
      note(by, 'add-evidence', { kind, shows })
      break
    }
    case 'leads':
      rows.leads.push(leadsRow(cast, actionId, leads, { on, reason: happening.reason, at, by: manager }))
      note(manager, 'change-leads', { posts: leads.map(cast.postId) })
  }
}

type Agreed = { on: Day; agreedBy: string; reason: string; at: string; by: By }

const timescaleRow = (actionId: number, timescale: TimescaleDescription, { on, agreedBy, reason, at, by }: Agreed) => ({
  action_id: actionId,
  agreed_on: on,
  text: timescale.text,
  kind: timescale.kind,
  earliest_on: timescale.earliest,
  latest_on: timescale.latest,
  next_test_on: timescale.nextTestOn,
  agreed_by: agreedBy,
  reason,
  recorded_at: at,
  recorded_by: by.personId,
})

const leadsRow = (cast: Cast, actionId: number, leads: string[], { on, reason, at, by }: Omit<Agreed, 'agreedBy'>) => ({
  action_id: actionId,
  from_on: on,
  reason,
  recorded_at: at,
  recorded_by: by.personId,
  posts: leads.map(cast.postId),
})

/** Met ones are due on the board's own day, missed ones a fortnight before it, so that each outcome falls where it should. */
function milestoneRow(
  { on, cast, actionId, since }: Living,
  milestone: MilestoneDescription,
  roll: (below: number) => number,
): MilestoneRow {
  const { personId } = cast.holderOn(CHASER, since)
  const settled = (board: number) => workingDayBy(addDays(on.board(board), -5 - roll(8)))
  const outcome = (outcome: string, happened: Day, reason = '', newDue: Day | null = null) => ({
    outcome,
    happened_on: happened,
    new_due_on: newDue,
    reason,
    recorded_at: recordedAt(happened, 2),
    recorded_by: cast.holderOn(CHASER, happened).personId,
  })
  const row = (due: Day, outcomes: MilestoneRow['outcomes']) => ({
    action_id: actionId,
    text: milestone.text,
    due_on: due,
    added_on: since,
    recorded_at: recordedAt(since),
    added_by: personId,
    outcomes,
  })
  switch (milestone.outcome) {
    case 'ahead':
      return row(milestone.due, [])
    case 'met':
      return row(on.board(milestone.board), [outcome('met', later(settled(milestone.board), since))])
    case 'missed':
      return row(on.executive(milestone.board), [outcome('missed', settled(milestone.board), milestone.reason)])
    case 'moved': {
      const { board, metAtBoard, reason } = milestone
      const newDue = on.board(metAtBoard)
      return row(on.board(board), [
        outcome('moved', settled(board), reason, newDue),
        outcome('met', settled(metAtBoard)),
      ])
    }
  }
}

/** What is past its day and what falls due within a week: for the children in somebody's reach, and by team for who answers for teams. */
import type { Db } from '../store/database.ts'
import type { Day } from '../terms/day.ts'
import { dayNumber, dayNumbered } from '../terms/day-number.ts'
import { childrenSeen, isPast, type SeenChild } from './exceptions.ts'
import { clocksOfRun } from './clocks-of-run.ts'
import { listGatherings } from './gathering.ts'
import { historyOfRun } from './kept-history.ts'
import { findRunAsAt } from './run-store.ts'

export type DueChild = {
  readonly child: SeenChild
  readonly what: string
  readonly due: Day
  /** Days until it is due; negative where it is past. */
  readonly inDays: number
}

export type WorkDue = {
  /** The last day of the records. */
  readonly asAt: Day
  /** Those longest past first. */
  readonly past: readonly DueChild[]
  readonly soon: readonly DueChild[]
}

const WEEK = 7

/** Null where no records had been brought in by the day. */
export async function listWorkDue(db: Db, on: Day): Promise<WorkDue | null> {
  const found = await clocksOn(db, on)
  if (found === null) return null
  const { asAt, history, clocks } = found
  const today = dayNumber(on)
  const near = clocks.filter(clock => isPast(clock, today) || (clock.due >= today && clock.due < today + WEEK))
  const seen = await childrenSeen(db, history, near)
  const told = near.flatMap(({ one, clock, due, ...rest }) => {
    const child = seen.get(one.personId!)
    const isOver = isPast({ one, clock, due, ...rest }, today)
    return child ? [{ child, what: clock.name, due: dayNumbered(due), inDays: due - today, isOver }] : []
  })
  return { asAt, past: told.filter(({ isOver }) => isOver), soon: told.filter(({ isOver }) => !isOver) }
}

export type TeamPast = { readonly name: string; readonly teamRef: string; readonly past: number }

/** How many are past their day by team, the most first: of the teams in somebody's reach that have any. */
export async function countPastByTeam(db: Db, on: Day): Promise<{ asAt: Day; teams: TeamPast[] } | null> {
  const found = await clocksOn(db, on)
  if (found === null) return null
  const { asAt, history, clocks } = found
  const past = clocks.filter(clock => isPast(clock, dayNumber(on)))
  const teams = (await listGatherings(db, history))
    .flatMap(({ name, teamRef }) => (teamRef === null ? [] : [{ name, teamRef }]))
    .map(team => ({ ...team, past: past.filter(({ teamId }) => teamId === team.teamRef).length }))
    .filter(team => team.past > 0)
  return { asAt, teams: teams.sort((one, other) => other.past - one.past || one.name.localeCompare(other.name)) }
}

async function clocksOn(db: Db, on: Day) {
  const run = await findRunAsAt(db, on)
  if (!run) return null
  const history = await historyOfRun(db, run)
  return { asAt: run.asAt, history, clocks: await clocksOfRun(db, run, history) }
}

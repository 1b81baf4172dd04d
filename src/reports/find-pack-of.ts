/** What a pack is made of, read from the database as it stood on the two days. */
import type { Db } from '../store/database.ts'
import { NotFound } from '../store/not-found.ts'
import type { Day } from '../terms/day.ts'
import { meetingsAround } from '../governance/body.ts'
import { findImprovementBoard } from '../governance/store.ts'
import { raiseQuestions } from '../plan/checks.ts'
import { coverageOfSources } from '../plan/coverage.ts'
import type { Plan } from '../plan/plan.ts'
import { findPlanAsAt, listSources } from '../plan/store.ts'
import type { PackOf } from './pack-facts.ts'
import { findPackMeasures } from './pack-measures.ts'
import { findAuthorityName } from './store.ts'

/** `since` is the day of the last pack, null for the first. Throws `NotFound` where the plan had no version yet on the day told of. */
export async function findPackOf(db: Db, planId: number, asAt: Day, since: Day | null): Promise<PackOf> {
  const [authority, plan, before, sources, meeting] = await Promise.all([
    findAuthorityName(db),
    findPlanAsAt(db, planId, asAt),
    since && findPlanIfAny(db, planId, since),
    listSources(db, asAt),
    findNextMeeting(db, asAt),
  ])
  return {
    authority,
    plan,
    before: before || null,
    coverage: coverageOfSources(plan, sources),
    questions: raiseQuestions({ plan, sources, asAt }),
    meeting,
    kept: true,
    measures: await findPackMeasures(db, plan, asAt),
  }
}

/** Null where the plan had not begun: then the pack is the first. */
async function findPlanIfAny(db: Db, planId: number, on: Day): Promise<Plan | null> {
  try {
    return await findPlanAsAt(db, planId, on)
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

/** The meeting that a pack of the day is for: the next of the improvement board. */
async function findNextMeeting(db: Db, on: Day): Promise<PackOf['meeting']> {
  const board = await findImprovementBoard(db)
  const next = board && meetingsAround(board.body.bodyId, board.meetings, on).next
  return next ? { body: board.body.name, meetsOn: next.meetsOn, place: next.place } : null
}

/** The day to measure changes from: the last pack's, or where there is none the board's last meeting; null where there was neither. */
export async function findSince(db: Db, lastPackAsAt: Day | null, asAt: Day): Promise<Day | null> {
  if (lastPackAsAt !== null) return lastPackAsAt
  const board = await findImprovementBoard(db)
  return (board && meetingsAround(board.body.bodyId, board.meetings, asAt).last?.meetsOn) ?? null
}

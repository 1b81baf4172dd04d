/** Freezes the packs that earlier boards were given, each as the plan stood on the Friday before. */
import { findPackOf } from '../reports/find-pack-of.ts'
import { freeze } from '../reports/freeze.ts'
import { describePack } from '../reports/pack.ts'
import type { Db } from '../store/database.ts'
import { addDays, type Day } from '../terms/day.ts'
import type { Calendar } from './calendar.ts'
import type { Cast } from './cast.ts'
import { eventRow, recordedAt } from './rows.ts'
import { addEvents, addPack } from './store.ts'

const BOARDS = [-3, -2, -1]

export async function addDemoPacks(db: Db, on: Calendar, cast: Cast, planId: number): Promise<void> {
  for (const board of BOARDS) await addDemoPack(db, cast, planId, paperDay(on, board), paperDay(on, board - 1))
}

/** Every update for a board is in by then. */
const paperDay = (on: Calendar, board: number): Day => addDays(on.board(board), -5)

async function addDemoPack(db: Db, cast: Cast, planId: number, asAt: Day, since: Day): Promise<void> {
  const by = cast.holderOn('programme', asAt)
  const { description, sha256 } = freeze(describePack(await findPackOf(db, planId, asAt, since)))
  const packId = await addPack(db, {
    plan_id: planId,
    title: description.title,
    as_at: asAt,
    since_on: since,
    content: description,
    sha256,
    made_at: recordedAt(asAt, 30),
    made_by: by.personId,
  })
  await addEvents(db, [eventRow(recordedAt(asAt, 30), by, 'make-pack', 'pack', packId, { asAt, sha256 })])
}

/**
 * What stands against keeping a load: reasons for which it is refused, and doubts that somebody must look at first. A load of another
 * authority, half an extract or one that lost rows on the way looks like any other; only beside the last one does it show.
 */
import { peopleKnownIn } from '../children/snapshot-changes.ts'
import { TABLE, TABLE_NAMES } from '../children/table-words.ts'
import { latestSnapshot, ROUTE, type Snapshot } from '../children/snapshot.ts'
import type { Db } from '../store/database.ts'
import { longDay } from '../terms/day.ts'
import { findKnownShare } from './known-share.ts'

/** `id` is what a person ticks to say that they looked. */
export type Doubt = { id: string; doubt: string }

/** A table that had so many rows last time and lost more than a third of them is asked about. [D] */
const FEWEST_ROWS = 10

/** Why it cannot be kept, in words that say what to do; null where it can. */
export function whyNotKept(load: Snapshot, last: Snapshot | null): string | null {
  if (load.state === 'refused')
    return 'These files cannot be used. Put right what is said of them and bring them in again.'
  if (load.state !== 'staged') return 'This load is not waiting to be kept.'
  if (last === null) return null
  if (load.asAt < last.asAt)
    return `The last load kept is as at ${longDay(last.asAt)}. This one is as at ${longDay(load.asAt)}, which is earlier: loads are kept in the order of their days.`
  if (load.snapshotId < last.snapshotId)
    return 'Another load was kept after this one was brought in. Set this one aside and bring its files in again.'
  return null
}

/** Why the load may not be kept, or what to look at first. */
export async function standsAgainst(db: Db, load: Snapshot): Promise<{ refused: string | null; doubts: Doubt[] }> {
  const last = await latestSnapshot(db)
  const refused = whyNotKept(load, last)
  if (refused !== null) return { refused, doubts: [] }
  const [known, leastShare] = [await peopleKnownIn(db, load.snapshotId), await findKnownShare(db)]
  return { refused, doubts: doubtsOf(load, last, known, leastShare) }
}

/** What to look at before it is kept. `known` is of the people of the last load; null before there is one. */
export function doubtsOf(
  load: Snapshot,
  last: Snapshot | null,
  known: { known: number; of: number } | null,
  leastShare: number,
): Doubt[] {
  if (last === null) return []
  return [
    ...otherRoute(load, last),
    ...strangers(known, leastShare),
    ...missingTables(load, last),
    ...lostRows(load, last),
  ]
}

function otherRoute(load: Snapshot, last: Snapshot): Doubt[] {
  if (load.route === last.route) return []
  const doubt = `The last load was ${ROUTE[last.route]}, and this one is ${ROUTE[load.route]}. Its records take the place of the last load's; the two cannot be counted together.`
  return [{ id: 'route', doubt }]
}

function strangers(known: { known: number; of: number } | null, leastShare: number): Doubt[] {
  if (known === null || known.of === 0 || known.known >= known.of * leastShare) return []
  const doubt = `Of ${figure(known.of)} people in the last load, ${figure(known.known)} are in this one (${percent(known.known / known.of)}). It may be the extract of another council, or of part of this one.`
  return [{ id: 'people', doubt }]
}

function missingTables(load: Snapshot, last: Snapshot): Doubt[] {
  const missing = TABLE_NAMES.filter(kind => (last.rowCounts[kind] ?? 0) > 0 && load.rowCounts[kind] === undefined)
  if (missing.length === 0) return []
  const named = missing.map(kind => `${TABLE[kind]} (${figure(last.rowCounts[kind]!)})`).join(', ')
  const doubt = `The last load had these, and no file of this one holds them: ${named}. Where it is kept, nothing that needs them can be counted from it.`
  return [{ id: 'tables', doubt }]
}

function lostRows(load: Snapshot, last: Snapshot): Doubt[] {
  return TABLE_NAMES.flatMap(kind => {
    const [before, now] = [last.rowCounts[kind] ?? 0, load.rowCounts[kind]]
    if (now === undefined || before < FEWEST_ROWS || now * 3 >= before * 2) return []
    const words = TABLE[kind]
    return [
      {
        id: `rows-${kind}`,
        doubt: `There were ${figure(before)} ${words} in the last load, and there are ${figure(now)} in this one.`,
      },
    ]
  })
}

const figure = (count: number) => count.toLocaleString('en-GB')
const percent = (share: number) => `${(Math.floor(share * 1000) / 10).toFixed(1)}%`

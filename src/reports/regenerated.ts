/** Reports made anew from the database, by their fingerprints: the same before and after a move, everything they are made of came along. */
import type { Database, Db } from '../store/database.ts'
import { NotFound } from '../store/not-found.ts'
import { findCurrentPlanId } from '../plan/store.ts'
import { verifyRecord } from '../store/verify-record.ts'
import type { Day } from '../terms/day.ts'
import { findPackOf } from './find-pack-of.ts'
import { fingerprint } from './freeze.ts'
import { describePack } from './pack.ts'
import { findPack, listPacks } from './store.ts'

/** The fingerprint of the pack that each authority would be made as at a day, by its number; one without a plan then is left out. */
export async function fingerprintReports(
  database: Database,
  authorities: number[],
  asAt: Day,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const authority of authorities) {
    const made = await database.reading({ authority, person: null }, db => fingerprintReport(db, asAt))
    if (made !== null) found[authority] = made
  }
  return found
}

async function fingerprintReport(db: Db, asAt: Day): Promise<string | null> {
  const planId = await findCurrentPlanId(db, asAt)
  if (planId === null) return null
  try {
    return fingerprint(describePack(await findPackOf(db, planId, asAt, null)))
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

/** How the record of each authority ends, by `record` and its number, with how many things were wrong in it: none, unless someone was at it. */
export async function fingerprintRecords(database: Database, authorities: number[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const authority of authorities) {
    const { events, hash, problems } = await verifyRecord(database, authority)
    found[`record ${authority}`] = `${events} events, ${problems.length} wrong, ${hash}`
  }
  return found
}

/** How many packs the authority has frozen. Throws where one is not as it was frozen any more. */
export const checkPacks = (database: Database, authority: number): Promise<number> =>
  database.reading({ authority, person: null }, async db => {
    const packs = await listPacks(db)
    for (const { packId } of packs) await findPack(db, packId)
    return packs.length
  })

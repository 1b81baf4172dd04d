/** The authorities (councils) that a database holds. Everything else belongs to exactly one of them. */
import type { Database, Db } from './database.ts'
import { sql } from './sql.ts'

export type NewAuthority = { name: string; shortName: string; serviceName: string }

/** Adds an authority; the rest of the transaction is in it. Begin the transaction with `{ authority: null, person: null }`. */
export async function addAuthority(db: Db, { name, shortName, serviceName }: NewAuthority): Promise<number> {
  const added = await db.one<{ id: number }>(sql`select add_authority(${name}, ${shortName}, ${serviceName}) as id`, '')
  return added.id
}

/** Every authority held, oldest first. */
export const listAuthorities = (database: Database): Promise<{ authorityId: number; name: string }[]> =>
  database.reading({ authority: null, person: null }, db =>
    db.rows(sql`select authority_id as "authorityId", name from list_authorities()`),
  )

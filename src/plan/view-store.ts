/** A person's saved views of the register. */
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'

export type SavedView = { savedViewId: number; name: string; query: string }

export const listViews = (db: Db, personId: number) =>
  db.rows<SavedView>(sql`
    select saved_view_id as "savedViewId", name, query from saved_view where person_id = ${personId} order by name`)

/** Saves a view; one of the same name is replaced. */
export const saveView = (db: Db, personId: number, { name, query }: { name: string; query: string }) =>
  db.run(sql`
    insert into saved_view (authority_id, person_id, name, query) values (current_authority(), ${personId}, ${name}, ${query})
    on conflict (authority_id, person_id, name) do update set query = excluded.query, saved_at = now()`)

export const removeView = (db: Db, personId: number, savedViewId: number) =>
  db.run(sql`delete from saved_view where person_id = ${personId} and saved_view_id = ${savedViewId}`)

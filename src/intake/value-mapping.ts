/** What words of an authority's own mean, as people said: only ever added to, and the last word on them holds. */
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { ValueMap } from './value-map.ts'

/** `code` is null where the words mean that nothing is known. */
export type Mapping = { listName: string; words: string; code: string | null }
export type MappingMade = Mapping & { isPutBack: boolean; mappedAt: Date; mappedBy: string }

/** What holds now. */
export const listMappings = (db: Db): Promise<Mapping[]> =>
  db.rows(sql`
    select "listName", words, code from (
      select distinct on (list_name, words) list_name as "listName", words, code, is_put_back as "isPutBack"
      from value_mapping order by list_name, words, value_mapping_id desc) last
    where not "isPutBack"`)

/** As readers take them. */
export async function valueMapOf(db: Db): Promise<ValueMap> {
  const values: Record<string, Record<string, string | null>> = {}
  for (const { listName, words, code } of await listMappings(db)) (values[listName] ??= {})[words] = code
  return values
}

/** The last thing said of any words; null before the first. */
export const findLastMapping = (db: Db) =>
  db.maybe<{ mappedAt: Date; mappedBy: string }>(sql`
    select m.mapped_at as "mappedAt", p.name as "mappedBy" from value_mapping m
    join person p on p.authority_id = m.authority_id and p.person_id = m.mapped_by order by m.value_mapping_id desc limit 1`)

/** Everything that was said of a list, the latest first. */
export const listMappingsMade = (db: Db, listName: string): Promise<MappingMade[]> =>
  db.rows(sql`
    select m.list_name as "listName", m.words, m.code, m.is_put_back as "isPutBack", m.mapped_at as "mappedAt", p.name as "mappedBy"
    from value_mapping m join person p on p.authority_id = m.authority_id and p.person_id = m.mapped_by
    where m.list_name = ${listName} order by m.value_mapping_id desc`)

export const addMapping = (db: Db, { listName, words, code }: Mapping, mappedBy: number) =>
  db.run(sql`
    insert into value_mapping (authority_id, list_name, words, code, mapped_by)
    values (current_authority(), ${listName}, ${words}, ${code}, ${mappedBy})`)

/** From here on nobody has said what the words mean. */
export const putMappingBack = (db: Db, { listName, words }: Omit<Mapping, 'code'>, mappedBy: number) =>
  db.run(sql`
    insert into value_mapping (authority_id, list_name, words, is_put_back, mapped_by)
    values (current_authority(), ${listName}, ${words}, true, ${mappedBy})`)

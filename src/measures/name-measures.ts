/** Measures by name, of every sort that there is: of the catalogue, of the authority's own, and those that are entered. */
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import { measureAddress } from './asked.ts'
import { catalogueOf } from './whole-catalogue.ts'

/** By id; one that has a page says where. An id that nothing is called by any more is not among them. */
export async function nameMeasures(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { text: string; href: string | null }>> {
  if (ids.length === 0) return new Map()
  const { named } = await catalogueOf(db)
  const typed = await db.rows<{ measure: string; name: string }>(sql`
    select m.measure, v.name, v.entered_measure_version_id as at from entered_measure m join entered_measure_version v using (authority_id, entered_measure_id)
    where m.measure = any(${[...ids]}) union all
    select m.measure, v.definition ->> 'name', v.custom_measure_version_id from custom_measure m join custom_measure_version v using (authority_id, custom_measure_id)
    where m.measure = any(${[...ids]}) order by at`)
  return new Map(
    ids.flatMap(id => {
      const counted = named(id)
      const text = counted?.name ?? typed.findLast(({ measure }) => measure === id)?.name
      return text === undefined ? [] : [[id, { text, href: counted ? measureAddress(id) : null }]]
    }),
  )
}

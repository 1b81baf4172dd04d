/** What the events of the record are about, by name: a query for each kind of thing among them. Of a child nothing is named. */
import type { Db } from '../store/database.ts'
import { may, type Person } from '../terms/permission.ts'
import { LISTINGS } from './record-listing.ts'
import type { Entry } from './record-store.ts'

/** What it is called, and where whoever reads can open it; null where they cannot. */
export type Named = { text: string; href: string | null }

/** Given by the room that knows measures. An id that nothing is called by any more is not among them. */
export type NameMeasures = (db: Db, measures: readonly string[]) => Promise<ReadonlyMap<string, Named>>

/** By kind and id, as an event holds them: `action 12`. */
export type Names = ReadonlyMap<string, Named>

/** What a copy is of, by how the page that it was taken from begins. */
const COPY_OF: [string, string][] = [
  ['/reports/packs/', 'pack'],
  ['/plan/documents/', 'document'],
  ['/plan/attachments/', 'attachment'],
  ['/children/meetings/', 'performance-meeting'],
  ['/data/loads/', 'snapshot'],
  ['/data/extracts/', 'analysis-extract'],
  ['/subject-access/', 'access-request'],
]

const thingOf = ({ about, page }: Entry): string =>
  about === 'download' ? (COPY_OF.find(([start]) => page?.startsWith(start))?.[1] ?? about) : about

export const nameOf = (names: Names, entry: Entry): Named | null =>
  names.get(`${thingOf(entry)} ${entry.aboutId}`) ?? null

type Row = { id: number; text?: string; measure?: string; href?: string | null }

/** What is no more, and what no kind here lists, is not among them. */
export async function namesIn(
  db: Db,
  person: Person,
  entries: readonly Entry[],
  nameMeasures: NameMeasures,
): Promise<Names> {
  const rows: (Row & { about: string; opens: boolean })[] = []
  for (const [about, listing] of LISTINGS) {
    const ids = new Set(entries.flatMap(entry => (thingOf(entry) === about ? (entry.aboutId ?? []) : [])))
    if (ids.size === 0) continue
    const opens = may(person, listing.may)
    for (const row of await db.rows<Row>(listing.query([...ids]))) rows.push({ about, opens, ...row })
  }
  const measures = await nameMeasures(db, [...new Set(rows.flatMap(({ measure }) => measure ?? []))])
  return new Map(rows.map(row => [`${row.about} ${row.id}`, named(row, row.opens, measures)]))
}

function named({ text, measure, href }: Row, opens: boolean, measures: ReadonlyMap<string, Named>): Named {
  const counted = measure === undefined ? null : (measures.get(measure) ?? { text: measure, href: null })
  const words = [text, counted?.text].filter(part => part).join(': ')
  return { text: words, href: opens ? (href ?? counted?.href ?? null) : null }
}

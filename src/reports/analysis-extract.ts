/** A pseudonymised extract of the records of children for analysis, as the files that somebody takes away. */
import type { ChildRecords, TableName } from '../children/records.ts'
import type { Day } from '../terms/day.ts'
import type { FileInZip } from '../web/zip.ts'
import { newKey, pseudonymsBy } from './analysis/pseudonym.ts'
import { readMe } from './analysis/read-me.ts'
import { smallGroupsOf } from './analysis/small-groups.ts'
import { ALL_TABLES } from './analysis/treatments.ts'
import { writeTable } from './analysis/write-table.ts'

/** What is told of an extract in its README. `links` where the key of its project is kept. */
export type About = {
  authority: string
  asAt: Day
  takenOn: Day
  takenBy: string
  project: string
  reason: string
  receiver: string
  extractId: number
  links: boolean
}

/** The tables that the records hold, in the order of the dataset. */
export const tablesIn = (records: Pick<ChildRecords, 'loaded'>) =>
  ALL_TABLES.filter(({ into }) => records.loaded.has(into))

/** Without a key one is made for this once and forgotten. Each file is written when it is asked for, a little at a time. */
export async function* extractFiles(
  records: ChildRecords,
  asked: { tables: readonly TableName[]; key: Uint8Array | null; about: About },
): AsyncGenerator<FileInZip> {
  const tables = tablesIn(records).filter(({ into }) => asked.tables.includes(into))
  const counted = tables.map(table => ({ table, rows: records[table.into].length }))
  yield { name: 'README.txt', content: `\ufeff${readMe(asked.about, counted, smallGroupsOf(records))}` }
  const pseudonyms = pseudonymsBy(asked.key ?? newKey())
  for (const table of tables) {
    const rows = records[table.into] as unknown as Parameters<typeof writeTable>[1]
    yield { name: `tables/${table.name}.csv`, content: await writeTable(table, rows, pseudonyms) }
  }
}

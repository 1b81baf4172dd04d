/** Reads files of which each sheet is to hold one of several tables, told by its headings wherever in the first rows they stand. */
import { UnreadableFile } from '../unreadable-file.ts'
import { readExtract, type GivenFile, type TakeRow } from './extract-file.ts'
import { notices } from './notices.ts'
import type { Told } from './ssd/told.ts'

export type SheetAt = { file: string; sheet: string | null; row: null }
export type SheetReader = { take: TakeRow; finish(): void }

/** What takes the rows below headings; null where the row is no headings of anything known. */
type StartAt = (at: SheetAt, headings: string[], row: number) => SheetReader | null

/** Rows above the headings: a title, a date of the extract. */
const MOST_ABOVE = 10

/** `leftAside` is told of each sheet without headings and how many rows were looked at. An unreadable file refuses the load. */
export async function readSheets(
  files: readonly GivenFile[],
  told: Told,
  startAt: StartAt,
  leftAside: (at: SheetAt, rows: number) => void,
): Promise<void> {
  for (const file of files) {
    const odd = notices()
    const finishes: (() => void)[] = []
    const start = (sheet: string | null): TakeRow => {
      const { take, finish } = sheetReader({ file: file.name, sheet, row: null }, startAt, leftAside)
      finishes.push(finish)
      return take
    }
    await readExtract(file, start, odd).catch(error => tellUnreadable(error, file.name, told))
    for (const finish of finishes) finish()
    for (const { problem } of odd.list()) told.notice({ file: file.name, sheet: null }, null, problem)
  }
}

export function tellUnreadable(error: unknown, file: string, told: Told, expected = A_TABLE): void {
  if (!(error instanceof UnreadableFile)) throw error
  const { where, problem } = error.problem
  told.problem('refuses-the-load', { file, sheet: null, row: null }, null, problem, expected, where)
}

const A_TABLE = 'a workbook (.xlsx) or CSV'

function sheetReader(at: SheetAt, startAt: StartAt, leftAside: (at: SheetAt, rows: number) => void): SheetReader {
  let above = 0
  let below: SheetReader | null = null
  return {
    take(cells, row) {
      if (below) return below.take(cells, row)
      if (above >= MOST_ABOVE) return
      above += 1
      below = startAt(at, cells, row)
    },
    finish() {
      if (below) below.finish()
      else leftAside(at, above)
    },
  }
}

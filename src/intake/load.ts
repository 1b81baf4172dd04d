/** A load: files of records that somebody brought in, what was read from them, and what became of it. */
import type { TableChanges } from '../children/snapshot-changes.ts'
import type { Snapshot } from '../children/snapshot.ts'
import type { AnnexAReading } from './read-annex-a.ts'
import type { Counts, LoadNotice, Unmapped } from './read-ssd.ts'

/** What reading said beside its problems. */
export type LoadTold = {
  /** By the name of the table in the files. */
  counts: Readonly<Record<string, Counts>>
  unmapped: Unmapped[]
  notices: LoadNotice[]
  /** Beside the last load kept when it was read. */
  changes: TableChanges[]
} & Pick<AnnexAReading, 'missingTables' | 'missingColumns' | 'extraColumns' | 'latestOnly' | 'since'>

export type Load = Snapshot & {
  told: LoadTold
  stagedAt: Date
  /** Null where it came from the command line of the service. */
  stagedBy: string | null
  readAt: Date | null
  keptAt: Date | null
  keptBy: string | null
  setAsideAt: Date | null
  setAsideBy: string | null
}

export const rowsRead = ({ told }: Load): Counts =>
  Object.values(told.counts).reduce(
    (all, one) => ({
      read: all.read + one.read,
      kept: all.kept + one.kept,
      refused: all.refused + one.refused,
      repeated: all.repeated + one.repeated,
    }),
    { read: 0, kept: 0, refused: 0, repeated: 0 },
  )

export const bytesOf = ({ files }: Load): number => files.reduce((all, { bytes }) => all + bytes, 0)

/** The doubts of rows that are not tables of the dataset, each set against the children whom they are about. */
import type { Person } from '../../children/person.ts'
import { raiseDoubts } from './ssd/doubts.ts'
import { person } from './ssd/person.ts'
import { emptyTable, type TableRead } from './ssd/read-rows.ts'
import type { Told } from './ssd/told.ts'

export function raiseDoubtsAmong(reads: readonly TableRead[], people: readonly Person[], told: Told): void {
  const births = { ...emptyTable({ ...person, inOrder: [] }), rows: people as unknown as TableRead['rows'] }
  // Only the people are looked up by the name of their table; the rows that are looked at may stand under any other.
  for (const read of reads)
    raiseDoubts(
      new Map([
        ['people', births],
        ['teams', read],
      ]),
      told,
    )
}

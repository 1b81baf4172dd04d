/** The rows after the first that share a key with it, in the order of their days: each is one too many. */
import type { Recorded } from '../../../children/recorded.ts'
import type { Flaw } from './check.ts'

export function secondOnes<Row extends Recorded>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
  dayOf: (row: Row) => string | null,
): Flaw[] {
  const groups = Map.groupBy(rows, keyOf)
  return [...groups].flatMap(([key, same]) => {
    if (key === null || same.length < 2) return []
    const inOrder = same.toSorted((a, b) => ((dayOf(a) ?? '') < (dayOf(b) ?? '') ? -1 : 1))
    return inOrder.slice(1).map(row => ({ row, found: dayOf(row) ?? '' }))
  })
}

/** Rows of a person that begin before the one before them has ended. Both days must be known. */
export function overlapping<Row extends Recorded & { readonly personId: string }>(
  rows: readonly Row[],
  fromOf: (row: Row) => string | null,
  untilOf: (row: Row) => string | null,
): Flaw[] {
  const groups = Map.groupBy(
    rows.filter(row => fromOf(row) !== null),
    ({ personId }) => personId,
  )
  return [...groups.values()].flatMap(same => {
    const inOrder = same.toSorted((a, b) =>
      fromOf(a)! < fromOf(b)! ? -1 : fromOf(a)! > fromOf(b)! ? 1 : (untilOf(a) ?? OPEN) < (untilOf(b) ?? OPEN) ? -1 : 1,
    )
    let last = ''
    return inOrder.flatMap(row => {
      const isOver = fromOf(row)! < last
      const until = untilOf(row) ?? OPEN
      if (until > last) last = until
      return isOver ? [{ row, found: fromOf(row)! }] : []
    })
  })
}

const OPEN = '9999'

/** Who holds a child's case: the open case-worker involvement, its worker and team (rulings "Case holder" and "Team of a case with no team"). */
import { rowsBy } from '../../children/records.ts'
import type { Involvement } from '../../children/involvement.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { isOpen, type Span } from './span.ts'

export type CaseHolding = Span & {
  readonly workerId: string | null
  readonly teamId: string | null
  readonly row: Involvement
}

const holdings = ({ records }: History): ReadonlyMap<string, readonly CaseHolding[]> => {
  const found = new Map<string, CaseHolding[]>()
  for (const [personId, rows] of rowsBy(records.involvements, 'personId')) {
    const own = rows.flatMap(row => {
      const from = numbered(row.fromOn)
      if (row.role !== 'CW' || from === null || isUnread(row, 'fromOn', 'untilOn')) return []
      return [{ from, until: numbered(row.untilOn), workerId: row.workerId, teamId: row.teamId, row }]
    })
    found.set(
      personId,
      own.sort((one, other) => one.from - other.from),
    )
  }
  return found
}

/** Every case-worker involvement of a child, in the order they began. */
export const holdingsOf = (history: History, personId: string): readonly CaseHolding[] =>
  history.of(holdings).get(personId) ?? []

/** The one open at the end of a day that began last. */
export const caseHolderOn = (history: History, personId: string, on: DayNumber): CaseHolding | undefined =>
  holdingsOf(history, personId).findLast(holding => isOpen(holding, on))

/**
 * Who may hold a case: registered, employed for some of the week, not a manager or student (ruling "Case holder"). Null where the extract
 * has no list of workers: then every named one may.
 */
const socialWorkers = ({ records }: History): ReadonlySet<string> | null =>
  records.loaded.has('professionals')
    ? new Set(
        records.professionals
          .filter(
            ({ registration, fte, jobTitle }) =>
              registration !== null && (fte === null || fte > 0) && !NO_HOLDER.test(jobTitle ?? ''),
          )
          .map(({ id }) => id),
      )
    : null

const NO_HOLDER = /\b(manager|student)\b/i

export const isSocialWorker = (history: History, workerId: string | null): boolean =>
  workerId !== null && (history.of(socialWorkers)?.has(workerId) ?? true)

/** True where any case-worker involvement open at the end of the day is a social worker's. */
export const hasSocialWorkerOn = (history: History, personId: string, on: DayNumber): boolean =>
  holdingsOf(history, personId).some(holding => isOpen(holding, on) && isSocialWorker(history, holding.workerId))

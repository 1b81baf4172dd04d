/** What is told while files are read: problems, values that nobody has mapped, and what was read in a way that people should know of. */
import { loadProblems, type LoadProblem, type Place, type Severity } from '../../load-problem.ts'

/** A value of the authority's own that no code is known for. */
export type Unmapped = { table: string; column: string; value: string; count: number }

/** Something about a column or file that changes nothing in the rows, with how often it was met. */
export type LoadNotice = { file: string; sheet: string | null; column: string | null; notice: string; count: number }

export type Told = {
  problem(
    severity: Severity,
    at: Place,
    column: string | null,
    problem: string,
    expected?: string,
    found?: string,
  ): void
  /** Counts the value; true where it is met for the first time. */
  unmapped(table: string, column: string, value: string): boolean
  notice(at: { file: string; sheet: string | null }, column: string | null, notice: string): void
  problems(): LoadProblem[]
  unmappedValues(): Unmapped[]
  notices(): LoadNotice[]
}

const MOST_VALUES = 10_000

export function told(): Told {
  const problems = loadProblems()
  const values = new Map<string, Unmapped>()
  const notices = new Map<string, LoadNotice>()
  return {
    problem: problems.add,
    unmapped(table, column, value) {
      const key = `${table}\n${column}\n${value}`
      const one = values.get(key)
      if (one) one.count += 1
      else if (values.size < MOST_VALUES) values.set(key, { table, column, value, count: 1 })
      return one === undefined
    },
    notice({ file, sheet }, column, notice) {
      const key = `${file}\n${sheet}\n${column}\n${notice}`
      const one = notices.get(key)
      if (one) one.count += 1
      else if (notices.size < MOST_VALUES) notices.set(key, { file, sheet, column, notice, count: 1 })
    },
    problems: problems.list,
    unmappedValues: () => [...values.values()],
    notices: () => [...notices.values()],
  }
}

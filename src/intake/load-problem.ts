/**
 * What is wrong in a file of records, told so that somebody can put it right there: where it stands, what was expected and what was
 * found. How bad it is says what becomes of it; whether a load lands is for whoever asked for it.
 */

export const SEVERITY = {
  'refuses-the-load': 'The load cannot be used',
  'refuses-the-row': 'The row was left out',
  'value-left-out': 'The value was left out; the rest of the row was kept',
  'worth-a-look': 'Kept, and worth a look',
} as const

export type Severity = keyof typeof SEVERITY

export type LoadProblem = {
  severity: Severity
  file: string
  /** Null in a file that has no sheets. */
  sheet: string | null
  /** As Excel numbers rows: the headings are row 1. Null where the whole file or column is meant. */
  row: number | null
  /** The heading, as the file writes it. Null where the whole row or file is meant. */
  column: string | null
  problem: string
  expected: string
  /** What stood there, cut short. */
  found: string
}

/** Where a row came from. */
export type Place = { readonly file: string; readonly sheet: string | null; readonly row: number | null }

export type LoadProblems = {
  add(severity: Severity, at: Place, column: string | null, problem: string, expected?: string, found?: string): void
  /** In the order they were met; those past the first thousand alike in one column as one line with their number. */
  list(): LoadProblem[]
}

const MOST_ALIKE = 1000
const LONGEST_FOUND = 80

export function loadProblems(): LoadProblems {
  const listed: LoadProblem[] = []
  const alike = new Map<string, { times: number; last: LoadProblem }>()
  return {
    add(severity, { file, sheet, row }, column, problem, expected = '', found = '') {
      const one = { severity, file, sheet, row, column, problem, expected, found: cut(found) }
      const key = `${file}\n${sheet}\n${column}\n${problem}`
      const same = alike.get(key) ?? { times: 0, last: one }
      same.times += 1
      alike.set(key, same)
      if (same.times <= MOST_ALIKE) listed.push(one)
    },
    list() {
      const more = [...alike.values()].filter(({ times }) => times > MOST_ALIKE)
      const rest = more.map(({ times, last }) => ({
        ...last,
        row: null,
        found: `${(times - MOST_ALIKE).toLocaleString('en-GB')} more rows`,
      }))
      return [...listed, ...rest]
    },
  }
}

const cut = (found: string) => (found.length > LONGEST_FOUND ? `${found.slice(0, LONGEST_FOUND)}…` : found)

/** What a source cannot say, in words for whoever brought it: how far back it reaches, and what it holds only the latest of. */
import type { TableName } from '../../children/records.ts'
import { TABLE } from '../../children/table-words.ts'
import { type Day, longDay } from '../../terms/day.ts'
import type { LoadProblem } from '../load-problem.ts'

type Limited = {
  readonly latestOnly: readonly TableName[]
  readonly since: readonly { readonly table: TableName; readonly from: Day }[]
}

export function tellLimits({ latestOnly, since }: Limited, file: string): LoadProblem[] {
  const byDay = Map.groupBy(since, ({ from }) => from)
  const short = [...byDay].map(([from, tables]) => {
    const names = inWords(tables.map(({ table }) => table))
    return told(file, `These reach back to ${longDay(from)} only, so that a count over a longer time would be too low: ${names}`) // prettier-ignore
  })
  if (latestOnly.length === 0) return short
  return [...short, told(file, `Of these there is only the latest of each child, or no day, so that nothing is counted from them: ${inWords(latestOnly)}`)] // prettier-ignore
}

const inWords = (tables: readonly TableName[]): string => [...new Set(tables.map(table => TABLE[table]))].join(', ')

const told = (file: string, problem: string): LoadProblem => ({
  severity: 'worth-a-look',
  file,
  sheet: null,
  row: null,
  column: null,
  problem,
  expected: 'an extract of the Standard Safeguarding Dataset, where more is needed',
  found: '',
})

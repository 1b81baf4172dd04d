/** What stands in a field of the records, in words: days as people write them, codes by what they mean, workers and teams by name. */
import { type Day, isDay, longDay } from '../../terms/day.ts'
import type { ExtractTable } from '../analysis/treatments.ts'

type Column = ExtractTable['fields'][string]

/** Names of workers and teams by their numbers. */
export type Names = { readonly workers: ReadonlyMap<string, string>; readonly teams: ReadonlyMap<string, string> }

export function valueWords(field: string, column: Column, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value)) return value.map(one => codeWords(column, String(one))).join('; ')
  const text = String(value)
  if (column.list) return codeWords(column, text)
  if (column.namesWorker) return named(names.workers, text)
  if (field === 'teamId') return named(names.teams, text)
  return dayWords(text)
}

const codeWords = ({ list }: Column, code: string): string =>
  (list?.codes as Readonly<Record<string, string>> | undefined)?.[code] ?? code

const named = (names: ReadonlyMap<string, string>, number: string): string => {
  const name = names.get(number)
  return name ? `${name} (${number})` : number
}

function dayWords(text: string): string {
  if (isDay(text)) return longDay(text)
  const [on, at] = text.split('T')
  return on && at && isDay(on) && /^\d\d:\d\d/.test(at) ? `${longDay(on)} at ${at.slice(0, 5)}` : text
}

/** From when to when it was known here: a row that changed stands once for each way it was. */
export const heldWords = (from: Day, until: Day | null): string =>
  until === null ? `Since ${longDay(from)}` : `${longDay(from)} to ${longDay(until)}`

/** What stands in a cell of an extract for a value of a record, so that the readers of the extract read the same value again. */
import { SSD_TABLES } from './ssd-tables.ts'

type Column = (typeof SSD_TABLES)[number]['fields'][string]

/** In the dataset our own codes are written in words, as it has none; in the supplement they are the codes. */
export function writerOf({ list, names }: Column, table: string): (value: unknown) => string {
  if (!list) return value => (typeof value === 'boolean' ? yesNo(value) : quoted(String(value)))
  if (/_json$/.test(names[0]!)) return remembered(value => flagsText(list.also, value as string[]))
  const words = list.codes as Record<string, string>
  const isOurs = (code: string) => /[a-z]/.test(code) || list.name === 'immigration status'
  const said = list.name === 'accommodation suitable' ? oneOrTwo : yesNo
  const inWords = (code: string) => (table.startsWith('ssd_') && isOurs(code) ? words[code]! : code)
  return value => (typeof value === 'boolean' ? said(value) : quoted(inWords(String(value))))
}

const yesNo = (value: boolean): string => (value ? 'Y' : 'N')
/** As the SSDA903 return has it: 1 is suitable, 2 is not. */
const oneOrTwo = (value: boolean): string => (value ? '1' : '2')

/** `{"NFA_FLAG":"Y"}` where the standard has flags for them, else `["1A","2B"]`. */
function flagsText(also: Readonly<Record<string, string | null>>, codes: readonly string[]): string {
  const flags = Object.entries(also).filter(([flag]) => /^[A-Z0-9]+(_[A-Z0-9]+)*$/.test(flag))
  const named = codes.map(code => flags.find(([, meant]) => meant === code)?.[0])
  const hasFlags = flags.length > 0 && named.every(Boolean)
  return quoted(JSON.stringify(hasFlags ? Object.fromEntries(named.map(flag => [flag!, 'Y'])) : codes))
}

function remembered(write: (value: unknown) => string): (value: unknown) => string {
  const known = new Map<string, string>()
  return value => {
    const key = String(value)
    const text = known.get(key) ?? write(value)
    known.set(key, text)
    return text
  }
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

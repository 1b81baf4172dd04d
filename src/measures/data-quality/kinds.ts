/** Every kind of flaw that there can be, by what stands for it in addresses, in words. */
import type { TableName } from '../../children/records.ts'
import { TABLE } from '../../children/table-words.ts'
import { CHECKS } from '../../intake/check-records.ts'
import { SSD_TABLES } from '../../intake/ssd-tables.ts'
import { SUPPLEMENTARY_TABLES } from '../../intake/supplementary-tables.ts'
import { LEFT_OUT, type LeftOut } from '../clock-state.ts'
import { EXPECTED } from './expected-fields.ts'

export const QUALITY = {
  missing: 'Missing',
  contradictory: 'Contradictory',
  late: 'Recorded late',
  unread: 'Not readable or not mapped',
} as const
export type QualityKind = keyof typeof QUALITY

export type KindOfFlaw = { readonly what: string; readonly kind: QualityKind; readonly words: string }

const COLUMNS = new Map([...SSD_TABLES, ...SUPPLEMENTARY_TABLES].map(({ into, fields }) => [into, fields]))

/** What kind of flaw a case is left out for; the other faults are contradictions. */
export const kindLeftOut = (because: LeftOut): QualityKind => LEFT_OUT_KIND[because] ?? 'contradictory'
const LEFT_OUT_KIND: Partial<Record<LeftOut, QualityKind>> = {
  'no-start': 'missing',
  'no-due-day': 'missing',
  unread: 'unread',
}

/** Null where nothing stands for that. */
export function kindNamed(what: string): KindOfFlaw | null {
  const [beginning, ...rest] = what.split('.')
  const name = rest.join('.')
  const found = Object.hasOwn(NAMED, beginning!) ? NAMED[beginning!]!(name) : null
  return found && { what, ...found }
}

type Found = Omit<KindOfFlaw, 'what'>

const NAMED: Record<string, (name: string) => Found | null> = {
  missing(name) {
    const words = EXPECTED.find(({ table, field }) => name === `${table}.${field}`)?.words
    return words === undefined ? null : { kind: 'missing', words }
  },
  contradictory(name) {
    const words = CHECKS.find(({ id }) => id === name)?.problem
    return words === undefined ? null : { kind: 'contradictory', words }
  },
  unread(name) {
    const [table, field] = name.split('.') as [TableName, string]
    const fields = COLUMNS.get(table) ?? {}
    if (!Object.hasOwn(fields, field)) return null
    const column = fields[field]!.names[0]
    return { kind: 'unread', words: `${large(TABLE[table])} whose ${column} could not be read or is not mapped` }
  },
  late(name) {
    if (name === 'recorded-on') return { kind: 'late', words: 'Key events recorded more than 14 days after they happened' } // prettier-ignore
    if (!Object.hasOwn(TABLE, name)) return null
    return { kind: 'late', words: `${large(TABLE[name as TableName])} that an earlier load should have had` }
  },
  'left-out'(name) {
    if (!Object.hasOwn(LEFT_OUT, name)) return null
    const because = name as LeftOut
    return {
      kind: LEFT_OUT_KIND[because] ?? 'contradictory',
      words: `Left out of figures: ${small(LEFT_OUT[because])}`,
    }
  },
}

const large = (words: string) => words.replace(/^./, first => first.toUpperCase())
const small = (words: string) => words.replace(/^./, first => first.toLowerCase())

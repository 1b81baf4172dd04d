/** The SSDA903 as XML: the same tables, each child's rows together. What the CSV calls CHILD and PLACE is CHILDID and PL here. */
import type { SheetReader } from '../found-sheets.ts'
import { type Block, readBlocks, type Shape } from '../xml-blocks.ts'

const RETURN: Shape = {
  what: 'an SSDA903 return',
  root: 'EXPSSDA903',
  blocks: new Set(['CHILD', 'HEADER', 'AREVIEW', 'AMISSING', 'PERMANENCE', 'OC2', 'AD_PLACED', 'EPISODE']),
}

/** The columns of each table, as its CSV has them, and the element that a row of it stands in. */
const TABLES: { name: string; block: string; columns: string[]; isThere?: string[] }[] = [
  { name: 'Header', block: 'HEADER', columns: ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB'] },
  { name: 'Episodes', block: 'EPISODE', columns: ['CHILD', 'DECOM', 'RNE', 'LS', 'CIN', 'PLACE', 'PLACE_PROVIDER', 'DEC', 'REC', 'REASON_PLACE_CHANGE', 'HOME_POST', 'PL_POST', 'URN'] },
  { name: 'Reviews', block: 'AREVIEW', columns: ['CHILD', 'DOB', 'REVIEW', 'REVIEW_CODE'] },
  { name: 'UASC', block: 'HEADER', columns: ['CHILD', 'SEX', 'DOB', 'DUC'], isThere: ['DUC'] },
  { name: 'OC2', block: 'OC2', columns: ['CHILD', 'DOB', 'SDQ_SCORE', 'SDQ_REASON', 'CONVICTED', 'HEALTH_CHECK', 'IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'] },
  { name: 'OC3', block: 'HEADER', columns: ['CHILD', 'DOB', 'IN_TOUCH', 'ACTIV', 'ACCOM'], isThere: ['IN_TOUCH', 'ACTIV', 'ACCOM'] },
  { name: 'PlacedAdoption', block: 'AD_PLACED', columns: ['CHILD', 'DOB', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'] },
  { name: 'AD1', block: 'HEADER', columns: ['CHILD', 'DOB', 'DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'], isThere: ['DATE_INT', 'DATE_MATCH'] },
  { name: 'PrevPerm', block: 'PERMANENCE', columns: ['CHILD', 'DOB', 'PREV_PERM', 'LA_PERM', 'DATE_PERM'] },
  { name: 'Missing', block: 'AMISSING', columns: ['CHILD', 'DOB', 'MISSING', 'MIS_START', 'MIS_END'] },
] // prettier-ignore

const IN_XML: Record<string, string> = { PLACE: 'PL' }
/** Of the child, wherever the row stands. */
const OF_CHILD: Record<string, string> = { CHILD: 'CHILDID', DOB: 'DOB' }

/** `start` is given a table's name and columns where its first row is met, and each row with its line. Throws UnreadableFile. */
export function readReturnXml(
  bytes: Uint8Array,
  start: (table: string, columns: string[]) => SheetReader | null,
): void {
  const readers = new Map<string, SheetReader | null>()
  const readerOf = ({ name, columns }: (typeof TABLES)[number]) => {
    if (!readers.has(name)) readers.set(name, start(name, columns))
    return readers.get(name)
  }
  const within: Block[] = []
  readBlocks(
    bytes,
    RETURN,
    block => {
      if (block.name !== 'CHILD') return void within.push(block)
      const header = within.find(({ name }) => name === 'HEADER')
      for (const table of TABLES)
        for (const one of within)
          if (isRowOf(table, one)) readerOf(table)?.take(table.columns.map(column => textOf(column, one, header)), one.line) // prettier-ignore
      within.length = 0
    },
    () => {},
  )
  for (const reader of readers.values()) reader?.finish()
}

const isRowOf = ({ block, isThere }: (typeof TABLES)[number], { name, texts }: Block): boolean =>
  name === block && (isThere === undefined || isThere.some(column => texts.has(column)))

const textOf = (column: string, { texts }: Block, header: Block | undefined): string =>
  (OF_CHILD[column] ? header?.texts.get(OF_CHILD[column]) : texts.get(IN_XML[column] ?? column))?.[0] ?? ''

/**
 * Reads the XML of a CIN census, the yearly return of children in need: referrals, assessments, enquiries, conferences and plans of one
 * year to its reference date, which is in the file. It has no visits, teams, workers or looked-after children.
 */
import type { Recorded } from '../children/recorded.ts'
import type { TableName } from '../children/records.ts'
import { addMonths, day, isDay, type Day, longDay } from '../terms/day.ts'
import type { AnnexAReading } from './read-annex-a.ts'
import { sharer, type GivenFile } from './read-ssd.ts'
import * as bring from './sources/cin-census/bring.ts'
import * as census from './sources/cin-census/tables.ts'
import { raiseDoubtsAmong } from './sources/doubts-among.ts'
import { MAX_EXTRACT } from './sources/extract-allowance.ts'
import { tellUnreadable } from './sources/found-sheets.ts'
import { gather, type Gathered } from './sources/gathered.ts'
import { leaveOutNobodys } from './sources/nobodys-rows.ts'
import { isoDay } from './sources/numbered-rows.ts'
import { emptyTable, rowsOfSheet, type Reading, type TableRead } from './sources/ssd/read-rows.ts'
import type { SsdTable } from './sources/ssd/table.ts'
import { told, type Told } from './sources/ssd/told.ts'
import { type Block, readBlocks } from './sources/xml-blocks.ts'
import { UnreadableFile } from './unreadable-file.ts'
import type { ValueMap } from './value-map.ts'

type Kind = { table: SsdTable; bring: (row: never, into: Gathered, at: never) => void; mainDay: string | null }

/** In the order in which they are put together: plans before the conferences that they came of. */
const KINDS: readonly Kind[] = [
  { table: census.CHILDREN, bring: bring.bringChild, mainDay: null },
  { table: census.CP_PLANS, bring: bring.bringCpPlan, mainDay: 'CPPstartDate' },
  { table: census.DETAILS, bring: bring.bringDetails, mainDay: 'CINreferralDate' },
  { table: census.ASSESSMENTS, bring: bring.bringAssessment, mainDay: 'AssessmentActualStartDate' },
  { table: census.CIN_PLANS, bring: bring.bringCinPlan, mainDay: 'CINPlanStartDate' },
  { table: census.SECTION47S, bring: bring.bringSection47, mainDay: 'S47ActualStartDate' },
  { table: census.CP_REVIEWS, bring: bring.bringCpReview, mainDay: 'CPPreviewDate' },
]

const BROUGHT: TableName[] = ['people', 'disabilities', 'referrals', 'assessments', 'assessmentFactors', 'cinPlans', 'section47s', 'conferences', 'cpPlans', 'cpReviews'] // prettier-ignore

/** `asAt` need only be given where the file has no reference date; rows in problems are lines of the file. */
export async function readCinCensus(
  files: readonly GivenFile[],
  asAt: Day | null = null,
  values: ValueMap = {},
): Promise<AnnexAReading> {
  const tell = told()
  const reads = new Map(KINDS.map(kind => [kind, emptyTable(kind.table)]))
  let found: Day | null = null
  for (const file of files) {
    try {
      found = readFile(file, asAt, values, reads, tell) ?? found
    } catch (error) {
      tellUnreadable(error, file.name, tell, 'a CIN census as XML')
    }
  }
  const on = asAt ?? found ?? day('2000-03-31')
  for (const read of reads.values()) leaveOutNobodys(read, tell)
  tellDay(asAt, found, files, tell)
  const into = gather(on, tell)
  for (const [{ bring }, { rows, places }] of reads)
    for (const [at, row] of rows.entries()) bring(row as unknown as Recorded as never, into, places[at] as never)
  raiseDoubtsAmong(
    [...reads].filter(([{ mainDay }]) => mainDay !== null).map(([, read]) => read),
    into.rows('people'),
    tell,
  )
  for (const read of reads.values()) read.counts.kept = read.rows.length
  const isRead = into.rows('people').length > 0
  if (!isRead) tell.problem('refuses-the-load', NOWHERE, null, 'None of the files is a CIN census with children in it', 'the XML of the census') // prettier-ignore
  return {
    records: into.records(isRead ? BROUGHT : []),
    counts: Object.fromEntries([...reads.values()].map(({ table, counts }) => [table === census.CP_REVIEWS ? 'Reviews' : table.name, counts])), // prettier-ignore
    problems: tell.problems(),
    unmapped: tell.unmappedValues(),
    missingTables: [],
    missingColumns: [],
    extraColumns: [],
    notices: tell.notices(),
    latestOnly: [],
    since: BROUGHT.slice(2).map(table => ({ table, from: addMonths(on, -12) })),
  }
}

const NOWHERE = { file: '', sheet: null, row: null }

/** Answers the reference date of the file, where it has one. */
function readFile(file: GivenFile, asAt: Day | null, values: ValueMap, reads: Map<Kind, TableRead>, tell: Told) {
  if (file.bytes.length > MAX_EXTRACT) throw new UnreadableFile(`This file is larger than ${MAX_EXTRACT / 1024 / 1024} MB, which no census is`) // prettier-ignore
  let found: Day | null = null
  let collection: string | null = null
  let takers: Map<Kind, Taker> | null = null
  const start = () => takersOf(file.name, { asAt: asAt ?? found ?? day('2098-12-31'), values, told: tell, share: sharer() }, reads) // prettier-ignore
  readBlocks(
    file.bytes,
    census.CENSUS,
    block => {
      takers ??= start()
      for (const [kind, taker] of takers) if (kind.table.name === block.name) taker(block)
    },
    (name, text) => {
      if (name === 'ReferenceDate' && isDay(text)) found = text
      if (name === 'Collection') collection = text
    },
  )
  if (collection !== null && !/^cin$/i.test(collection)) tell.problem('refuses-the-load', { ...NOWHERE, file: file.name }, 'Collection', 'This is the return of another collection', 'CIN', collection) // prettier-ignore
  return found
}

type Taker = (block: Block) => void

function takersOf(file: string, reading: Reading, reads: Map<Kind, TableRead>): Map<Kind, Taker> {
  const numbers = new WeakMap<Block, string>()
  const met = new Map<string, number>()
  /** The child, then the days of what it stands in, down to its own: the same in every census. */
  const numberOf = (block: Block): string => {
    const known = numbers.get(block)
    if (known !== undefined) return known
    const own = block.parent === null ? (block.texts.get('LAchildID')?.[0] ?? '') : dayIn(block, reading.asAt)
    const name = block.parent === null ? own : `${numberOf(block.parent)}|${LETTER[block.name]}${own}`
    const times = (met.get(name) ?? 0) + 1
    met.set(name, times)
    const number = times === 1 || block.parent === null ? name : `${name}|${times}`
    numbers.set(block, number)
    return number
  }
  return new Map(KINDS.map(kind => [kind, takerOf(kind, file, reading, reads.get(kind)!, numberOf)]))
}

const LETTER: Record<string, string> = { Child: '', CINdetails: 'R', Assessments: 'A', CINPlanDates: 'N', Section47: 'S', ChildProtectionPlans: 'P' } // prettier-ignore

const dayIn = ({ name, texts }: Block, asAt: Day): string => {
  const main = KINDS.find(({ table }) => table.name === name)!.mainDay!
  return isoDay(texts.get(main)?.[0] ?? '', asAt)
}

const childOf = (block: Block): string => (block.parent === null ? (block.texts.get('LAchildID')?.[0] ?? '') : childOf(block.parent)) // prettier-ignore

function takerOf({ table }: Kind, file: string, reading: Reading, into: TableRead, numberOf: (block: Block) => string) {
  const fields = Object.entries(table.fields)
  const headings = fields.flatMap(([, { names }]) => names)
  const positions = new Map<string, number>()
  const layoutOf = (names: readonly string[]) => names.map(name => headings.indexOf(name))
  for (const [field, { names }] of fields) positions.set(field, layoutOf(names)[0]!)
  const sheet = { file, sheet: table.name, headings, layout: { positions, missing: [], extra: [] }, isCsv: false }
  const { take } = rowsOfSheet(into, sheet, reading)
  const many = table === census.CP_REVIEWS
  return (block: Block): void => {
    const days = many ? (block.texts.get('CPPreviewDate') ?? []) : [null]
    for (const on of days) {
      const given: Record<string, string> = { LAchildID: childOf(block), id: numberOf(block), parentId: block.parent ? numberOf(block.parent) : '' } // prettier-ignore
      if (on !== null) Object.assign(given, { id: `${numberOf(block)}|${on}`, parentId: numberOf(block), CPPreviewDate: on }) // prettier-ignore
      const cells = fields.flatMap(([, { names }]) => names.map((name, at) => given[name] ?? textOf(block, at === 0 ? names : [name]))) // prettier-ignore
      take(cells, block.line)
    }
  }
}

/** Old censuses have another name for an element: the first that is there. */
const textOf = ({ texts }: Block, names: readonly string[]): string =>
  names.map(name => texts.get(name)?.join(', ')).find(text => text !== undefined) ?? ''

function tellDay(asAt: Day | null, found: Day | null, files: readonly GivenFile[], tell: Told): void {
  const at = { ...NOWHERE, file: files[0]?.name ?? '' }
  if (asAt === null && found === null) tell.problem('refuses-the-load', at, 'ReferenceDate', 'The census does not say its reference date: say the day to which it was made', 'the 31 March that ends its year') // prettier-ignore
  if (asAt !== null && found !== null && asAt !== found) tell.problem('worth-a-look', at, 'ReferenceDate', 'The census says another reference date than was given', longDay(asAt), longDay(found)) // prettier-ignore
}

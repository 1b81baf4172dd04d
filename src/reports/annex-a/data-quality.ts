/** What is missing or contradicts itself in the lists: by list and column, how often, and in which rows by the child's number. */
import { rowsOf } from '../../children/records.ts'
import { isOpenPlan, lookedAfterOn } from '../../children/standing.ts'
import { longDay } from '../../terms/day.ts'
import type { Around } from './around.ts'
import type { AnnexList, Cell, Column, OfChild } from './list.ts'
import type { SheetOfCells } from './workbook.ts'

export type Doubt = {
  list: string
  column: string
  what: string
  /** The child's number and the row of the sheet; none where the whole column or list is meant. */
  at: { personId: string; row: number | null }[]
  of: number
}

export type Doubts = { add(list: AnnexList, column: string, what: string, at: Doubt['at'][number] | null, of: number): void; list(): Doubt[] } // prettier-ignore

export function doubts(): Doubts {
  const found = new Map<string, Doubt>()
  return {
    add({ number, title }, column, what, at, of) {
      const list = `List ${number}: ${title}`
      const key = `${list}\n${column}\n${what}`
      const one = found.get(key) ?? { list, column, what, at: [], of }
      found.set(key, one)
      if (at) one.at.push(at)
    },
    list: () => [...found.values()],
  }
}

/** What one cell is missing or contradicts; the row is numbered as Excel does. */
export function doubtCell(
  { list, column, row, cell, at, of }: { list: AnnexList; column: Column<OfChild>; row: OfChild; cell: Cell; at: number; of: number }, // prettier-ignore
  around: Around,
  into: Doubts,
): void {
  const place = { personId: row.personId, row: at }
  if (cell === null && isMissing(column, row, around)) into.add(list, column.heading, 'Missing', place, of)
  const doubt = column.doubt?.(row, around)
  if (doubt) into.add(list, column.heading, doubt, place, of)
}

const isMissing = ({ mayBeBlank, notHeld, from }: Column<OfChild>, row: OfChild, around: Around) =>
  notHeld === undefined &&
  (from === undefined || around.records.loaded.has(from)) &&
  !(mayBeBlank === true || mayBeBlank?.(row, around))

/** What is so of a whole list or column: tables that were not loaded, what no record holds. */
export function doubtList(list: AnnexList, of: number, { records: { loaded } }: Around, into: Doubts): void {
  for (const table of list.from)
    if (!loaded.has(table)) into.add(list, '', 'Nothing for this list was in the extract', null, of)
  for (const { heading, from, notHeld } of list.columns) {
    if (notHeld) into.add(list, heading, notHeld, null, of)
    else if (from && !loaded.has(from) && !list.from.includes(from)) into.add(list, heading, 'Nothing for this column was in the extract', null, of) // prettier-ignore
  }
}

/** Children who are looked after or on a plan are in need: one who is not in list 6 has no open referral. */
export function doubtNeed(list: AnnexList, shown: readonly OfChild[], around: Around, into: Doubts): void {
  const { records, asAt } = around
  if (!records.loaded.has('referrals')) return
  const inNeed = new Set(shown.map(({ personId }) => personId))
  const known = new Set([...records.claEpisodes, ...records.cpPlans].map(({ personId }) => personId))
  for (const personId of known) {
    if (inNeed.has(personId)) continue
    const isInCare = lookedAfterOn(records, personId, asAt) !== undefined
    if (isInCare || rowsOf(records.cpPlans, personId).some(plan => isOpenPlan(plan, asAt)))
      into.add(list, '', isInCare ? 'Looked after, and in no open episode of need' : 'On a child protection plan, and in no open episode of need', { personId, row: null }, shown.length) // prettier-ignore
  }
}

const MOST_NAMED = 200
/** A sheet of Excel holds 1,048,576. */
const MOST_ROWS = 1_000_000

export function qualitySheets(all: readonly Doubt[], { asAt }: Around): SheetOfCells[] {
  const named = ({ at }: Doubt) => {
    const children = [...new Set(at.map(({ personId }) => personId))]
    const more = children.length - MOST_NAMED
    return children.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more (see Data quality rows)` : '')
  }
  const column = (heading: string, width: number, kind: 'text' | 'number' = 'text') => ({ heading, width, kind })
  return [
    {
      name: 'Data quality',
      title: `What is missing or contradictory in these lists, as at ${longDay(asAt)}`,
      columns: [column('List', 34), column('Column', 44), column('What', 52), column('Rows', 9, 'number'), column('Of', 9, 'number'), column('Children', 90)], // prettier-ignore
      rows: all.map(one => [one.list, one.column, one.what, one.at.length || null, one.of, named(one)]),
    },
    {
      name: 'Data quality rows',
      title: 'The same, a row a cell',
      columns: [column('Child Unique ID', 20), column('List', 34), column('Row', 8, 'number'), column('Column', 44), column('What', 52)], // prettier-ignore
      rows: all.flatMap(one => one.at.map(({ personId, row }) => [personId, one.list, row, one.column, one.what])).slice(0, MOST_ROWS), // prettier-ignore
    },
  ]
}

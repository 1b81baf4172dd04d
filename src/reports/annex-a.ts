/**
 * Annex A, the lists of children that Ofsted asks for at an inspection, written from the records: lists 1 to 11 in the order, headings
 * and codes of the standard, and two sheets that say what is missing in them.
 */
import type { ChildRecords } from '../children/records.ts'
import { adopters } from './annex-a/adopters.ts'
import { adoption } from './annex-a/adoption.ts'
import { aroundOf, type Around } from './annex-a/around.ts'
import { assessments } from './annex-a/assessments.ts'
import { careLeavers } from './annex-a/care-leavers.ts'
import { childProtection } from './annex-a/child-protection.ts'
import { childrenInCare } from './annex-a/children-in-care.ts'
import { childrenInNeed } from './annex-a/children-in-need.ts'
import { contacts } from './annex-a/contacts.ts'
import {
  doubtCell,
  doubtList,
  doubtNeed,
  type Doubt,
  doubts,
  type Doubts,
  qualitySheets,
} from './annex-a/data-quality.ts'
import { earlyHelp } from './annex-a/early-help.ts'
import type { AnnexList, Cell } from './annex-a/list.ts'
import { referrals } from './annex-a/referrals.ts'
import { section47s } from './annex-a/section47s.ts'
import { type SheetOfCells, workbookOf } from './annex-a/workbook.ts'

const LISTS: readonly AnnexList[] = [
  contacts, earlyHelp, referrals, assessments, section47s, childrenInNeed, childProtection, childrenInCare, careLeavers, adoption,
  adopters,
] // prettier-ignore

export type AnnexA = {
  workbook: Uint8Array
  /** Rows of each list, in order. */
  lists: { number: number; title: string; rows: number }[]
  doubts: Doubt[]
}

/** As at the day of the records. */
export async function writeAnnexA(records: ChildRecords): Promise<AnnexA> {
  const around = aroundOf(records)
  const found = doubts()
  const lists = LISTS.map(list => listed(list, around, found))
  const sheets = [...lists.map(({ sheet }) => sheet), ...qualitySheets(found.list(), around)]
  return {
    workbook: await workbookOf(sheets),
    lists: lists.map(({ list: { number, title }, rows }) => ({ number, title, rows })),
    doubts: found.list(),
  }
}

/** Rows below the title and the headings. */
const FIRST_ROW = 3

function listed(
  list: AnnexList,
  around: Around,
  found: Doubts,
): { list: AnnexList; rows: number; sheet: SheetOfCells } {
  const rows = list.rows(around)
  doubtList(list, rows.length, around, found)
  const cells = rows.map((row, at) =>
    list.columns.map((column): Cell => {
      const cell = column.cell(row, around)
      doubtCell({ list, column, row, cell, at: at + FIRST_ROW, of: rows.length }, around, found)
      return cell
    }),
  )
  if (list === childrenInNeed) doubtNeed(list, rows, around, found)
  const columns = list.columns.map(({ heading, kind = 'text' as const }) => ({
    heading,
    kind,
    width: widthOf(heading, kind),
  }))
  const title = `List ${list.number}: ${list.title}`
  return { list, rows: rows.length, sheet: { name: `List_${list.number}`, title, columns, rows: cells } }
}

const widthOf = (heading: string, kind: string) => (kind === 'text' ? Math.min(34, Math.max(16, heading.length)) : 14)

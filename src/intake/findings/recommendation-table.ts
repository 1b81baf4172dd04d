/**
 * Reads tables of recommendations: a column of references (`A1`, `B1a`, `S6`), one of recommendations, the lead officer, and any
 * further columns as status. A second table that gives only status by reference is laid beside the first.
 */
import type { Problem } from '../../terms/problem.ts'
import type { Block, Cell, Row, Table } from '../document.ts'
import type { FindingReading } from '../plan-reading.ts'
import { isHeading, withoutMarks } from './numbered.ts'

const REF = /^(?:[A-Z]{1,3} ?)?\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?\.?$/
const RECOMMENDED = /\b(?:recommendations?|findings?|priority actions?|areas? for improvement|requirements?|clause)\b/i
const LEADS = /\b(?:lead|officer|owner|responsible|by who)\b/i
/** A heading that only says what the column holds, so that the heading above the table says more. */
const ONLY_A_NAME =
  /^(?:the )?(?:recommendations?|findings?|requirements?|priority actions?|areas? for improvement|text|clause)$/i

/** Findings of the tables of recommendations, or null where the document has none. */
export function readRecommendationTables(blocks: Block[]): { findings: FindingReading[]; problems: Problem[] } | null {
  const findings: FindingReading[] = []
  const problems: Problem[] = []
  let above = ''
  for (const block of blocks) {
    if (block.kind === 'paragraph')
      above = isHeading(block) && block.text.trim() !== '' ? withoutMarks(block.text) : above
    else if (isRecommendations(block)) findings.push(...findingsOf(block, above))
    else if (findings.length > 0 && isStatus(block)) problems.push(...layBeside(findings, block))
  }
  return findings.length > 1 ? { findings, problems: [...twice(findings), ...problems] } : null
}

const textAt = (row: Row | undefined, column: number): string =>
  withoutMarks(row?.cells.find(cell => cell.column <= column && column < cell.column + cell.columnSpan)?.text ?? '')

const isRef = (row: Row): boolean => REF.test(textAt(row, 0))

/** At least two rows begin with a reference of their own, nearly all others say what is recommended, and no heading speaks of a plan. */
function isRecommendations({ rows, width }: Table): boolean {
  const [refs, others] = [
    rows.filter(isRef),
    rows.filter(row => !isRef(row) && row.cells.some(cell => cell.text.trim() !== '')),
  ]
  const names = new Set(refs.map(row => textAt(row, 0)))
  const headed = others.some(row => row.cells.some(cell => RECOMMENDED.test(cell.text)))
  return (
    width >= 2 &&
    refs.length >= 2 &&
    names.size === refs.length &&
    headed &&
    others.length <= refs.length &&
    (refs.some(row => wordiest(row) !== null) || others.some(isHeadedByName))
  )
}

/** One column is headed as the recommendation and nothing else, however few words its cells have. */
const isHeadedByName = (row: Row): boolean =>
  row.cells.length > 1 && row.cells.some(cell => cell.column > 0 && ONLY_A_NAME.test(withoutMarks(cell.text)))

const wordiest = (row: Row): Cell | null =>
  row.cells
    .filter(cell => cell.column > 0 && cell.text.trim().split(/\s+/).length > 3)
    .sort((a, b) => b.text.length - a.text.length)[0] ?? null

/** What the columns of a table hold, as the last row of headings says. */
type Columns = { heading: string; text: number | null; lead: number | null; headings: Row }

function findingsOf(table: Table, above: string): FindingReading[] {
  const findings: FindingReading[] = []
  let columns: Columns | null = null
  for (const row of table.rows) {
    if (isRef(row)) findings.push(findingOf(row, columns, above))
    else if (row.cells.some(cell => cell.text.trim() !== '')) columns = columnsOf(row, columns)
  }
  return findings
}

function columnsOf(row: Row, before: Columns | null): Columns {
  const named = row.cells.find(cell => RECOMMENDED.test(cell.text)) ?? row.cells.find(cell => cell.text.trim() !== '')!
  const lead = row.cells.find(cell => LEADS.test(cell.text) && cell !== named)
  const text = named.column > 0 ? named.column : null
  return {
    heading: withoutMarks(named.text),
    text: text ?? before?.text ?? null,
    lead: lead?.column ?? before?.lead ?? null,
    headings: row,
  }
}

function findingOf(row: Row, columns: Columns | null, above: string): FindingReading {
  const text = columns?.text ?? wordiest(row)?.column ?? 1
  const lead = columns?.lead ?? null
  const status = Object.fromEntries(
    row.cells
      .filter(cell => ![0, text, lead].includes(cell.column) && (cell.text.trim() !== '' || cell.colour))
      .map(cell => [textAt(columns?.headings, cell.column) || `column ${cell.column + 1}`, wordsOrColour(cell)]),
  )
  const heading = !columns || ONLY_A_NAME.test(columns.heading) ? above : columns.heading
  return {
    ref: textAt(row, 0).replace(/\.$/, ''),
    heading,
    text: textAt(row, text),
    lead: lead === null ? null : textAt(row, lead) || null,
    ...(Object.keys(status).length > 0 && { status }),
    where: row.where,
  }
}

const wordsOrColour = (cell: Cell): string => withoutMarks(cell.text) || `#${cell.colour}`

/** A table of references and short or empty cells, as `Rec | P1 | P2`. */
const isStatus = ({ rows }: Table): boolean =>
  rows.filter(isRef).length >= 2 &&
  rows.filter(isRef).length >= rows.length - 2 &&
  !rows.some(row => isRef(row) && wordiest(row))

function layBeside(findings: FindingReading[], table: Table): Problem[] {
  const headings = table.rows.find(row => !isRef(row))
  const problems: Problem[] = []
  let anything = false
  for (const row of table.rows.filter(isRef)) {
    const ref = textAt(row, 0)
    const own = findings.filter(finding => finding.ref === ref)
    const parts = own.length > 0 ? own : findings.filter(finding => finding.ref.replace(/[a-z]$/, '') === ref)
    if (own.length === 0) problems.push({ where: row.where, problem: unmatched(ref, parts) })
    for (const cell of row.cells.filter(({ column, text, colour }) => column > 0 && (text.trim() !== '' || colour))) {
      anything = true
      const name = textAt(headings, cell.column) || `column ${cell.column + 1}`
      for (const finding of parts) finding.status = { ...finding.status, [name]: wordsOrColour(cell) }
    }
  }
  return anything
    ? problems
    : [
        ...problems,
        { where: table.where, problem: 'lists the recommendations with their status, but every status is empty' },
      ]
}

const unmatched = (ref: string, parts: FindingReading[]): string =>
  parts.length === 0
    ? `gives the status of ${ref}, which is not among the recommendations`
    : `gives one status for ${ref}, which is listed as ${parts.map(part => part.ref).join(' and ')}`

function twice(findings: FindingReading[]): Problem[] {
  const first = new Map<string, string>()
  return findings.flatMap(({ ref, where }) => {
    const seen = first.get(ref)
    if (seen === undefined) return (first.set(ref, where), [])
    return [{ where, problem: `${ref} is listed twice, here and at ${seen}: give one of them another reference` }]
  })
}

/**
 * Finds the row that names a plan's columns: in the first rows of a table or further down, below a banner, over two rows where
 * one word of a heading stands beneath the other.
 */
import type { Cell } from './document.ts'
import { matchHeading, plainHeading, type HeadingMatch } from './plan-headings.ts'
import type { PlanField } from './plan-reading.ts'
import { written, type GridRow } from './table-grid.ts'

/** The headings by column, and the rows that they fill. What stands above them in the table is a banner or a title. */
export type HeadingRow = { first: number; last: number; headings: Map<number, string> }

/** A plan says what is to be done and at least who, when, how far or to what end. */
const BESIDE_ACTION: PlanField[] = [
  'lead',
  'timescale',
  'start',
  'end',
  'measure',
  'desiredOutcome',
  'objective',
  'evidence',
  'monitoredBy',
]
const LONGEST_HEADING = 120
/** How far down a table the first headings are looked for: a sheet may begin with a page of introduction. */
const LOOKED_THROUGH = 100

export function findHeadingRow(
  rows: GridRow[],
  from: number,
  to = Math.min(rows.length, from + LOOKED_THROUGH),
): HeadingRow | null {
  for (let index = from; index < to; index++) {
    const best = rows
      .slice(index, index + 3)
      .map(row => ({ row, score: headingScore(row.at) }))
      .reduce((one, other) => (other.score > one.score ? other : one))
    if (best.score > 0) return withTail(rows, best.row)
  }
  return null
}

/** Whether a row further down is a heading row again: only short words, and they name a plan's columns. */
export const looksLikeHeading = (row: GridRow): boolean =>
  written(row).length > 1 && written(row).every(cell => cell.text.length <= LONGEST_HEADING) && headingScore(row.at) > 0

/** Whether the cells are the headings of a plan. */
export const namesColumns = (at: Map<number, Cell>): boolean => headingScore(at) > 0

/** Over 0 where the cells are the headings of a plan; more the surer each is. */
function headingScore(at: Map<number, Cell>): number {
  const cells = [...new Set(at.values())].filter(cell => cell.text.trim() !== '')
  if (cells.length < 2 || cells.some(cell => cell.text.length > LONGEST_HEADING * 2)) return 0
  if (cells.every(cell => OF_A_KEY.has(plainHeading(cell.text)))) return 0
  const matches = cells.map(cell => matchHeading(cell.text)).filter(match => match !== null)
  return isOfPlan(matches, cells.length) ? matches.reduce((sum, match) => sum + match.confidence, 0) : 0
}

/** Headings that a key to the ratings has as well: by themselves they make no plan. */
const OF_A_KEY = new Set([
  'rag',
  'brag',
  'bragg',
  'rating',
  'status',
  'colour',
  'key',
  'action',
  'actions',
  'impact',
  'meaning',
  'description',
])

function isOfPlan(matches: HeadingMatch[], cells: number): boolean {
  const fields = new Set(matches.flatMap(match => match.fields))
  const sure = matches.filter(match => match.confidence >= 0.9).length
  const beside = BESIDE_ACTION.filter(field => fields.has(field)).length
  if (sure === 0 || matches.length < Math.min(3, cells) || matches.length < cells / 3) return false
  if (fields.has('text')) return beside > 0
  return fields.has('objective') && fields.has('lead') && (fields.has('timescale') || fields.has('end'))
}

/** The headings with what stands under them in the next rows, where those only finish the words: `Start` over `Date`. */
function withTail(rows: GridRow[], row: GridRow): HeadingRow {
  const headings = headingsOf(row)
  let last = row.index
  while (rows[last + 1] && isTail(rows[last + 1]!, headings)) {
    last++
    for (const cell of written(rows[last]!)) {
      const above = headings.get(cell.column) ?? ''
      const alone = matchHeading(cell.text)
      const words =
        alone && alone.confidence === 1 && isShared(headings, cell.column) ? cell.text : `${above} ${cell.text}`
      headings.set(cell.column, words.replace(/\s+/g, ' ').trim())
    }
  }
  return { first: row.index, last, headings }
}

export const headingsOf = (row: GridRow): Map<number, string> =>
  new Map(
    [...row.at]
      .map(([column, cell]) => [column, cell.text.replace(/\s+/g, ' ').trim()] as const)
      .sort(([one], [other]) => one - other),
  )

/** A heading that stands over several columns says less than what stands under it. */
const isShared = (headings: Map<number, string>, column: number) =>
  headings.get(column) !== '' &&
  (headings.get(column) === headings.get(column + 1) || headings.get(column) === headings.get(column - 1))

function isTail(row: GridRow, headings: Map<number, string>): boolean {
  const cells = written(row)
  return (
    cells.length > 0 &&
    cells.every(cell => {
      const above = headings.get(cell.column) ?? ''
      const words = plainHeading(cell.text)
      const fields = matchHeading(above)?.fields ?? []
      return (
        above !== '' &&
        !/\d/.test(words) &&
        words.split(' ').length <= 5 &&
        !fields.includes('ref') &&
        !fields.includes('text') &&
        (isShared(headings, cell.column) ? matchHeading(cell.text) : matchHeading(`${above} ${cell.text}`)) !== null &&
        isPartOfHeading(words)
      )
    })
  )
}

/** `HR` under `Lead` is a lead, `Officer` under it the rest of the heading. */
const isPartOfHeading = (words: string) =>
  words.split(' ').every(word => HEADING_WORDS.has(word.replace(/[^a-z]/g, '')))
const HEADING_WORDS = new Set(
  'and or of for to by the date dates start end officer officers lead person responsible measure measures milestone milestones key target targets outcome outcomes impact evidence progress action actions rating rag status success criteria ref no number improvement children agency reporting board group performance indicators due completion planned actual update updates from rating'.split(
    ' ',
  ),
)

/** How much of the words of two heading rows is the same, 0-1: a heading row damaged by a page break still shows which it is. */
export function likeness(one: Iterable<string>, other: Iterable<string>): number {
  const [left, right] = [wordsOf(one), wordsOf(other)]
  const shared = [...left].filter(word => right.has(word)).length
  return shared === 0 ? 0 : shared / (left.size + right.size - shared)
}

const wordsOf = (headings: Iterable<string>) =>
  new Set([...headings].flatMap(heading => plainHeading(heading).match(/[a-z']+/g) ?? []))

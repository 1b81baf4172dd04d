/**
 * What the ratings of a plan mean by the plan's own key: a small table of colours and words, or a sentence that explains them.
 * Without a key a colour is only a colour: green has meant done, on track and impact seen.
 */
import type { Block, Cell, Table } from './document.ts'
import { matchHeading, plainHeading } from './plan-headings.ts'
import type { RatingReading } from './plan-reading.ts'
import { colourName, colourNamed } from './rating-colour.ts'
import { gridOf, written, type GridRow } from './table-grid.ts'

/** What each colour says, by its plain name; `impact` is the same as `delivery` where the key makes no difference. */
export type RatingKey = { delivery: Map<string, string>; impact: Map<string, string> }

/** The key that a block of the document is, or null. */
export const keyOf = (block: Block): RatingKey | null =>
  block.kind === 'table' ? keyOfTable(block) : keyInWords(block.text)

/** A key is a small table: no more rows than there are colours to explain, each in a few words. */
const LONGEST_KEY = 10
const WIDEST_KEY = 6
const OF_A_PLAN = ['lead', 'timescale', 'start', 'end']

function keyOfTable(table: Table): RatingKey | null {
  if (table.rows.length > LONGEST_KEY || table.width > 2 * WIDEST_KEY) return null
  const rows = gridOf(table)
  const headings = rows[0]!.at
  if ([...headings.values()].some(cell => matchHeading(cell.text)?.fields.some(field => OF_A_PLAN.includes(field))))
    return null
  const across = rows.map(keyAcross).find(found => found !== null)
  if (across || table.width > WIDEST_KEY) return across ?? null
  const key: RatingKey = { delivery: new Map(), impact: new Map() }
  const explained = rows.filter(row => !isShadedHeading(row)).flatMap(row => ({ row, colour: colourOfRow(row) }))
  if (explained.filter(({ row, colour }) => colour === null && row.index > 0 && written(row).length > 0).length > 1)
    return null
  for (const { row, colour } of explained)
    for (const cell of colour ? written(row).filter(other => other !== colour.named) : [])
      addMeaning(key, plainHeading(headings.get(cell.column)?.text ?? ''), colour!.name, cell.text.trim())
  return Math.max(key.delivery.size, key.impact.size) > 1 ? bothWays(key) : null
}

/** `Key: | Complete | On track | Late`, each in its colour or after a cell that is: a key in one row. */
function keyAcross(row: GridRow): RatingKey | null {
  const meanings = new Map<string, string>()
  const others: Cell[] = []
  let colour: string | null = null
  for (const cell of row.own) {
    const words = cell.text.trim()
    const own = colourNamed(words) ?? (cell.colour === null ? null : colourName(cell.colour))
    if (own !== null && (words === '' || colourNamed(words))) colour = own
    else if (words !== '' && (own ?? colour) !== null) {
      if (meanings.has((own ?? colour)!)) return null
      meanings.set((own ?? colour)!, words)
      colour = null
    } else if (words !== '') others.push(cell)
  }
  const isKey = meanings.size > 1 && others.every(isLabelOfKey) && ![...meanings.values()].some(isHeading)
  return isKey ? { delivery: meanings, impact: meanings } : null
}

const isLabelOfKey = (cell: Cell) => /^(?:key|legend|b?rag|colours?|ratings?|status)\b/i.test(cell.text.trim())
const isHeading = (words: string) => {
  const match = matchHeading(words)
  return words.length > 80 || (match?.confidence === 1 && !match.fields.includes('delivery'))
}

/** A heading row that is coloured from end to end explains nothing. */
const isShadedHeading = (row: GridRow) =>
  row.index === 0 &&
  row.own.length > 1 &&
  row.own.every(cell => cell.colour !== null && cell.colour === row.own[0]!.colour)

/** The colour that a row of a key explains: a coloured cell, or a colour's name standing first. */
function colourOfRow(row: GridRow): { name: string; named: Cell | null } | null {
  const words = written(row)
  if (words.length === 0 || words.some(cell => cell.text.length > 80)) return null
  const first = row.own[0]!
  const named = colourNamed(first.text)
  if (named) return { name: named, named: first }
  const coloured = row.own.filter(cell => cell.colour !== null && colourName(cell.colour) !== null)
  const names = new Set(coloured.map(cell => colourName(cell.colour!)!))
  return names.size === 1 ? { name: [...names][0]!, named: null } : null
}

function addMeaning(key: RatingKey, heading: string, colour: string, meaning: string) {
  const of = /impact|outcome|difference/.test(heading) ? key.impact : key.delivery
  if (!of.has(colour)) of.set(colour, meaning)
}

/** `Green – complete; Amber – on track; Red - not started`: two colours or more, each with what it stands for. */
function keyInWords(text: string): RatingKey | null {
  const key: RatingKey = { delivery: new Map(), impact: new Map() }
  for (const [, colour, meaning] of text.matchAll(IN_WORDS))
    if (!key.delivery.has(colourNamed(colour!)!)) key.delivery.set(colourNamed(colour!)!, meaning!.trim())
  return key.delivery.size > 1 ? bothWays(key) : null
}
const COLOURS = 'blue|green|amber|yellow|orange|red|grey|gray|purple|black'
const IN_WORDS = new RegExp(
  `\\b(${COLOURS})\\b\\s*[-–—:=]\\s*((?:(?!\\b(?:${COLOURS})\\b\\s*[-–—:=])[^;\\n|•])+)`,
  'gi',
)

const bothWays = (key: RatingKey): RatingKey => ({
  delivery: key.delivery.size > 0 ? key.delivery : key.impact,
  impact: key.impact.size > 0 ? key.impact : key.delivery,
})

/** A rating as its cell gives it, with its meaning by the key; null where the cell has neither words nor colour. */
export function readRating(
  words: string,
  fill: string | null,
  of: 'delivery' | 'impact',
  key: RatingKey | null,
): RatingReading | null {
  const text = words.trim()
  const colour = fill !== null && colourName(fill) !== null ? fill : null
  if (text === '' && colour === null) return null
  const named = text === '' ? colourName(colour!) : colourNamed(text)
  return { text, colour, meaning: (named && key?.[of].get(named)) ?? null }
}

/** The rating in one word or two, as a person would say it; null where there is none. */
export const ratingWords = (rating: RatingReading | null): string | null =>
  rating && (rating.meaning ?? (rating.text !== '' ? rating.text : colourName(rating.colour!)))

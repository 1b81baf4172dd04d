/** What a plan is called: by its file's own title, the title on its first page, a title over its table, or the file's name. */
import type { Document, Paragraph } from './document.ts'
import type { PlanReading } from './plan-reading.ts'
import { readThemeTitle } from './plan-sections.ts'
import type { PlanTable } from './plan-tables.ts'
import { written } from './table-grid.ts'

const LONGEST = 30
const SPEAKS_OF_A_PLAN = /\bplan\b/i

export function titleOfPlan(document: Document, tables: PlanTable[]): string {
  return ownTitle(document) ?? firstTitle(document) ?? titleOverTables(document, tables) ?? titleOfFile(document.file)
}

/** The title in the file's properties, where it is not what a program put there. */
const ownTitle = ({ title }: Document) => {
  const words = title?.trim() ?? ''
  return words === '' ||
    /^(untitled|document\d*|microsoft|book\d*|template|sheet)\b/i.test(words) ||
    /\.(docx?|xlsx?)$/i.test(words)
    ? null
    : words
}

/** The line before the plan's tables that reads most like a plan's title; failing that the first heading before any table. */
function firstTitle({ blocks }: Document): string | null {
  const lines = blocks.filter((block): block is Paragraph => block.kind === 'paragraph' && block.text.trim() !== '')
  const named = lines
    .map(one => ({ one, score: scoreOf(one) }))
    .reduce<{ one: Paragraph | null; score: number }>((best, next) => (next.score > best.score ? next : best), {
      one: null,
      score: 0,
    })
  const firstTable = blocks.findIndex(block => block.kind === 'table')
  const heading = blocks
    .slice(0, firstTable === -1 ? undefined : firstTable)
    .find(block => block.kind === 'paragraph' && block.heading > 0)
  return withoutMarks(named.one?.text ?? (heading?.kind === 'paragraph' ? heading.text : '')) || null
}

/** How much a line reads like the title of a plan: it calls itself one, is short, and names the years. */
function scoreOf({ text, list, heading }: Paragraph): number {
  const words = text.trim().split(/\s+/).length
  if (
    !SPEAKS_OF_A_PLAN.test(text) ||
    words > LONGEST ||
    list > 0 ||
    /[.;:?]$/.test(text.trim()) ||
    readThemeTitle(text) !== null
  )
    return 0
  const isNamed = /\b(improvement|action|delivery|service|development|recovery|getting to good)\b.*\bplan\b/i.test(text)
  return (
    (isNamed ? 3 : 1) +
    (words <= 14 ? 2 : 0) +
    (/\b20\d\d\b/.test(text) ? 2 : 0) +
    (heading > 0 ? 1 : 0) -
    (/^(subject|re|appendix|to)\b|\.{3}/i.test(text) ? 4 : 0) -
    (words < 3 ? 3 : 0)
  )
}

const withoutMarks = (text: string) =>
  text
    .replace(/\*\*|__/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** One title that stands over the tables, or in a table before them, where it is not a theme's. */
function titleOverTables({ blocks }: Document, tables: PlanTable[]): string | null {
  const titles = tables.flatMap(table => table.above.filter(row => written(row).length === 1))
  const before = blocks
    .slice(0, tables[0]?.at ?? 0)
    .flatMap(block => (block.kind === 'table' ? block.rows : []))
    .map(row => row.cells.filter(cell => cell.text.trim() !== ''))
    .filter(cells => cells.length === 1)
  const texts = [...before.map(cells => cells[0]!.text.trim()), ...titles.map(row => written(row)[0]!.text.trim())]
  const isTitle = (text: string) => readThemeTitle(text) === null && text.split(/\s+/).length <= LONGEST
  return (
    texts.find(text => isTitle(text) && SPEAKS_OF_A_PLAN.test(text)) ??
    (titles.length === 1 ? (texts.findLast(isTitle) ?? null) : null)
  )
}

/** `improvement-plan-2016-17.xlsx` is `improvement plan 2016-17`. */
const titleOfFile = (file: string): string =>
  (file.split(/[\\/]/).at(-1) ?? file)
    .replace(/\.[a-z]{2,5}$/i, '')
    .replace(/[_]+/g, ' ')
    .replace(/-(?!\d{2}(?:\d{2})?$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[a-z]/, letter => letter.toUpperCase())

/** The days that a plan's title says it covers (`2016-18`, `2015/16`): the calendar years, since plans differ in where a year begins. */
export function yearsOfTitle(title: PlanReading['title']): [number, number] | null {
  const match = /\b(20\d\d)\s*[-–—/]\s*(20\d\d|\d\d)\b/.exec(title)
  if (!match) return null
  const [from, to] = [Number(match[1]), Number(match[2]!.length === 2 ? match[1]!.slice(0, 2) + match[2] : match[2])]
  return to >= from && to - from <= 5 ? [from, to] : null
}

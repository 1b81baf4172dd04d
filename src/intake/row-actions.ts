/** Makes the actions of a plan's row: most rows hold one; a row of lists with a date to each line holds as many as it has dates. */
import { readCitations, readReferenceColumn } from './citation.ts'
import { footnotesOf } from './cell-words.ts'
import { readLeads } from './lead.ts'
import { plainHeading } from './plan-headings.ts'
import { columnsOf, fieldCell, fieldWords, type PlanRow } from './plan-row.ts'
import type { ActionReading, Citation, PlanField } from './plan-reading.ts'
import { readRating } from './rating-key.ts'
import { NUMBER_BEFORE } from './row-kind.ts'
import { readTargetsOfAction } from './target.ts'
import { readStartAndEnd, readTimescale } from './timescale-reading.ts'
import type { Span } from './dates-in-words.ts'

/** What an action says by itself; its reference and objective come from where it stands. `ownRef` is null where it has none. */
export type RowAction = Omit<ActionReading, 'ref' | 'objective' | 'partOfRow'> & { ownRef: string | null }

/** The words of one action, field by field: what a person may put right before they are read. */
export type ActionWords = Record<WordField, string>
export type WordField = Exclude<PlanField, 'unmapped' | 'delivery' | 'impact' | 'theme'>
const WORD_FIELDS: WordField[] = [
  'ref',
  'text',
  'objective',
  'desiredOutcome',
  'lead',
  'timescale',
  'start',
  'end',
  'measure',
  'evidence',
  'monitoredBy',
  'cites',
]

/** The words of each action of the row; a number that stands before an action is its reference. */
export function wordsOfActions(row: PlanRow): ActionWords[] {
  const whole = Object.fromEntries(WORD_FIELDS.map(field => [field, fieldWords(row, field)])) as ActionWords
  const lines = splitInto(whole)
  const each = lines === 1 ? [whole] : Array.from({ length: lines }, (_, index) => lineOf(whole, lines, index))
  return row.numbered ? each.map(withNumberApart) : each
}

function withNumberApart(words: ActionWords): ActionWords {
  const number = NUMBER_BEFORE.exec(words.text)
  if (!number || words.ref !== '') return words
  return { ...words, ref: (number[1] ?? number[2])!, text: words.text.slice(number[0].length) }
}

/** Fields that a list in the action cell may match line by line. */
const LINE_BY_LINE: WordField[] = ['lead', 'timescale', 'start', 'end']

/** How many actions the row holds: as many as its action cell has lines, where its dates have as many and its leads as many or one. */
function splitInto(words: ActionWords): number {
  const lines = linesOf(words.text).length
  if (lines < 2) return 1
  const dates = (['timescale', 'end', 'start'] as const)
    .map(field => linesOf(words[field]))
    .find(found => found.length === lines)
  if (!dates || dates.some(date => readTimescale(date).kind === 'unread')) return 1
  const fits = LINE_BY_LINE.every(field => [0, 1, lines].includes(linesOf(words[field]).length))
  return fits ? lines : 1
}

const linesOf = (text: string) => text.split('\n').filter(line => line.trim() !== '')

function lineOf(words: ActionWords, lines: number, index: number): ActionWords {
  const split = { ...words }
  for (const field of ['text', ...LINE_BY_LINE] as const) {
    const each = linesOf(words[field])
    if (each.length === lines) split[field] = withoutMark(each[index]!)
  }
  return split
}

const withoutMark = (line: string) => line.replace(/^\s*[•▪●○◦❖➤*]\s*/, '').trim()

/** Reads an action from its words. */
export function readAction(row: PlanRow, words: ActionWords, plan: Span | undefined): RowAction {
  const hasStartAndEnd = columnsOf(row.columns, 'start').length > 0 || columnsOf(row.columns, 'end').length > 0
  const timescaleText = hasStartAndEnd
    ? [words.start, words.end].filter(one => one !== '').join(' - ')
    : words.timescale
  return {
    ownRef: words.ref === '' ? null : words.ref.replace(/\s+/g, ' ').replace(/(?<=\d)[.)]$/, ''),
    text: words.text,
    desiredOutcome: words.desiredOutcome,
    leads: readLeads(words.lead),
    leadText: words.lead,
    timescaleText,
    timescale: hasStartAndEnd ? readStartAndEnd(words.start, words.end, plan) : readTimescale(words.timescale, plan),
    startText: hasStartAndEnd ? words.start : null,
    endText: hasStartAndEnd ? words.end : null,
    measureText: words.measure,
    targets: readTargetsOfAction({ ...words, evidence: words.evidence === words.measure ? '' : words.evidence }),
    cites: once([...citedInColumns(row), ...readCitations(words.text), ...readCitations(words.desiredOutcome)]),
    delivery: ratingOf(row, 'delivery'),
    impact: ratingOf(row, 'impact'),
    monitoredBy: words.monitoredBy,
    evidenceText: words.evidence,
    unmapped: together([...unmappedOf(row), ...citedOtherwise(row), ...footnotesIn(row)]),
    where: row.where,
    row: row.number,
  }
}

/** A cell that only says again what its heading says (`RAG`) rates nothing. */
function ratingOf(row: PlanRow, of: 'delivery' | 'impact') {
  const words = fieldWords(row, of)
  const isHeading = plainHeading(words) === plainHeading(columnsOf(row.columns, of)[0]?.heading ?? '')
  return readRating(isHeading ? '' : words, fieldCell(row, of)?.colour ?? null, of, row.key)
}

type Kept = [heading: string, words: string]

/** What the row's columns of sources cite. */
export const citedInColumns = (row: PlanRow): Citation[] =>
  columnsOf(row.columns, 'cites').flatMap(({ column, heading }) =>
    readReferenceColumn(row.words.get(column) ?? '', heading),
  )

/** Words of a column of sources that name none: kept under its heading. */
const citedOtherwise = (row: PlanRow): Kept[] =>
  columnsOf(row.columns, 'cites').flatMap(({ column, heading }): Kept[] => {
    const words = row.words.get(column) ?? ''
    const left = readReferenceColumn(words, heading).reduce((rest, cite) => rest.replace(cite.text, ''), words)
    return /[a-z0-9]/i.test(left) ? [[heading || 'Source', words]] : []
  })

const footnotesIn = (row: PlanRow): Kept[] =>
  [...new Set(row.cells.values())].flatMap(footnotesOf).map(note => ['Footnotes', note])

/** Words kept under the same heading stand together, each on a line. */
function together(kept: Kept[]): Record<string, string> {
  const under = new Map<string, string>()
  for (const [heading, words] of kept)
    under.set(heading, under.has(heading) ? `${under.get(heading)}\n${words}` : words)
  return Object.fromEntries(under)
}

/** The same finding cited twice stands once. */
export const once = (cites: Citation[]): Citation[] =>
  [
    ...new Map(cites.map(cite => [`${cite.source}|${cite.ref}`.toLowerCase(), cite] as const).reverse()).values(),
  ].reverse()

/** Cells that no field takes, by their heading; a column without one by its place. */
function unmappedOf(row: PlanRow): Kept[] {
  return [...row.words].flatMap(([column, words]): Kept[] => {
    const mapping = row.columns.find(one => one.column === column)
    if (words === '' || (mapping && !mapping.fields.includes('unmapped'))) return []
    return [[mapping && mapping.heading !== '' ? mapping.heading : `Column ${column + 1}`, words]]
  })
}

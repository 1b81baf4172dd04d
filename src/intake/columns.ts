/**
 * What each column of a plan's table holds. The heading says it first; where it stands, its neighbours and its cells decide what a
 * heading leaves open: which of two columns headed RAG is which, whether `Ref` numbers the actions or names sources.
 */
import type { Cell } from './document.ts'
import { matchHeading, plainHeading } from './plan-headings.ts'
import type { ColumnMapping, PlanField } from './plan-reading.ts'
import { readTimescale } from './timescale-reading.ts'

/** Some of the column's cells below the heading. */
export type Samples = Map<number, Cell[]>

export function mapColumns(headings: Map<number, string>, samples: Samples): ColumnMapping[] {
  const columns = [...headings].map(([column, heading]) => firstReading(column, heading))
  for (const settle of [settleByCells, settlePlaces, settleRatings, settleAction, keepOneOfEach, settleDates])
    settle(columns, samples)
  return columns
}

function firstReading(column: number, heading: string): ColumnMapping {
  const match = matchHeading(heading)
  if (match) return { column, heading, ...match }
  const why = heading === '' ? 'The column has no heading' : 'The heading is not one that is known'
  return { column, heading, fields: ['unmapped'], confidence: 0, why }
}

const is = (column: ColumnMapping, field: PlanField) => column.fields.includes(field)
const take = (column: ColumnMapping, field: PlanField, confidence: number, why: string) =>
  Object.assign(column, { fields: [field], confidence, why })

/** What only the cells can tell. */
function settleByCells(columns: ColumnMapping[], samples: Samples) {
  for (const column of columns) {
    const cells = samples.get(column.column) ?? []
    const words = cells.map(cell => cell.text.trim()).filter(text => text !== '')
    const plain = plainHeading(column.heading)
    if (is(column, 'ref') && words.length > 1 && !numberActions(words))
      take(column, 'cites', 0.8, 'Its cells name sources and repeat, so they do not number the actions')
    else if (
      is(column, 'objective') &&
      /recommendation|finding/.test(plain) &&
      words.length > 0 &&
      words.every(isShortRef)
    )
      take(column, 'cites', 0.8, 'Its cells are references to recommendations')
    else if (
      /priority/.test(plain) &&
      words.length > 0 &&
      words.every(text => /^(high|medium|med|low|urgent|[hml123])$/i.test(text))
    )
      take(column, 'unmapped', 0.8, 'Its cells grade how urgent the action is')
    else if (plain === 'target' && isDates(words) && !columns.some(other => is(other, 'timescale')))
      take(column, 'timescale', 0.8, 'Its cells are dates')
    else if (plain === 'impact') settleImpact(column, columns, words)
    else if (is(column, 'delivery') && /status|rating/.test(plain) && isProse(words))
      take(column, 'evidence', 0.7, 'Its cells tell of progress in sentences')
    else if (
      column.heading === '' &&
      cells.filter(cell => cell.colour !== null && cell.text.trim() === '').length > words.length
    )
      take(column, 'delivery', 0.4, 'The column has no heading, and its cells are coloured without words')
  }
}

const settleImpact = (column: ColumnMapping, columns: ColumnMapping[], words: string[]) =>
  !isProse(words)
    ? take(column, 'impact', 0.8, 'Its cells are ratings')
    : isAfterAction(column, columns)
      ? take(column, 'evidence', 0.6, 'It stands after the action and tells of impact in sentences')
      : take(column, 'desiredOutcome', 0.7, 'It stands before the action and tells what is wanted')

const isAfterAction = (column: ColumnMapping, columns: ColumnMapping[]) =>
  columns.some(other => is(other, 'text') && other.column < column.column)

/** References of actions: they look like numbers and are not used twice. */
const numberActions = (words: string[]) =>
  words.filter(isShortRef).length >= words.length * 0.6 && new Set(words).size >= words.length * 0.8
const isShortRef = (text: string) => /^[a-z]{0,8}[ .-]?\d+([./-]\d+)*[a-z]?[.)]?$/i.test(text)
const isDates = (words: string[]) =>
  words.length > 0 && words.filter(text => readTimescale(text).kind !== 'unread').length >= words.length * 0.7
const isProse = (words: string[]) =>
  words.length > 0 && words.filter(text => text.split(/\s+/).length > 5).length >= words.length * 0.4

/** A work stream before the action is what the action belongs to, one after it is who watches over it. */
function settlePlaces(columns: ColumnMapping[]) {
  for (const column of columns)
    if (is(column, 'theme') && isAfterAction(column, columns))
      take(column, 'monitoredBy', 0.7, 'It stands after the action, so it names who watches over it')
}

const SHOWS_IMPACT: PlanField[] = ['evidence', 'measure', 'desiredOutcome']

/** `RAG May`, `RAG Q2`: the same rating month by month, of which the last counts. */
const NAMES_A_TIME = /\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]/i

/** Of two columns headed alike, the rating beside the action is of delivery and the one beside the evidence of impact. */
function settleRatings(columns: ColumnMapping[]) {
  const ratings = columns.filter(column => is(column, 'delivery'))
  if (ratings.length < 2) return
  const byMonth = ratings.every(rating => NAMES_A_TIME.test(rating.heading))
  const ofImpact =
    byMonth || columns.some(column => is(column, 'impact'))
      ? undefined
      : ratings.slice(1).find(rating => {
          const before = columns.findLast(column => column.column < rating.column && !ratings.includes(column))
          return before?.fields.some(field => SHOWS_IMPACT.includes(field))
        })
  if (ofImpact) take(ofImpact, 'impact', 0.8, 'The second rating, and it follows the evidence')
  const ofDelivery = ratings.filter(rating => rating !== ofImpact)
  const kept = ofDelivery.every(rating => NAMES_A_TIME.test(rating.heading)) ? ofDelivery.at(-1)! : ofDelivery[0]!
  for (const rating of ofDelivery)
    if (rating !== kept) take(rating, 'unmapped', 0.6, `"${kept.heading}" is taken as the rating of delivery`)
  if (ofImpact) kept.why = 'The first rating, and it follows the action'
}

/** Where no column is headed as the action, what is to be achieved is what the plan's rows promise. */
function settleAction(columns: ColumnMapping[]) {
  if (columns.some(column => is(column, 'text'))) return
  const instead = columns.find(column => is(column, 'objective'))
  if (instead) take(instead, 'text', 0.5, 'No column is headed as the action')
}

/** One date is the timescale; a start with a due date is a start and an end; beside both of those a third date is kept as it is. */
function settleDates(columns: ColumnMapping[]) {
  const [starts, ends, timescales] = (['start', 'end', 'timescale'] as const).map(field =>
    columns.filter(column => is(column, field)),
  ) as [ColumnMapping[], ColumnMapping[], ColumnMapping[]]
  if (starts.length > 0 && ends.length === 0)
    for (const due of timescales) change(due, 'timescale', 'end', `"${starts[0]!.heading}" gives the start`)
  if (starts.length > 0 && ends.length > 0)
    for (const due of timescales)
      change(due, 'timescale', null, `"${starts[0]!.heading}" and "${ends[0]!.heading}" are taken instead`)
  if (starts.length === 0)
    for (const end of ends)
      change(end, 'end', timescales.length > 0 ? null : 'timescale', 'There is no column for the start')
}

/** Takes one field of a column for another; null keeps it as it is, unless it holds something else besides. */
function change(column: ColumnMapping, from: PlanField, to: PlanField | null, why: string) {
  const fields = column.fields.map(field => (field === from ? to : field)).filter(field => field !== null)
  Object.assign(column, { fields: fields.length > 0 ? fields : ['unmapped'], confidence: column.confidence * 0.9, why })
}

/** Words of these may stand in several columns and are put together; of any other field one column is taken and the rest kept as they are. */
const MANY: PlanField[] = ['measure', 'evidence', 'cites', 'monitoredBy', 'desiredOutcome', 'unmapped']

function keepOneOfEach(columns: ColumnMapping[]) {
  const fields = new Set(columns.flatMap(column => column.fields))
  for (const field of fields) {
    const claims = columns.filter(column => is(column, field))
    if (MANY.includes(field) || claims.length < 2) continue
    const kept = claims.reduce((one, other) => (other.confidence > one.confidence ? other : one))
    for (const claim of claims) if (claim !== kept && !isOneHeading(claim, kept, field)) withdraw(claim, field, kept)
  }
}

/** One heading over two columns: their words are put together, but two ratings or references cannot be. */
const isOneHeading = (claim: ColumnMapping, kept: ColumnMapping, field: PlanField) =>
  claim.heading === kept.heading && !['ref', 'delivery', 'impact', 'theme'].includes(field)

function withdraw(claim: ColumnMapping, field: PlanField, kept: ColumnMapping) {
  const left = claim.fields.filter(other => other !== field)
  if (left.length > 0) claim.fields = left
  else take(claim, 'unmapped', 0.3, `"${kept.heading}" is taken instead`)
}

/**
 * Reads an improvement plan from a document: finds its tables, takes each column for what its heading says, and makes of its rows
 * themes, objectives and actions. Nothing is left out: what no field takes stays by its heading, what stands around the tables is kept.
 */
import { readCitations } from './citation.ts'
import type { Span } from './dates-in-words.ts'
import type { Document } from './document.ts'
import type { CorrectableField, PlanCorrections } from './plan-corrections.ts'
import { fieldWords, type PlanRow, type Section, type ThemeRows } from './plan-row.ts'
import type { ActionReading, ObjectiveReading, PlanReading, ThemeReading } from './plan-reading.ts'
import { readObjective } from './plan-sections.ts'
import { titleOfPlan, yearsOfTitle } from './plan-title.ts'
import { walk } from './plan-walk.ts'
import type { Walk } from './walking.ts'
import { turned } from './form-tables.ts'
import { placeUnderObjective } from './objective-of-action.ts'
import { problemsOf } from './plan-problems.ts'
import { unstacked } from './stacked-tables.ts'
import { citedInColumns, once, readAction, wordsOfActions, type ActionWords, type RowAction } from './row-actions.ts'
import { day } from '../terms/day.ts'

/** The plan in the document; with a person's corrections, as they put it right. A document that holds none reads with a problem that says so. */
export function readPlan(given: Document, corrections: PlanCorrections = {}): PlanReading {
  const document = turned(unstacked(given))
  const walked = walk(document, corrections)
  const title = corrections.title ?? titleOfPlan(document, walked.tables)
  const themes = walked.themes.filter(theme => theme.rows.length > 0 || theme.sections.length > 0)
  const plan = spanOf(title)
  const read = themes.map((theme, index) => readTheme(theme, index, { title, plan, walked, corrections }))
  const reading: PlanReading = {
    file: document.file,
    title,
    layouts: walked.layouts,
    themes: read,
    surroundings: [...walked.surroundings, ...unusedTitles(walked, read)],
    problems: [],
  }
  return { ...reading, problems: [...document.notices, ...walked.problems, ...problemsOf(reading, document)] }
}

type Reading = { title: string; plan: Span | undefined; walked: Walk; corrections: PlanCorrections }

/** The title of a theme or a section that nothing stands under is not lost. */
function unusedTitles(walked: Walk, themes: ThemeReading[]): PlanReading['surroundings'] {
  const empty = walked.themes.filter(
    theme => theme.rows.length === 0 && theme.sections.length === 0 && theme.title !== '',
  )
  const used = new Set(themes.flatMap(theme => theme.objectives.flatMap(({ section, text }) => [section, text])))
  const sections = walked.themes
    .flatMap(theme => theme.sections)
    .filter(section => section.title !== '' && !used.has(section.title))
  return [
    ...empty.map(({ where, ref, title }) => ({ where, text: [ref, title].filter(Boolean).join(' ') })),
    ...sections.map(({ where, title }) => ({ where, text: title })),
  ]
}

function spanOf(title: string): Span | undefined {
  const years = yearsOfTitle(title)
  return years ? { from: day(`${years[0]}-01-01`), to: day(`${years[1]}-12-31`) } : undefined
}

function readTheme(theme: ThemeRows, index: number, reading: Reading): ThemeReading {
  const ref = theme.ref !== '' ? theme.ref : String(index + 1)
  const made: Made = {
    ref,
    objectives: sectionObjectives(theme, ref),
    byText: new Map(),
    used: new Set(),
    last: null,
    ofRow: new Map(),
    parts: new Map(),
  }
  const actions = theme.rows.flatMap(row => actionsOfRow(row, made, reading))
  return {
    ref,
    title: theme.title !== '' ? theme.title : reading.title,
    objectives: made.objectives.map(one => one.objective),
    actions,
    where: theme.where.replace(/^number /, ''),
  }
}

type PlacedObjective = { section: Section | null; objective: ObjectiveReading }
/** What has been made of a theme so far; `ofRow` is the objective that each plan row names in its column. */
type Made = {
  ref: string
  objectives: PlacedObjective[]
  /** The objectives by their words: rows that name the same one share it. */
  byText: Map<string, PlacedObjective[]>
  used: Set<string>
  /** The reference given last. */
  last: string | null
  ofRow: Map<number, string | null>
  /** How many actions each plan row has so far. */
  parts: Map<number, number>
}

/** The objectives that stand in rows or headings of their own, in their sections. A section without any is what its actions stand under. */
function sectionObjectives(theme: ThemeRows, themeRef: string): PlacedObjective[] {
  const hasColumn = theme.rows.some(row => fieldWords(row, 'objective') !== '')
  const counted = new Map<string, number>()
  return theme.sections.flatMap(section => {
    const numbered = section.ref ?? `${themeRef}.${section.order}`
    const prefix = section.title === '' ? themeRef : numbered
    const title = section.title === '' ? null : section.title
    const isItself = section.objectives.length === 0 && !hasColumn && section.title !== ''
    const given = isItself ? [{ text: section.title, where: section.where }] : section.objectives
    return given.map(({ text, where }) => {
      const own = isItself ? { ref: numbered, text } : readObjective(text)
      counted.set(prefix, (counted.get(prefix) ?? 0) + 1)
      const ref = own.ref ?? `${prefix}-O${counted.get(prefix)}`
      return { section, objective: { ref, text: own.text, cites: readCitations(own.text), section: title, where } }
    })
  })
}

function actionsOfRow(row: PlanRow, made: Made, reading: Reading): ActionReading[] {
  const parts = wordsOfActions(row)
  const shareRef = parts.length > 1 && parts.every(words => words.ref === parts[0]!.ref)
  return parts.map(words => {
    const partOfRow = (made.parts.get(row.number) ?? 0) + 1
    made.parts.set(row.number, partOfRow)
    const put = corrected(words, row, partOfRow, reading.corrections)
    const action = readAction(row, put, reading.plan)
    const objective = objectiveOfRow(row, put, made) ?? placeUnderObjective(action, row.section, made.objectives)
    const ref = refOf(action, row, partOfRow, shareRef, made)
    made.used.add(ref)
    made.last = ref
    const { ownRef, ...rest } = action
    return { ref, ...rest, objective, partOfRow }
  })
}

/** The objective that the row names in its column: the parts of a row share it, and so do rows with the same words. */
function objectiveOfRow(row: PlanRow, words: ActionWords, made: Made): string | null {
  if (words.objective === '') return made.ofRow.get(row.number) ?? null
  const ref = addObjective(row, words, made)
  made.ofRow.set(row.number, ref)
  return ref
}

function addObjective(row: PlanRow, words: ActionWords, made: Made): string {
  const own = readObjective(words.objective)
  const cites = once([...citedInColumns(row), ...readCitations(own.text)])
  const alike = made.byText.get(own.text) ?? []
  const known = alike.find(
    one => one.section === row.section && (row.part > 1 || own.ref === null || own.ref === one.objective.ref),
  )?.objective
  if (known) {
    known.cites = once([...known.cites, ...cites])
    return known.ref
  }
  const ref = own.ref ?? `${made.ref}.${row.inTheme}`
  const section = row.section?.title || null
  const placed = { section: row.section, objective: { ref, text: own.text, cites, section, where: row.where } }
  made.objectives.push(placed)
  made.byText.set(own.text, [...alike, placed])
  return ref
}

/** The plan's own reference; where it gives none, one that stays the same as long as the rows do: theme, row and part. */
function refOf(action: RowAction, row: PlanRow, part: number, isSplit: boolean, made: Made): string {
  if (action.ownRef !== null) return isSplit || row.sharesRef ? `${action.ownRef}.${part}` : action.ownRef
  if (fieldWordsExist(row, 'objective')) return free(`${made.ref}.${row.inTheme}.${part}`, made.used)
  const isRefPlan = row.columns.some(column => column.fields.includes('ref')) || row.numbered
  if (isRefPlan && made.last !== null) return lettered(made.last, made.used)
  const ref = `${made.ref}.${row.inTheme}`
  return free(isSplit || part > 1 ? `${ref}.${part}` : ref, made.used)
}

const fieldWordsExist = (row: PlanRow, field: 'objective') => row.columns.some(column => column.fields.includes(field))

/** The reference before with a letter after it: the row between 3.1 and 3.2 is 3.1b. */
function lettered(before: string, used: Set<string>): string {
  const stem = before.replace(/(?<=\d)[b-z]$/, '')
  const letters = [...'bcdefghijklmnopqrstuvwxyz']
  return `${stem}${letters.find(letter => !used.has(`${stem}${letter}`)) ?? `b${used.size}`}`
}

const free = (ref: string, used: Set<string>): string => (used.has(ref) ? lettered(ref, used) : ref)

const CORRECTED: Record<CorrectableField, keyof ActionWords> = {
  ref: 'ref',
  text: 'text',
  desiredOutcome: 'desiredOutcome',
  leadText: 'lead',
  timescaleText: 'timescale',
  startText: 'start',
  endText: 'end',
  measureText: 'measure',
  monitoredBy: 'monitoredBy',
  evidenceText: 'evidence',
}

/** The words with what a person put in their place. */
function corrected(words: ActionWords, row: PlanRow, part: number, corrections: PlanCorrections): ActionWords {
  const put = { ...words }
  for (const given of corrections.rows ?? [])
    if ('field' in given && given.where === row.where && given.part === part) put[CORRECTED[given.field]] = given.text
  return put
}

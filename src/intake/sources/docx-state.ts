/** Where the reader of a Word part stands: the place it writes to, the run it is in, what it has passed. */
import type { Block } from '../document.ts'
import type { Allowance } from './allowance.ts'
import type { Theme } from './colour.ts'
import type { Numbering } from './docx-numbering.ts'
import { draft, finish, isBlank, shadeOf, type Draft } from './docx-paragraph.ts'
import type { Look, Styles } from './docx-styles.ts'
import type { CellDraft, RowDraft, TableDraft } from './docx-table.ts'
import type { Notices } from './notices.ts'
import type { Element } from './xml.ts'

/** What a document has beside its text. `notes` are foot- and endnotes by `footnote 2`, `endnote 1`. */
export type Reading = {
  styles: Styles
  numbering: Numbering
  theme: Theme
  notes: Map<string, string>
  allowed: Allowance
  odd: Notices
}

/** Somewhere that paragraphs and tables stand: the body, a cell, a text box, a note. */
export type Place = {
  blocks: Block[]
  /** What stands in a text box, until the paragraph that holds the box is read. */
  boxed: Block[]
  paragraph: Draft | null
  /** A paragraph that runs on into the next. */
  before: Draft | null
  shades: Set<string | null>
  table: { draft: TableDraft; row: RowDraft | null; cell: CellDraft | null } | null
}

export type Run = Look & { style: string | null; shade: string | null; font: string }

/** Where the reader stands while it goes through a part. */
export type State = Reading & {
  place: Place
  outer: Place[]
  run: Run | null
  /** What the properties being read belong to. */
  of: 'paragraph' | 'mark' | 'run' | 'row' | 'cell' | null
  /** For each field that is open, whether we are in its instruction or in what it shows. */
  fields: ('code' | 'result')[]
  /** For each content control that is open, whether it only shows what to enter (“Choose an item”). */
  prompts: boolean[]
  /** In `w:t`, whose characters are the text. */
  inText: boolean
}

export const place = (): Place => ({
  blocks: [],
  boxed: [],
  paragraph: null,
  before: null,
  shades: new Set(),
  table: null,
})

export function enter(state: State): void {
  state.outer.push(state.place)
  state.place = place()
}

export function leave(state: State): Place {
  const left = state.place
  if (left.before) addParagraph(state, left.before)
  state.place = state.outer.pop() ?? place()
  return left
}

export function addText(state: State, text: string): void {
  if (state.fields.includes('code')) return
  if (state.prompts.includes(true))
    return state.odd.add('There are boxes that nobody has filled in; their prompts were left out')
  const { paragraph } = state.place
  const run = state.run ?? newRun()
  const style = state.styles.find(paragraph?.style ?? null)
  const letters: Look = run.style === null ? {} : state.styles.find(run.style)
  if (run.hidden ?? letters.hidden ?? style.hidden) {
    if (text.trim() !== '') state.odd.add('There is hidden text; it was left out ({n} pieces)')
    return
  }
  const bold = run.bold ?? letters.bold ?? style.bold ?? false
  const italic = run.italic ?? letters.italic ?? style.italic ?? false
  if (!paragraph) return
  paragraph.size += text.length
  state.allowed.hold('', paragraph.size)
  const last = paragraph.pieces.at(-1)
  if (last?.bold === bold && last.italic === italic && last.shade === run.shade) last.text += text
  else paragraph.pieces.push({ text, bold, italic, shade: run.shade })
}

export const newRun = (): Run => ({ style: null, shade: null, font: '' })

export function startParagraph(state: State): void {
  const { place } = state
  place.paragraph = draft()
  if (!place.before) return
  place.paragraph.pieces = place.before.pieces
  place.paragraph.footnotes = place.before.footnotes
  place.paragraph.size = place.before.size
  place.before = null
}

export function endParagraph(state: State): void {
  const { place } = state
  const ended = place.paragraph
  place.paragraph = null
  state.fields = state.fields.filter(field => field === 'result')
  if (!ended) return
  if (ended.runsOn) place.before = ended
  else addParagraph(state, ended)
  for (const block of place.boxed) place.blocks.push(block)
  place.boxed = []
}

/** Outside tables an empty paragraph is but space on the page; within a cell it may show what belongs together. */
function addParagraph(state: State, ended: Draft): void {
  const { place } = state
  if (isBlank(ended) && state.outer.length === 0) return
  const finished = finish(isBlank(ended) ? { ...draft(), style: null } : ended, state.styles, state.numbering)
  state.allowed.keep('', finished.text)
  const shade = shadeOf(ended)
  if (shade !== undefined) place.shades.add(shade)
  place.blocks.push(finished)
}

/** An element that holds properties, of whatever they are. */
export function properties(state: State, of: NonNullable<State['of']>): Element {
  let before: State['of'] = null
  return {
    open() {
      before = state.of
      state.of = of
    },
    close: () => void (state.of = before),
  }
}

/**
 * The blocks of a CIN census as rows: each element that holds others is a row of its texts, numbered by the line it begins on, with
 * what it stands within. Read as a stream; a document type is refused, since no census has one and its entities can be made to grow
 * without end or to fetch what they like.
 */
import { SaxesParser } from 'saxes'
import { UnreadableFile } from '../../unreadable-file.ts'

/** A repeating element of the census. Its number and its parent's are made of the child and the days in it. */
export type BlockName = 'Child' | 'CINdetails' | 'Assessments' | 'CINPlanDates' | 'Section47' | 'ChildProtectionPlans'

export type Block = {
  name: BlockName
  line: number
  parent: Block | null
  /** Each text by the name of its element; an element that repeats has them all. */
  texts: Map<string, string[]>
}

const BLOCKS = new Set<string>([
  'Child',
  'CINdetails',
  'Assessments',
  'CINPlanDates',
  'Section47',
  'ChildProtectionPlans',
])
const MAX_DEPTH = 40
const CHUNK = 64 * 1024

/** Calls `take` for each block as it ends, so that those within come before those around them; `header` for a text outside children. */
export function readBlocks(
  bytes: Uint8Array,
  take: (block: Block) => void,
  header: (name: string, text: string) => void,
): void {
  const parser = new SaxesParser({ position: true })
  const state: State = { block: null, depth: 0, text: '', hasChildren: false }
  follow(parser, state, take, header)
  const decoder = new TextDecoder(encodingOf(bytes))
  for (let at = 0; at < bytes.length; at += CHUNK)
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }))
  parser.write(decoder.decode()).close()
  if (!state.hasChildren) throw new UnreadableFile('This XML holds no children of a CIN census')
}

type State = { block: Block | null; depth: number; text: string; hasChildren: boolean }

function follow(
  parser: SaxesParser,
  state: State,
  take: (block: Block) => void,
  header: (name: string, text: string) => void,
): void {
  parser.on('error', () => {
    throw new UnreadableFile('The XML is broken here: make the census again, and give the file as the system wrote it', `line ${parser.line}`) // prettier-ignore
  })
  parser.on('doctype', () => {
    throw new UnreadableFile('This file defines its own XML entities, which no census does: it may be unsafe and was not read') // prettier-ignore
  })
  parser.on('opentag', ({ name: full }) => {
    const name = local(full)
    state.depth += 1
    state.text = ''
    if (state.depth > MAX_DEPTH) throw new UnreadableFile('This file is nested deeper than any census is', `line ${parser.line}`) // prettier-ignore
    if (name === 'Children') state.hasChildren = true
    if (BLOCKS.has(name)) state.block = { name: name as BlockName, line: parser.line, parent: state.block, texts: new Map() } // prettier-ignore
  })
  parser.on('text', text => (state.text += text))
  parser.on('cdata', text => (state.text += text))
  parser.on('closetag', ({ name: full }) => {
    const name = local(full)
    const text = state.text.trim()
    state.text = ''
    state.depth -= 1
    if (name === state.block?.name) {
      take(state.block)
      state.block = state.block.parent
    } else if (text === '') return
    else if (state.block) state.block.texts.set(name, [...(state.block.texts.get(name) ?? []), text])
    else header(name, text)
  })
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

const encodingOf = (start: Uint8Array) =>
  start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8'

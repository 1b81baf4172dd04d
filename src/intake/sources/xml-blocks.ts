/**
 * The blocks of a return's XML as rows: each element that repeats is a row of its texts, numbered by the line it begins on, with what
 * it stands within. Read as a stream; a document type is refused, since no return has one and its entities can be made to grow without
 * end or to fetch what they like.
 */
import { SaxesParser } from 'saxes'
import { UnreadableFile } from '../unreadable-file.ts'

export type Block = {
  name: string
  line: number
  parent: Block | null
  /** Each text by the name of its element; an element that repeats has them all. */
  texts: Map<string, string[]>
}

/** What the XML is of: `a CIN census`; the element without which it is none; and its repeating elements. */
export type Shape = { what: string; root: string; blocks: ReadonlySet<string> }

const MAX_DEPTH = 40
const CHUNK = 64 * 1024

/** Calls `take` for each block as it ends, so that those within come before those around them; `header` for a text outside children. */
export function readBlocks(
  bytes: Uint8Array,
  shape: Shape,
  take: (block: Block) => void,
  header: (name: string, text: string) => void,
): void {
  const parser = new SaxesParser({ position: true })
  const state: State = { block: null, depth: 0, text: '', hasRoot: false }
  follow(parser, state, shape, take, header)
  const decoder = new TextDecoder(encodingOf(bytes))
  for (let at = 0; at < bytes.length; at += CHUNK)
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }))
  parser.write(decoder.decode()).close()
  if (!state.hasRoot) throw new UnreadableFile(`This XML is not ${shape.what}`)
}

type State = { block: Block | null; depth: number; text: string; hasRoot: boolean }

function follow(
  parser: SaxesParser,
  state: State,
  { what, root, blocks }: Shape,
  take: (block: Block) => void,
  header: (name: string, text: string) => void,
): void {
  parser.on('error', () => {
    throw new UnreadableFile(`The XML is broken here: make ${what} again, and give the file as the system wrote it`, `line ${parser.line}`) // prettier-ignore
  })
  parser.on('doctype', () => {
    throw new UnreadableFile('This file defines its own XML entities, which no return does: it may be unsafe and was not read') // prettier-ignore
  })
  parser.on('opentag', ({ name: full }) => {
    const name = local(full)
    state.depth += 1
    state.text = ''
    if (state.depth > MAX_DEPTH) throw new UnreadableFile(`This file is nested deeper than ${what} is`, `line ${parser.line}`) // prettier-ignore
    if (name === root) state.hasRoot = true
    if (blocks.has(name)) state.block = { name, line: parser.line, parent: state.block, texts: new Map() } // prettier-ignore
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

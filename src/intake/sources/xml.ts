/**
 * XML read as a stream: each element is told by its local name (Office writers differ in prefixes) and forgotten. A document
 * type is refused, since no Office file has one and entities can be made to grow without end.
 */
import { SaxesParser } from 'saxes'
import { UnreadableFile } from '../unreadable-file.ts'
import { damaged } from './archive.ts'

/** Attributes by local name: `w:val` is `val`. */
export type Attributes = { [name: string]: string | undefined }
/** What an element's start and end mean. `open` answers `skip` to pass over the element with all that it holds. */
export type Element = { open?(attributes: Attributes): 'skip' | void; close?(): void }
export type Elements = { [name: string]: Element }

/** Passed over, with all that it holds. */
export const skip: Element = { open: () => 'skip' }

/** The switches of Office: present is on, unless it says otherwise. */
export const isOn = ({ val }: Attributes): boolean => !['0', 'false', 'off', 'none'].includes(val ?? '1')

const MAX_DEPTH = 400

export async function readXml(
  part: AsyncIterable<Uint8Array>,
  elements: Elements,
  text?: (text: string) => void,
): Promise<void> {
  const parser = new SaxesParser({ position: false })
  follow(parser, new Map(Object.entries(elements)), text)
  let decoder: TextDecoder | null = null
  try {
    for await (const chunk of part) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
      parser.write(decoder.decode(chunk, { stream: true }))
    }
    parser.write(decoder?.decode() ?? '').close()
  } catch (error) {
    if (error instanceof XmlFault || error instanceof TypeError) throw damaged()
    throw error
  }
}

class XmlFault extends Error {}

function follow(parser: SaxesParser, elements: Map<string, Element>, text?: (text: string) => void) {
  let depth = 0
  let skipFrom = Infinity
  parser.on('error', error => {
    throw new XmlFault(error.message)
  })
  parser.on('doctype', () => {
    throw new UnreadableFile(
      'This file defines its own XML entities, which no Word or Excel file does: it may be unsafe and was not read',
    )
  })
  parser.on('opentag', tag => {
    depth += 1
    if (depth > MAX_DEPTH)
      throw new UnreadableFile(`This file is nested more than ${MAX_DEPTH} levels deep, which no plan is`)
    if (depth > skipFrom) return
    const found = elements.get(local(tag.name))
    if (found?.open?.(localAttributes(tag.attributes as Record<string, string>)) === 'skip') skipFrom = depth
  })
  parser.on('closetag', tag => {
    if (depth < skipFrom) elements.get(local(tag.name))?.close?.()
    else if (depth === skipFrom) skipFrom = Infinity
    depth -= 1
  })
  if (!text) return
  const hear = (words: string) => {
    if (skipFrom === Infinity) text(words)
  }
  parser.on('text', hear)
  parser.on('cdata', hear)
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

function localAttributes(attributes: Record<string, string>): Attributes {
  for (const name in attributes) {
    if (name.includes(':')) {
      return Object.fromEntries(
        Object.entries(attributes).flatMap(([name, value]) => (name.startsWith('xmlns') ? [] : [[local(name), value]])),
      )
    }
  }
  return attributes
}

const encodingOf = (start: Uint8Array) =>
  start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8'

/**
 * Footnotes in plain text: a line that begins with a raised number (`¹ www...`) whose number an earlier paragraph carries. The
 * note is put with that paragraph. A footnote stands at the foot of a page, so a sentence that goes on after it is one sentence.
 */
import type { Block, Paragraph } from '../document.ts'

/** A note stands on the page of its number, no more blocks away than this; a text with more notes than this has none. */
const FAR = 200
const MOST_NOTES = 1000
const NOTE = /^([¹²³⁰⁴-⁹]+)\s+(\S[^]*)$/

export function attachFootnotes(blocks: Block[]): void {
  let notes = 0
  for (let at = 0; at < blocks.length && notes < MOST_NOTES; at++) {
    const found = blocks[at]
    const note = found?.kind === 'paragraph' ? NOTE.exec(found.text) : null
    if (!note) continue
    const carrier = blocks
      .slice(Math.max(0, at - FAR), at)
      .findLast((one): one is Paragraph => one.kind === 'paragraph' && one.text.includes(note[1] as string))
    if (!carrier) continue
    carrier.text = carrier.text.replace(note[1] as string, '')
    carrier.footnotes.push((note[2] as string).replace(/^<(\S+)>$/, '$1'))
    notes += 1
    blocks.splice(at, 1)
    at -= joinAround(blocks, at) ? 2 : 1
  }
}

/** Joins the paragraphs on both sides of the place where a note stood, if the second only goes on with the first. */
function joinAround(blocks: Block[], at: number): boolean {
  const [before, after] = [blocks[at - 1], blocks[at]]
  if (before?.kind !== 'paragraph' || after?.kind !== 'paragraph') return false
  if (/[.;:!?]$/.test(before.text) || !/^[a-z]/.test(after.text)) return false
  before.text += ` ${after.text}`
  before.footnotes.push(...after.footnotes)
  blocks.splice(at, 1)
  return true
}

/** The words that a workbook's cells share. Format: ECMA-376 part 1, 18.4; escapes `_x000D_`: 22.9.2.19. */
import type { Allowance } from './allowance.ts'
import type { Archive } from './archive.ts'
import { clean } from './words.ts'
import { isOn, readXml, type Elements } from './xml.ts'

/** `bold` and `italic` where every part of the words says so; undefined where the cell's own look decides. */
export type Words = { text: string; bold?: boolean; italic?: boolean }

/** Elements of a string, whether shared or a cell's own: calls `done` with the words at the end of `name`. */
export function stringElements(
  name: 'si' | 'is',
  done: (words: Words) => void,
): { elements: Elements; text(words: string): void } {
  let pieces: { text: string; bold: boolean; italic: boolean; rich: boolean }[] = []
  let rich = false
  let inText = false
  const set = (change: { bold?: boolean; italic?: boolean }) => {
    const piece = pieces.at(-1)
    if (rich && piece) Object.assign(piece, change)
  }
  const start = () => pieces.push({ text: '', bold: false, italic: false, rich })
  return {
    elements: {
      [name]: { open: () => void (pieces = []), close: () => done(joined(pieces)) },
      r: { open: () => ((rich = true), void start()), close: () => void (rich = false) },
      rPh: { open: () => 'skip' },
      b: { open: on => set({ bold: isOn(on) }) },
      i: { open: on => set({ italic: isOn(on) }) },
      t: { open: () => ((inText = true), void (rich || start())), close: () => void (inText = false) },
    },
    text(words) {
      const piece = pieces.at(-1)
      if (inText && piece) piece.text += words
    },
  }
}

function joined(pieces: { text: string; bold: boolean; italic: boolean; rich: boolean }[]): Words {
  const text = clean(pieces.map(piece => piece.text).join('').replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))) // prettier-ignore
  const worded = pieces.filter(piece => piece.text.trim() !== '')
  if (worded.length === 0 || !worded.every(piece => piece.rich)) return { text }
  return { text, bold: worded.every(piece => piece.bold), italic: worded.every(piece => piece.italic) }
}

export async function readSharedStrings(archive: Archive, part: string | null, allowed: Allowance): Promise<Words[]> {
  const found: Words[] = []
  if (part === null) return found
  const { elements, text } = stringElements('si', words => {
    allowed.keep('shared words', words.text)
    found.push(words)
  })
  await readXml(archive.open(part), elements, text)
  return found
}

/** Which characters a TrueType font can draw, read from its own table of them: an accessible PDF may hold no character without a shape. */
import { readFileSync } from 'node:fs'

/** The ranges of code points, first and last, that the font has a shape for. */
export function lettersOf(file: string): [number, number][] {
  const font = readFileSync(file)
  const table = tableAt(font, 'cmap')
  const count = font.readUInt16BE(table + 2)
  const offsets = Array.from({ length: count }, (_, at) => table + font.readUInt32BE(table + 8 + at * 8))
  const whole = offsets.find(at => font.readUInt16BE(at) === 12)
  if (whole === undefined) throw new Error(`${file} has no table of all Unicode characters`)
  return Array.from({ length: font.readUInt32BE(whole + 12) }, (_, at) => {
    const group = whole + 16 + at * 12
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)]
  })
}

function tableAt(font: Buffer, name: string): number {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16)
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8)
  throw new Error(`the font has no table ${name}`)
}

/** What stands for a character that no font here can draw. */
export const UNSHOWN = '□'

/** Says of a text what can be shown: marks that have no shape of their own are left out, other characters become `UNSHOWN` and are counted. */
export function showable(ranges: [number, number][]): { shown(text: string): string; unshown(): number } {
  const known = new Map<string, boolean>()
  const covered = (letter: string) => {
    const point = letter.codePointAt(0)!
    const kept = known.get(letter) ?? ranges.some(([first, last]) => point >= first && point <= last)
    known.set(letter, kept)
    return kept
  }
  let unshown = 0
  const shown = (text: string) =>
    text.replace(/[^\n\u0020-\u007e]/gu, letter => {
      if (covered(letter)) return letter
      if (/[\p{Cf}\p{Mn}\p{Variation_Selector}]/u.test(letter)) return ''
      unshown += 1
      return UNSHOWN
    })
  return { shown, unshown: () => unshown }
}

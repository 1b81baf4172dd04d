/** The plain names of the colours that ratings are given in. */
import { wordIn } from '../terms/word-in.ts'

const BY_HUE: [upTo: number, name: string][] = [
  [20, 'Red'],
  [50, 'Amber'],
  [70, 'Yellow'],
  [170, 'Green'],
  [260, 'Blue'],
  [330, 'Purple'],
  [361, 'Red'],
]

/** What a person would call the colour; null for white, black and the greys that tables are shaded with. */
export function colourName(hex: string): string | null {
  const [red, green, blue] = [0, 2, 4].map(at => parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number]
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  const spread = most - least
  if (!(spread > 0.12) || spread / most < 0.2) return null
  const sector =
    most === red
      ? ((green - blue) / spread + 6) % 6
      : most === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4
  return BY_HUE.find(([upTo]) => sector * 60 < upTo)![1]
}

const NAMES: Record<string, string> = {
  b: 'Blue', blue: 'Blue', g: 'Green', green: 'Green', a: 'Amber', amber: 'Amber', orange: 'Amber', y: 'Yellow', yellow: 'Yellow',
  r: 'Red', red: 'Red', grey: 'Grey', gray: 'Grey', purple: 'Purple', black: 'Black',
} // prettier-ignore

/** The colour that the words are the name of (`Green`, `g`, `RED`), or null. */
export const colourNamed = (words: string): string | null => wordIn(NAMES, words.trim().toLowerCase()) ?? null

/** Words in a drawing of figures over time: names of lines at their right end, and notes below. */
import { escaped, widthOf } from '../web/bar.ts'
import { FONT, INK, type Frame } from './chart-frame.ts'
import { place } from './spc-marks.ts'

/** A line's name, and where the line ends. */
export type LineName = { words: string; x: number; y: number; colour: string }

const APART = 16

/** Names beside the ends of their lines, moved apart where they would meet, each led to by a thin line in the line's colour. */
export function lineNamesSvg(
  names: readonly LineName[],
  { right, top, bottom }: Pick<Frame, 'right' | 'top' | 'bottom'>,
): string {
  const sorted = names.toSorted((one, other) => one.y - other.y)
  return movedApart(
    sorted.map(({ y }) => y),
    top,
    bottom,
  )
    .map((y, at) => {
      const { words, x, y: from, colour } = sorted[at]!
      const on =
        x < right - 1
          ? `<path d="M${place(x + 3)} ${place(from)}H${right}" stroke="${colour}" stroke-dasharray="1 4"/>`
          : ''
      return `${on}<path d="M${right} ${place(from)}l8 ${place(y - from)}h4" fill="none" stroke="${colour}"/><text x="${right + 16}" y="${place(y + 4.5)}" ${FONT} fill="${INK}">${escaped(words)}</text>`
    })
    .join('')
}

/** Heights in order, each at least a line below the one before; the last no lower than the bottom where that can be. */
export function movedApart(heights: readonly number[], top: number, bottom: number): number[] {
  const down: number[] = []
  for (const height of heights) down.push(Math.max(height, (down.at(-1) ?? top - APART) + APART))
  const up: number[] = []
  for (const height of down.toReversed()) up.unshift(Math.min(height, (up[0] ?? bottom + APART) - APART))
  return up
}

export const NOTE_LINE = 18

/** Words in lines no wider than the room; a word that is wider stands alone. */
export function wrapped(words: string, room: number): string[] {
  const lines: string[] = []
  for (const word of words.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && widthOf(longer) <= room) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

export const notesSvg = (lines: readonly string[], y: number): string =>
  lines
    .map((line, at) => `<text x="0" y="${y + 13 + at * NOTE_LINE}" ${FONT} fill="${INK}">${escaped(line)}</text>`)
    .join('')

/** A title as part of an id, by which the drawing names its own title and description. */
export const wordsInId = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')

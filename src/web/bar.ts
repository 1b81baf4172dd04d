/**
 * Stacked horizontal bars as a drawing: how many of a whole are in each state, by row (delivery of a theme's actions). A state
 * has a colour, a pattern and a shape, and its number stands in it, so that it reads without colour, in print and in Word.
 * The text is plain SVG 1.1: web pages, Word and PDF take the same.
 */
import { sum } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { shapeDrawing, type ShapeName } from './shape.tsx'

/** A state that is counted. `colour` needs a contrast of 3 to white; `pattern` tells it from its neighbours without colour. */
export type BarPart = {
  key: string
  words: string
  colour: string
  pattern: 'solid' | 'stripes' | 'dots' | 'empty'
  shape: ShapeName
}
export type BarRow = { label: string; counts: Readonly<Partial<Record<string, number>>> }
export type Bars = {
  title: string
  parts: readonly BarPart[]
  rows: readonly BarRow[]
  /** In units of the drawing, which are pixels at full size. */
  width?: number
  /** Where the row labels stand; 0 where there is one row that the page names. */
  labelWidth?: number
  /** True draws each row to the same length, as shares; otherwise length is number. */
  shares?: boolean
  legend?: boolean
}

const BAR = 22
const GAP = 10
const FONT = 'font-family="Arial, Helvetica, sans-serif" font-size="13"'

/** The drawing, with a title and description inside it that say the same in words. */
export function barsSvg({
  title,
  parts,
  rows,
  width = 620,
  labelWidth = 195,
  shares = false,
  legend = true,
}: Bars): string {
  const id = idOf(title)
  const keys = legend ? keyLines(parts, width) : []
  const top = legend ? 10 + 20 * keys.length : 2
  const height = top + rows.length * (BAR + GAP)
  const longest = Math.max(1, ...rows.map(row => totalOf(row, parts)))
  const drawn = rows.map((row, at) => {
    const whole = shares ? Math.max(1, totalOf(row, parts)) : longest
    const x = scaleLinear([0, whole], [labelWidth, width - 34])
    return rowSvg(row, parts, x, top + at * (BAR + GAP), id)
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-words">`,
    `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-words">${escaped(barsInWords({ parts, rows }))}</desc>`,
    `<defs>${parts.map(part => patternSvg(part, id)).join('')}</defs>`,
    ...keys.map((line, at) => `<g transform="translate(0 ${at * 20})">${keySvg(line, id)}</g>`),
    ...drawn,
    '</svg>',
  ].join('')
}

/** "Theme 1: 4 completed, 6 on task. Theme 2: none." */
export const barsInWords = ({ parts, rows }: Pick<Bars, 'parts' | 'rows'>): string =>
  rows
    .map(row => {
      const counted = parts.filter(part => (row.counts[part.key] ?? 0) > 0)
      const words = counted.map(part => `${row.counts[part.key]} ${part.words.toLowerCase()}`).join(', ')
      return `${row.label ? `${row.label}: ` : ''}${words || 'none'}.`
    })
    .join(' ')

const totalOf = (row: BarRow, parts: readonly BarPart[]) => sum(parts, part => row.counts[part.key] ?? 0)

function rowSvg(row: BarRow, parts: readonly BarPart[], x: (n: number) => number, y: number, id: string): string {
  let before = 0
  const pieces = parts.map(part => {
    const count = row.counts[part.key] ?? 0
    const [from, to] = [x(before), x(before + count)]
    before += count
    return count === 0 ? '' : pieceSvg(part, count, from, to, y, id)
  })
  const label = row.label
    ? `<text x="0" y="${y + 16}" ${FONT} fill="#0b0c0c">${escaped(shortened(row.label, x(0)))}</text>`
    : ''
  const total = `<text x="${x(before) + 6}" y="${y + 16}" ${FONT} font-weight="bold" fill="#0b0c0c">${before}</text>`
  return label + pieces.join('') + total
}

/** A piece with its number in it where there is room; the number stands on white so that it reads on any pattern. */
function pieceSvg(part: BarPart, count: number, from: number, to: number, y: number, id: string): string {
  const [wide, middle] = [to - from, (from + to) / 2]
  const box = `<rect x="${round(from)}" y="${y}" width="${round(wide)}" height="${BAR}" fill="url(#${id}-${part.key})" stroke="${part.colour}" stroke-width="1.5"/>`
  const half = 5 + 4 * String(count).length
  if (wide < half * 2 + 4) return box
  const paper = `<rect x="${round(middle - half)}" y="${y + 3}" width="${half * 2}" height="${BAR - 6}" rx="2" fill="#ffffff"/>`
  return `${box}${paper}<text x="${round(middle)}" y="${y + 16}" text-anchor="middle" ${FONT} fill="#0b0c0c">${count}</text>`
}

/** Between the start of one part's words and the next part: the swatch, the shape and air. */
const KEY_GAP = 56
/** The parts of the key in as many lines as the width needs. */
function keyLines(parts: readonly BarPart[], width: number): BarPart[][] {
  const lines: BarPart[][] = [[]]
  let used = 0
  for (const part of parts) {
    if (used > 0 && used + 36 + widthOf(part.words) > width) {
      lines.push([])
      used = 0
    }
    lines.at(-1)!.push(part)
    used += KEY_GAP + widthOf(part.words)
  }
  return lines
}

/** What each colour, pattern and shape means, on one line of it. */
function keySvg(parts: readonly BarPart[], id: string): string {
  let x = 0
  return parts
    .map(part => {
      const at = x
      x += KEY_GAP + widthOf(part.words)
      return `<rect x="${at + 1}" y="3" width="14" height="14" fill="url(#${id}-${part.key})" stroke="${part.colour}" stroke-width="1.5"/><g transform="translate(${round(at + 20)} 4)" color="${part.colour}">${shapeDrawing(part.shape).replaceAll('currentColor', part.colour)}</g><text x="${round(at + 36)}" y="15" ${FONT} fill="#0b0c0c">${escaped(part.words)}</text>`
    })
    .join('')
}

const INK = {
  solid: (colour: string) => `<rect width="6" height="6" fill="${colour}"/>`,
  stripes: (colour: string) =>
    `<rect width="6" height="6" fill="#ffffff"/><path d="M-1 1 1-1M0 6 6 0M5 7 7 5" stroke="${colour}" stroke-width="1.8"/>`,
  dots: (colour: string) =>
    `<rect width="6" height="6" fill="#ffffff"/><circle cx="3" cy="3" r="1.4" fill="${colour}"/>`,
  empty: () => '<rect width="6" height="6" fill="#ffffff"/>',
}
const patternSvg = ({ key, colour, pattern }: BarPart, id: string) =>
  `<pattern id="${id}-${key}" width="6" height="6" patternUnits="userSpaceOnUse">${INK[pattern](colour)}</pattern>`

const round = (number: number) => Math.round(number * 10) / 10
const idOf = (title: string) =>
  `bars-${title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`
/** About how wide words are in Arial of 13: the drawing is made where no font can be asked. */
export const widthOf = (words: string): number =>
  sum(words, letter => (/[ijlftrI'.,:| ]/.test(letter) ? 3.7 : /[mwMWA-Z]/.test(letter) ? 9.6 : 7.1))

function shortened(label: string, room: number): string {
  if (widthOf(label) <= room - 8) return label
  let most = label.length
  while (most > 1 && widthOf(label.slice(0, most)) > room - 20) most--
  return `${label.slice(0, most).trimEnd()}…`
}
export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

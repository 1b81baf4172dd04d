/** Plain text that goes with files: headings with a line below them, facts in two columns, paragraphs and points of a readable width. */

const WIDTH = 100

/** Never more than one empty line between two parts. */
export const plainText = (parts: readonly string[]): string =>
  `${parts
    .join('\r\n')
    .replace(/(\r\n){3,}/g, '\r\n\r\n')
    .trim()}\r\n`

export const underlined = (heading: string): string => `\r\n${heading}\r\n${'-'.repeat(heading.length)}\r\n`

export function facts(rows: readonly (readonly [name: string, words: string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2
  return rows
    .map(([name, words]) => `${name.padEnd(width)}${wrapped(words, WIDTH - width).join(`\r\n${' '.repeat(width)}`)}`)
    .join('\r\n')
}

export const paragraph = (words: string): string => `${wrapped(words, WIDTH).join('\r\n')}\r\n`

export const point = (words: string): string => `- ${wrapped(words, WIDTH - 2).join('\r\n  ')}`

function wrapped(words: string, width: number): string[] {
  const lines: string[] = []
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

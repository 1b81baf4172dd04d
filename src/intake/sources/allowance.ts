/**
 * How much a file may unpack to. Sizes that an archive declares about itself can lie, so what is counted is what comes out.
 * The bounds leave a plan of 10,000 rows and thirty columns well inside.
 */
import { UnreadableFile } from '../unreadable-file.ts'

const MB = 1024 * 1024
export const MAX_FILE = 100 * MB
export const MAX_PARTS = 5_000
const MAX_PART = 100 * MB
export const MAX_UNPACKED = 200 * MB
/** A part may always unpack to 10 MB; beyond that it is a bomb where it is more than 300 times its packed size. */
const MAX_RATIO = 300
const RATIO_FROM = 10 * MB
const MAX_PIECES = 600_000
const MAX_CHARACTERS = 60_000_000
/** Excel holds 32,767 characters in a cell; a Word cell may hold a page or two more. */
const MAX_CELL = 200_000
const MAX_LINE = 500_000

export type Allowance = {
  /** Takes `size` more bytes of a part, `part` of it so far, which is packed in `packed`. Throws when that is too much. */
  unpack(size: number, part: number, packed: number): void
  /** Takes a row, cell or paragraph with its words, each line of which counts. */
  keep(where: string, words?: string): void
  /** Refuses a paragraph or cell that has grown to so many characters. */
  hold(where: string, characters: number): void
  /** Looks at a text before it is taken apart into lines. */
  lines(text: string): void
}

export function allowance(): Allowance {
  let unpacked = 0
  let pieces = 0
  let kept = 0
  const hold = (where: string, characters: number) => {
    if (characters > MAX_CELL)
      throw new UnreadableFile(
        `There are more than ${MAX_CELL.toLocaleString('en-GB')} characters in one place: shorten it`,
        where,
      )
  }
  return {
    unpack(size, part, packed) {
      unpacked += size
      if (part > MAX_PART || unpacked > MAX_UNPACKED || (part > RATIO_FROM && part > packed * MAX_RATIO))
        throw tooLarge()
    },
    keep(where, words = '') {
      hold(where, words.length)
      pieces += 1 + countBreaks(words)
      kept += words.length
      if (pieces > MAX_PIECES || kept > MAX_CHARACTERS) throw tooMuch(where)
    },
    hold,
    lines(text) {
      let start = 0
      for (let n = 0; start !== 0 || n === 0; n++) {
        const end = text.indexOf('\n', start)
        if (n > MAX_PIECES || (end === -1 ? text.length : end) - start > MAX_LINE) throw tooMuch(`line ${n + 1}`)
        start = end + 1
      }
    },
  }
}

function countBreaks(words: string): number {
  let count = 0
  for (let at = words.indexOf('\n'); at !== -1; at = words.indexOf('\n', at + 1)) count += 1
  return count
}

const tooLarge = () =>
  new UnreadableFile(
    `This file unpacks to more than ${MAX_PART / MB} MB, which no plan does: open it in Word or Excel, save the plan alone in a new file, and try again`,
  )

const tooMuch = (where: string) =>
  new UnreadableFile('This file holds far more than a plan can: save only the plan itself in a new file', where)

/**
 * How much a file may unpack to. Sizes that an archive declares about itself can lie, so what is counted is what comes out.
 * The bounds leave a plan of 10,000 rows and thirty columns well inside.
 */
import { UnreadableFile } from '../unreadable-file.ts'

const MB = 1024 * 1024
export const MAX_FILE = 100 * MB
export const MAX_PARTS = 5_000
export const MAX_PART = 100 * MB
export const MAX_UNPACKED = 200 * MB
/** A part may always unpack to 10 MB; beyond that it is a bomb where it is more than 300 times its packed size. */
const MAX_RATIO = 300
const RATIO_FROM = 10 * MB
const MAX_PIECES = 1_000_000
const MAX_CHARACTERS = 60_000_000
/** Excel holds 32,767 characters in a cell; a Word cell may hold a page or two more. */
const MAX_CELL = 200_000

export type Allowance = {
  /** Takes `size` more bytes of a part, `part` of it so far, which is packed in `packed`. Throws when that is too much. */
  unpack(size: number, part: number, packed: number): void
  /** Takes a paragraph, row or cell with its characters. */
  keep(where: string, characters?: number): void
}

export function allowance(): Allowance {
  let unpacked = 0
  let pieces = 0
  let kept = 0
  return {
    unpack(size, part, packed) {
      unpacked += size
      if (part > MAX_PART || unpacked > MAX_UNPACKED || (part > RATIO_FROM && part > packed * MAX_RATIO))
        throw tooLarge()
    },
    keep(where, characters = 0) {
      pieces += 1
      kept += characters
      if (characters > MAX_CELL) {
        throw new UnreadableFile(
          `holds more than ${MAX_CELL.toLocaleString('en-GB')} characters in one place: shorten it`,
          where,
        )
      }
      if (pieces > MAX_PIECES || kept > MAX_CHARACTERS) {
        throw new UnreadableFile('holds far more than a plan can: save only the plan itself in a new file', where)
      }
    },
  }
}

export const tooLarge = () =>
  new UnreadableFile(
    `unpacks to more than ${MAX_PART / MB} MB, which no plan does: open it in Word or Excel, save the plan alone in a new file, and try again`,
  )

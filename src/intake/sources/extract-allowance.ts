/** How much a workbook of records may unpack to: more than a plan, less than would stop the service for others. */
import { UnreadableFile } from '../unreadable-file.ts'
import type { Allowance } from './allowance.ts'

const MB = 1024 * 1024
export const MAX_EXTRACT = 500 * MB
const MAX_UNPACKED = 1000 * MB
const MAX_CELLS = 20_000_000
const MAX_CELL = 40_000
/** A part may always unpack to 10 MB; beyond that it is a bomb where it is more than 300 times its packed size. */
const RATIO_FROM = 10 * MB
const MAX_RATIO = 300

export function extractAllowance(): Allowance {
  let unpacked = 0
  let cells = 0
  const hold = (where: string, characters: number) => {
    if (characters > MAX_CELL) throw new UnreadableFile('There are more characters here than a cell can hold', where)
  }
  return {
    unpack(size, part, packed) {
      unpacked += size
      if (unpacked > MAX_UNPACKED || (part > RATIO_FROM && part > packed * MAX_RATIO))
        throw new UnreadableFile('This workbook unpacks to far more than records would: give each table as CSV')
    },
    keep(where, words = '') {
      hold(where, words.length)
      cells += 1
      if (cells > MAX_CELLS)
        throw new UnreadableFile('This workbook holds too many cells: give each table as CSV', where)
    },
    hold,
    lines() {},
  }
}

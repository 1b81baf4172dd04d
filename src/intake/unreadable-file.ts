/** A file that cannot be read at all: what was found in it, and what the person who gave it to us can do. */
import type { Problem } from '../terms/problem.ts'

export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
  readonly problem: Problem

  constructor(problem: string, where = '') {
    super(where === '' ? problem : `${where}: ${problem}`)
    this.problem = { where, problem }
  }
}

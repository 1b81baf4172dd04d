/** A file that cannot be read at all: what was found in it, and what the person who gave it to us can do. */
import type { Problem } from '../terms/problem.ts'

/** `problem.where` names the file and the place in it; the message names the place only, for whoever has named the file. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
  readonly problem: Problem

  constructor(problem: string, where = '', file = '') {
    super(where === '' ? problem : `${where}: ${problem}`)
    this.problem = { where: [file, where].filter(Boolean).join(', '), problem }
  }
}

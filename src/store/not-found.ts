/** Thrown where something asked for is not there; the web shows it as a page, the command line as a message. */
import type { Day } from '../terms/day.ts'

export class NotFound extends Error {
  override name = 'NotFound'
  constructor(what: string) {
    super(`There is no ${what}`)
  }
}

/** Thrown where it is there now, and was not yet on the day looked at. `since` is the first day on which it is. */
export class NotYet extends NotFound {
  readonly since: Day
  constructor(what: string, since: Day) {
    super(what)
    this.since = since
  }
}

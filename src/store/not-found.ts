/** Thrown where something asked for is not there; the web shows it as a page, the command line as a message. */
export class NotFound extends Error {
  override name = 'NotFound'
  constructor(what: string) {
    super(`There is no ${what}`)
  }
}

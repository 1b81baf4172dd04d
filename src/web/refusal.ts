/** Reasons not to take a request at all; they are thrown and become a page, or the way to sign in. */
import type { Yet } from './visitor.ts'

export class NotSignedIn extends Error {
  override name = 'NotSignedIn'
}

/** Something comes first, for which there is a page. */
export class NotYetLetIn extends Error {
  override name = 'NotYetLetIn'
  readonly yet: Yet
  constructor(yet: Yet) {
    super(yet)
    this.yet = yet
  }
}

/** The page asks its visitor to show again who they are, and they have not for a while. */
export class AsksAgain extends Error {
  override name = 'AsksAgain'
}

/** What was sent cannot be taken: `status` 400 (not understood), 403 (from elsewhere), 405, 413 (too large), 415, 421, 429 (too often). The message is shown. */
export class NotTaken extends Error {
  override name = 'NotTaken'
  readonly status: 400 | 403 | 405 | 413 | 415 | 421 | 429
  constructor(status: NotTaken['status'], message: string) {
    super(message)
    this.status = status
  }
}

/** What was refused, as the record words it. */
export type RefusalKind =
  | 'not-understood'
  | 'another-site'
  | 'cannot-be-sent-to'
  | 'too-large'
  | 'no-form'
  | 'wrong-host'
  | 'too-often'
  | 'session-not-valid'
  | 'post-not-held'
  | 'wrong-sign-in'
  | 'not-allowed'
  | 'not-there'

export const REFUSAL_BY_STATUS: Readonly<Record<NotTaken['status'], RefusalKind>> = {
  400: 'not-understood',
  403: 'another-site',
  405: 'cannot-be-sent-to',
  413: 'too-large',
  415: 'no-form',
  421: 'wrong-host',
  429: 'too-often',
}

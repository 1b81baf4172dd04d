/** Reasons not to take a request at all; they are thrown and become a page, or the way to sign in. */

export class NotSignedIn extends Error {
  override name = 'NotSignedIn'
}

/** Signed in with a one-time password: the page where one's own is chosen comes first. */
export class MustChangePassword extends Error {
  override name = 'MustChangePassword'
}

/** What was sent cannot be taken: `status` 400 (not understood), 403 (from elsewhere), 405, 413 (too large), 415, 421. The message is shown. */
export class NotTaken extends Error {
  override name = 'NotTaken'
  readonly status: 400 | 403 | 405 | 413 | 415 | 421
  constructor(status: NotTaken['status'], message: string) {
    super(message)
    this.status = status
  }
}

/** Reasons not to answer what was asked, each with the status a browser understands. They are thrown and become a page. */
import type { Permission } from '../terms/permission.ts'

export class NotSignedIn extends Error {
  override name = 'NotSignedIn'
}

export class NotAllowed extends Error {
  override name = 'NotAllowed'
  readonly permission: Permission
  constructor(permission: Permission) {
    super(`Not allowed: ${permission}`)
    this.permission = permission
  }
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

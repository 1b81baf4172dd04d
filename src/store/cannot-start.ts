/** Thrown where the service cannot start here and a person must do something; the message says what, in plain words. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}

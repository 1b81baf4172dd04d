/** Thrown where a backup cannot be made, read or restored; the message says why and what to do, in plain words. */
export class BackupProblem extends Error {
  override name = 'WrongInput'
}

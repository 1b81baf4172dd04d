/** Who is asking, as the web needs to know it. Finding out is given by `app.ts`: the people room comes after this one. */
import type { SignInSettings } from '../config.ts'
import type { Db } from '../store/database.ts'
import type { Day } from '../terms/day.ts'
import type { Person } from '../terms/permission.ts'

/** The authority as every page shows it. `brandColour` is `#1d4f6b`. */
export type ShownAuthority = { name: string; shortName: string; serviceName: string; brandColour: string }

/**
 * What someone has yet to do before anything else opens: the second step of their sign-in, a password of their own instead of a
 * one-time one, or adding a second step, where their post needs one.
 */
export type Yet = 'second-step' | 'own-password' | 'add-second-step'

export type Visitor = {
  person: Person
  authority: ShownAuthority
  /** Names the session without being its secret. */
  session: string
  /** The day that the extract of children's records tells of which was kept last; null where none was. */
  recordsTo?: Day | null
  yet: Yet | null
  /** True where they showed who they are a short while ago, for what is asked for again. */
  provedLately: boolean
  /** True where it is time to note again that they are here. */
  seenLongAgo: boolean
}

export type Visitors = {
  /** The authority a session's secret names, before any of it is believed; null where it names none. */
  authorityIn(secret: string): number | null
  /** Who holds the secret; null where nobody does, or no longer. */
  find(db: Db, secret: string, now: Date, settings: SignInSettings): Promise<Visitor | null>
  /**
   * Whose a secret is or was, for the record of a refusal: nobody's where it never was one, or its session is gone.
   * `isAuthority` is false where the authority it names is none.
   */
  whose(db: Db, secret: string): Promise<{ isAuthority: boolean; personId: number | null; postId: number | null }>
  noteSeen(db: Db, visitor: Visitor, now: Date): Promise<unknown>
  /** Ends the session of a secret, where there is one: its browser has begun another. */
  end(db: Db, secret: string): Promise<unknown>
}

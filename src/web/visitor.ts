/** Who is asking, as the web needs to know it. Finding out is given by `app.ts`: the people room comes after this one. */
import type { Db } from '../store/database.ts'
import type { Person } from '../terms/permission.ts'

/** The authority as every page shows it. `brandColour` is `#1d4f6b`. */
export type ShownAuthority = { name: string; shortName: string; serviceName: string; brandColour: string }

export type Visitor = {
  person: Person
  authority: ShownAuthority
  /** Names the session without being its secret. */
  session: string
  /** True where they signed in with a one-time password: first they choose their own. */
  mustChangePassword?: boolean
  /** True where it is time to note again that they are here. */
  seenLongAgo: boolean
}

export type Visitors = {
  /** The authority a session's secret names, before any of it is believed; null where it names none. */
  authorityIn(secret: string): number | null
  /** Who holds the secret; null where nobody does, or no longer. */
  find(db: Db, secret: string, now: Date): Promise<Visitor | null>
  noteSeen(db: Db, visitor: Visitor, now: Date): Promise<unknown>
}

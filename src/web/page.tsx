/**
 * What a page is: who may open it, what it shows, what it asks for and what it keeps. A page is a value; `app.ts` gives the list of
 * them to `serve-pages.tsx`, which alone knows how one meets a request, and a test reads the same list.
 */
import type { Child } from 'hono/jsx'
import type { SignInSettings } from '../config.ts'
import type { Permission, Person } from '../terms/permission.ts'
import type { Database, Db } from '../store/database.ts'
import type { Look } from '../store/look.ts'
import type { Day } from '../terms/day.ts'
import type { Fields, Form, Given } from './form.ts'
import type { Yet } from './visitor.ts'

/** What a page is given; nothing else is around it. `asAt` is the day asked to be looked at (`?as-at=2026-09-14`), today unless said. */
export type Asked = {
  db: Db
  person: Person
  today: Day
  /** The instant of the request. */
  now: Date
  asAt: Day
  params: Record<string, string>
  query: URLSearchParams
  /** The address asked for, with its query, for links back. */
  address: string
  /** Names the session that asks, for pages of the account; it cannot be signed in with. */
  session: string
  /** The start of our own address, as the browser has it: `https://improvement.example.gov.uk`. */
  origin: string
  settings: SignInSettings
  /** The most bytes that the files of an extract may have together. */
  mostRecords: number
  /** The most bytes that all files given as evidence may have together. */
  mostAttached: number
  /** Whether a scanner has looked into every file that comes. */
  scans: boolean
}

/** What a page prepares its saving with: all it is given when it saves, but the database only to be read for a moment. */
export type Before = Omit<Asked, 'db'> & {
  /** Reads in a transaction of its own, which is over before what was read is worked with. */
  reading<Result>(work: (asked: Asked) => Promise<Result>): Promise<Result>
  /** Keeps something whatever becomes of the form, in a transaction of its own: a wrong try, a code that was used. */
  keeping<Result>(work: (asked: Asked) => Promise<Result>): Promise<Result>
  /** The network address that asks. */
  from: string
}

/** What a page that anyone may open is given: nobody is known, so it says for itself which authority it works in. */
export type Opened = {
  database: Database
  now: Date
  query: URLSearchParams
  address: string
  /** The network address that asks, for slowing down who tries too often. */
  from: string
  /** The start of our own address, as the browser has it. */
  origin: string
  settings: SignInSettings
}

/**
 * Where to go when something was kept. `session` is a new session's secret, or null where the session ended. `again` is a form
 * that was sent to the address and waits to be sent once more.
 */
export type Next =
  | string
  | { to: string; session: string | null }
  | { to: string; session?: string; again: [name: string, value: string][] }

export type Page<Loaded = unknown, F extends Fields = Fields, Prepared = unknown> = {
  kind: 'page'
  /** Such as `/plan/actions/:id`; a part called `id`, or ending `Id`, is a whole number, and nothing else finds the page. */
  path: string
  may: Permission
  /** The name in the navigation that it belongs under. */
  section: Section
  /** What the page shows, read in a transaction that may not change anything. Throw `NotFound` where it is not there, `NotAllowed` where it is not for them. */
  load(asked: Asked): Promise<Loaded>
  title(loaded: Loaded): string
  view(loaded: Loaded, form: Form, asked: Asked): Child
  /** Which children it shows, by name or by number: that this person saw them is recorded before they do. */
  looks?(loaded: Loaded, asked: Asked): Look | null
  /** Above the second level only: the way back, nearest last. */
  breadcrumbs?(loaded: Loaded): { text: string; href: string }[]
  /** True where the page shows state as at a day, and so offers the day to be changed. */
  dated?: boolean
  /** What someone may have yet to do and it opens all the same. */
  opensBefore?: Yet[]
  /** True where whoever opens or sends it must have shown who they are within the last quarter of an hour; `to-save` where only who sends it. */
  asksAgain?: true | 'to-save'
  /** What page width it wants: `wide` for registers. */
  wide?: boolean
  form?: F
  /**
   * What takes long, such as reading a document or hashing a password: done with what was given before anything is kept, outside
   * any transaction, so that nobody waits for it. `save` is given the answer, and makes sure that what was read still holds.
   * Throw `Refused` to show the form again.
   */
  prepare?(given: Given<F>, before: Before): Promise<Prepared>
  /** Keeps what was given, in a transaction of its own with a fresh `load`, and answers the next address. Throw `Refused` to show the form again. */
  save?(asked: Asked, loaded: Loaded, given: Given<F>, prepared: Prepared): Promise<Next>
}

export type Section = 'Home' | 'Findings' | 'Plan' | 'Measures' | 'Children' | 'Boards' | 'Reports' | 'Data' | 'Account'

/** A page; the types of what it loads and asks for are worked out from what is written. */
export const page = <Loaded, F extends Fields = Record<never, never>, Prepared = undefined>(
  given: Omit<Page<Loaded, F, Prepared>, 'kind'>,
): Page<Loaded, F, Prepared> => ({ kind: 'page', ...given })

/** Thrown where this person may not do this to this thing. Its message says who may, and is shown to them. */
export class NotAllowed extends Error {
  override name = 'NotAllowed'
}

/** A page that anyone may open, such as sign-in. */
export type OpenPage<Loaded = unknown, F extends Fields = Fields> = {
  kind: 'open-page'
  path: string
  load(opened: Opened): Promise<Loaded>
  title(loaded: Loaded): string
  view(loaded: Loaded, form: Form, opened: Opened): Child
  form?: F
  save?(opened: Opened, loaded: Loaded, given: Given<F>): Promise<Next>
}
export const openPage = <Loaded, F extends Fields = Record<never, never>>(
  given: Omit<OpenPage<Loaded, F>, 'kind'>,
): OpenPage<Loaded, F> => ({ kind: 'open-page', ...given })

/** Something to download: an export, a pack as Word or PDF. */
export type Download = {
  kind: 'download'
  path: string
  may: Permission
  /** True where whoever takes it must have shown who they are within the last quarter of an hour. */
  asksAgain?: true
  /** True where whoever takes it says first what they need it for, on a page of its own, for the record: what tells of children. */
  asksWhy?: true
  /** What that page says of it, where making it takes long; what `make` answers unless said. */
  offered?(asked: Asked): Promise<{ name: string; look?: Look }>
  /**
   * Reads what it is made of. A `body` that takes time to write is a function, called when the transaction is over. `taken` is the id of
   * what is taken, for the record, where the address does not hold it.
   */
  make(asked: Asked): Promise<{
    name: string
    type: string
    body: Body | (() => Promise<Body>)
    look?: Look
    taken?: number
  }>
}
type Body = string | Uint8Array
export const download = (given: Omit<Download, 'kind'>): Download => ({ kind: 'download', ...given })

/** A page of whatever it loads, as the list of pages holds it. */
export type AnyPage = Page<any, any, any> | OpenPage<any, any> | Download

/**
 * What a page is, and the one place that knows how it meets a request: permission, transaction, form, saving, and the answer.
 * A page is a value; `app.ts` gives the list of them to `serve-pages.tsx`, and a test reads the same list.
 */
import type { Child } from 'hono/jsx'
import type { Permission, Person } from '../terms/permission.ts'
import type { Db } from '../store/database.ts'
import type { Day } from '../terms/day.ts'
import type { Fields, Form, Given } from './form.ts'

/** What a page is given; nothing else is around it. `asAt` is the day asked to be looked at (`?as-at=2026-09-14`), today unless said. */
export type Asked = {
  db: Db
  person: Person
  today: Day
  asAt: Day
  params: Record<string, string>
  query: URLSearchParams
  /** The address asked for, with its query, for links back. */
  address: string
}

/** For pages that anyone may open, such as sign-in: `person` is not there. */
export type Opened = Omit<Asked, 'person' | 'db'>

export type Page<Loaded = unknown, F extends Fields = Fields> = {
  kind: 'page'
  path: string
  may: Permission
  /** The name in the navigation that it belongs under. */
  section: Section
  /** What the page shows, read in a transaction that may not change anything. Throw `NotFound` where it is not there. */
  load(asked: Asked): Promise<Loaded>
  title(loaded: Loaded): string
  view(loaded: Loaded, form: Form, asked: Asked): Child
  /** Above the second level only: the way back, nearest last. */
  breadcrumbs?(loaded: Loaded): { text: string; href: string }[]
  /** True where the page shows state as at a day, and so offers the day to be changed. */
  dated?: boolean
  /** What page width it wants: `wide` for registers. */
  wide?: boolean
  form?: F
  /** Keeps what was given, in a transaction of its own with a fresh `load`, and answers the next address. Throw `Refused` to show the form again. */
  save?(asked: Asked, loaded: Loaded, given: Given<F>): Promise<string>
}

export type Section = 'Home' | 'Findings' | 'Plan' | 'Boards' | 'Reports' | 'Account'

/** A page; the types of what it loads and asks for are worked out from what is written. */
export const page = <Loaded, F extends Fields = Record<never, never>>(
  given: Omit<Page<Loaded, F>, 'kind'>,
): Page<Loaded, F> => ({ kind: 'page', ...given })

/** Something to download: an export, a pack as Word or PDF. */
export type Download = {
  kind: 'download'
  path: string
  may: Permission
  make(asked: Asked): Promise<{ name: string; type: string; body: string | Uint8Array }>
}
export const download = (given: Omit<Download, 'kind'>): Download => ({ kind: 'download', ...given })

/** A page of whatever it loads, as the list of pages holds it. */
export type AnyPage = Page<any, any> | Download

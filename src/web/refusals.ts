/**
 * What was refused, so that it leaves a trace and cannot fill the record: an event where a session tells whose it is, a line of the log
 * where nothing does. The first of its kind in a minute is told at once, how many more there were when the minute is over.
 */
import { createHash } from 'node:crypto'
import type { Database } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { logLine, toldOf } from '../store/log.ts'
import type { Gauge } from './metrics.ts'
import type { RefusalKind } from './refusal.ts'
import type { Visitors } from './visitor.ts'

/**
 * `page` is the path as written; `who` was signed in, where that was found out; `session` is who the cookie says, before any of it is believed,
 * null where it says nobody.
 */
export type Refusal = {
  kind: RefusalKind
  page: string
  from: string
  who: Who | null
  session: { authority: number; secret: string } | null
}

const A_MINUTE = 60_000
/** So many different sessions are looked up in a minute; those beyond are told of in the log alone, together. */
const MOST_SESSIONS = 200

/** Who acts, in which post; nobody where the cookie was no session. */
type Who = { authority: number; personId: number | null; postId: number | null }

/** Where refusals are told that are counted together: of one person on one page, of one session, of nobody in particular. */
type Teller = { name: string; tell(times: number): Promise<unknown> }

export class Refusals {
  readonly #database: Database
  readonly #whose: Visitors['whose']
  #counted = new Map<RefusalKind, number>()
  #tellers = new Map<string, Promise<Teller>>()
  #told = new Map<string, { teller: Teller; more: number }>()
  readonly #lasts: number
  #minute: NodeJS.Timeout | null = null

  /** `lasts` is how long its minute is, in milliseconds. */
  constructor(database: Database, { whose }: Pick<Visitors, 'whose'>, lasts = A_MINUTE) {
    this.#database = database
    this.#whose = whose
    this.#lasts = lasts
  }

  /** Never throws: where the record cannot be reached, the log says so. */
  async note(refusal: Refusal): Promise<void> {
    this.#counted.set(refusal.kind, (this.#counted.get(refusal.kind) ?? 0) + 1)
    this.#minute ??= setTimeout(() => void this.endMinute(), this.#lasts).unref()
    const teller = await this.#tellerOf(refusal).catch(() => toLog(refusal))
    const told = this.#told.get(teller.name)
    if (told) {
      told.more += 1
      return
    }
    this.#told.set(teller.name, { teller, more: 0 })
    await tell(teller, 1)
  }

  /** Tells how many more there were of each since the minute began: when it is over, and when the service stops. Never throws. */
  async endMinute(): Promise<void> {
    if (this.#minute) clearTimeout(this.#minute)
    this.#minute = null
    const over = [...this.#told.values()].filter(({ more }) => more > 0)
    this.#told.clear()
    this.#tellers.clear()
    for (const { teller, more } of over) await tell(teller, more)
  }

  /** For `/metrics`: how many there were since the start, by kind. */
  counted(): Gauge {
    return {
      name: 'golden_thread_refusals_total',
      help: 'Requests refused before a page was reached, by why',
      type: 'counter',
      values: [...this.#counted].map(([kind, value]) => ({ labels: { kind }, value })),
    }
  }

  #tellerOf(refusal: Refusal): Promise<Teller> {
    const { kind, who, page, session } = refusal
    if (who !== null) {
      const name = `${kind} of ${who.personId} as ${who.postId} in ${who.authority} on ${page}`
      return Promise.resolve({ name, tell: times => this.#toRecord(refusal, who, times) })
    }
    if (session === null) return Promise.resolve(toLog(refusal))
    const key = `${kind} ${createHash('sha256').update(session.secret).digest('base64')}`
    const known = this.#tellers.get(key)
    if (!known && this.#tellers.size >= MOST_SESSIONS) return Promise.resolve(toLog(refusal))
    const teller = known ?? this.#lookUp(refusal, session, key)
    this.#tellers.set(key, teller)
    return teller
  }

  /** A session that is none, in an authority that is there, is told in its record once for all such: cookies can be made up without end. */
  async #lookUp(refusal: Refusal, { authority, secret }: { authority: number; secret: string }, key: string) {
    const found = await this.#database.reading({ authority, person: null }, db => this.#whose(db, secret))
    if (!found.isAuthority) return toLog(refusal)
    const { personId, postId } = found
    const name = personId === null ? `${refusal.kind} in ${authority}` : key
    return { name, tell: (times: number) => this.#toRecord(refusal, { authority, personId, postId }, times) }
  }

  #toRecord({ kind, page, from }: Refusal, who: Who, times: number): Promise<unknown> {
    const { authority, personId: person, postId: post } = who
    return this.#database.transaction({ authority, person, post, from }, db =>
      addEvent(db, who, 'refusal', 'page', null, { page, refused: kind, times }),
    )
  }
}

const tell = (teller: Teller, times: number) =>
  teller.tell(times).catch((error: unknown) => {
    logLine({ level: 'error', event: 'refusals-not-kept', times, ...toldOf(error) })
  })

const toLog = ({ kind, page }: Refusal): Teller => ({
  name: kind,
  tell: async times => logLine({ level: 'info', event: 'refusal', refused: kind, where: page, times }),
})

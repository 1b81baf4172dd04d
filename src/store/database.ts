/** The one way to the database: statements run in a transaction in which authority and person are set, and policies hold. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type postgres from 'postgres'
import { connect } from './connect.ts'
import { NotFound } from './not-found.ts'
import { type Sql, statement } from './sql.ts'

/** What a page or a room's `store.ts` is given: a transaction that sees one authority's rows. */
export type Db = {
  /** All rows. Column names come as they are written in the query: say `as dueOn` within double quotes for camel case. */
  rows<Row>(query: Sql): Promise<Row[]>
  /** The one row. Throws `NotFound` naming what was asked for where there is none. */
  one<Row>(query: Sql, what: string): Promise<Row>
  /** The one row, or null. */
  maybe<Row>(query: Sql): Promise<Row | null>
  /** Runs a statement and says how many rows it touched. */
  run(query: Sql): Promise<number>
  /** From here on the transaction is for this person in this post: for one that begins by finding out who is asking. */
  actAs(person: number, post?: number | null): Promise<unknown>
  /** What the service does by itself within this transaction, whoever it is for: counting over every child. Afterwards it is theirs again. */
  asWork<Result>(work: string, doing: () => Promise<Result>): Promise<Result>
  /** Sends rows by COPY, as its text format has them, into a table without policies: `copy landing_case from stdin`. */
  copyIn(statement: string, lines: Iterable<string>): Promise<void>
  /** Waits until no other change of the authority is under way, and keeps others waiting until this transaction ends. */
  alone(): Promise<unknown>
}

/**
 * Who the transaction is for. `person` is null before anyone has signed in. With `post` they reach what that post reaches, without it
 * what any post they hold does. `work` names what the service does by itself, such as `load-children`: it reaches every child of the
 * authority, so nothing that answers a request may have it. `from` is the network address that asks, for the record.
 */
export type On = { authority: number | null; person: number | null; post?: number | null; work?: string; from?: string }

export type Database = {
  /** Everything in `work` happens or nothing does. */
  transaction<Result>(on: On, work: (db: Db) => Promise<Result>): Promise<Result>
  /** The same, refused any change: for pages that only look. All its statements see the database as it was at the first. */
  reading<Result>(on: On, work: (db: Db) => Promise<Result>): Promise<Result>
  /** How many connections it may have, how many transactions are under way, and how many wait for a connection. */
  pool?(): { connections: number; underWay: number; waiting: number }
  close(): Promise<void>
}

/** So that nothing waits for ever: a statement, a lock, or a transaction whose request has died. Milliseconds. */
const LIMITS = {
  application_name: 'golden-thread',
  statement_timeout: 30_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 60_000,
}

/** Opens a pool of connections as the service's own role. `url` comes from `config.ts` or the embedded server. */
export function openDatabase(url: string, connections = 10): Database {
  const pool = connect(url, { max: connections, connection: LIMITS })
  const now = { underWay: 0, asked: 0 }
  const within = async <Result>(
    mode: string,
    on: On,
    work: (db: Db) => Promise<Result>,
    again = 2,
  ): Promise<Result> => {
    now.asked += 1
    let began = false
    const begun = pool.begin(mode, async tx => {
      now.underWay += 1
      began = true
      const settings = tx.unsafe(setLocal(on)).execute() // sent first; the work's statements follow it down the same connection
      const [result] = await Promise.all([work(dbOn(tx)), settings])
      return result
    })
    try {
      return (await begun) as Result
    } catch (error) {
      // a connection that died while it lay idle is found out by whoever begins on it; nothing of theirs had been sent
      if (!began && again > 0 && (error as { code?: string }).code === 'CONNECTION_CLOSED')
        return await within(mode, on, work, again - 1)
      throw error
    } finally {
      now.asked -= 1
      if (began) now.underWay -= 1
    }
  }
  return {
    transaction: (on, work) => within('', on, work),
    reading: (on, work) => within('isolation level repeatable read read only', on, work),
    pool: () => ({ connections, underWay: now.underWay, waiting: now.asked - now.underWay }),
    close: () => pool.end({ timeout: 5 }),
  }
}

/** The same way to a database within a transaction that is under way, for work that must see what is not kept yet. Nothing ends with it. */
export function databaseWithin(tx: postgres.TransactionSql): Database {
  const within = async <Result>(on: On, work: (db: Db) => Promise<Result>) => {
    await tx.unsafe(`set local golden_thread.work = ''; ${setLocal(on)}`)
    const result = await work(dbOn(tx))
    await tx.unsafe('set constraints all immediate; set constraints all deferred') // as at an end, while the authority is still set
    await tx.unsafe(`set local golden_thread.work = ''; ${setLocal({ authority: null, person: null })}`)
    return result
  }
  return { transaction: within, reading: within, close: async () => {} }
}

/** Set by a statement of its own, as Citus needs it; the numbers are checked because SET takes no parameters. */
const setLocal = ({ authority, person, post = null, work, from }: On): string =>
  [
    `set local golden_thread.authority = '${whole(authority)}'`,
    setPerson(person, post),
    ...setWork(work),
    ...setFrom(from),
  ].join('; ')

const setPerson = (person: number | null, post: number | null) =>
  `set local golden_thread.person = '${whole(person)}'; set local golden_thread.post = '${whole(post)}'`

function setWork(work: string | undefined): string[] {
  if (work === undefined) return []
  if (!/^[a-z][a-z-]{0,39}$/.test(work)) throw new TypeError(`not a name of work: ${work}`)
  return [`set local golden_thread.work = '${work}'`]
}

/** What is no network address is not taken down: it could come from whoever stands in front. */
const setFrom = (from: string | undefined): string[] =>
  from !== undefined && /^[0-9a-f.:]{2,45}$/i.test(from) ? [`set local golden_thread.came_from = '${from}'`] : []

function whole(value: number | null): string {
  if (value !== null && !Number.isSafeInteger(value)) throw new TypeError(`not an id: ${value}`)
  return value === null ? '' : String(value)
}

/** The transaction whose work of the service is under way, for the statements of that work alone. */
const workOf = new AsyncLocalStorage<postgres.TransactionSql>()

const dbOn = (tx: postgres.TransactionSql): Db => {
  let working: Promise<unknown> | null = null
  const send = (query: Sql) => tx.unsafe(statement(query), query.values as never[], { prepare: true })
  // what is asked beside work of the service waits until it is over, so that it is not asked as work too
  const ask = async (query: Sql) => {
    while (working !== null && workOf.getStore() !== tx) await working
    return await send(query)
  }
  return {
    rows: async <Row>(query: Sql) => [...(await ask(query))] as Row[],
    one: async <Row>(query: Sql, what: string) => {
      const [row] = await ask(query)
      if (!row) throw new NotFound(what)
      return row as Row
    },
    maybe: async <Row>(query: Sql) => ((await ask(query))[0] as Row | undefined) ?? null,
    run: async query => (await ask(query)).count,
    actAs: (person, post = null) => tx.unsafe(setPerson(person, post)).execute(),
    async asWork(work, doing) {
      while (working !== null) await working
      const done = workOf.run(tx, async () => {
        await tx.unsafe(setWork(work)[0]!).execute()
        return await doing().finally(() =>
          tx
            .unsafe(`set local golden_thread.work = ''`)
            .execute()
            .catch(() => {}),
        )
      })
      working = done.catch(() => {}).finally(() => (working = null))
      return await done
    },
    async copyIn(text, lines) {
      const into = await tx.unsafe(text).writable()
      await pipeline(Readable.from(lines), into)
    },
    alone: () => tx.unsafe('select pg_advisory_xact_lock(current_authority(), 0)').execute(),
  }
}

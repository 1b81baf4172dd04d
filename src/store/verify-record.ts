/** Whether the record is whole: each event of an authority follows the one before it, says what it said, and each day's seal still holds. */
import { createHash } from 'node:crypto'
import type { Database, Db } from './database.ts'
import { sql } from './sql.ts'

/** What is wrong, and with which event: its place in the chain and its number. */
export type RecordProblem = { seq: number | null; eventId: number | null; problem: string }

export type Verified = { events: number; seals: number; hash: string; problems: RecordProblem[] }

type Link = {
  eventId: number
  seq: number
  text: string
  prevHash: Buffer | null
  hash: Buffer | null
  looks: Looks | null
}
type Looks = { said: number; these: string; found: number; digest: string }

const AT_ONCE = 5_000
const NONE = Buffer.alloc(0)

/**
 * Reads the whole record of an authority, as it is at one moment. The hashes are worked out here, not by the database, from the text
 * that it gives of each event. `noted` is a hash that was noted elsewhere: it must be that of an event.
 */
export const verifyRecord = (database: Database, authority: number, noted: string | null = null): Promise<Verified> =>
  database.reading({ authority, person: null, work: 'verify-record' }, async db => {
    const chain = new Chain()
    for (let links = await listLinks(db, 0); links.length > 0; links = await listLinks(db, links.at(-1)!.seq))
      for (const link of links) chain.add(link)
    for (const eventId of await listBeside(db)) chain.beside(eventId)
    chain.end(await findEnd(db))
    const seals = await listSeals(db)
    for (const seal of seals) chain.hold(seal)
    if (noted !== null) chain.holdNoted(noted)
    return { events: chain.count, seals: seals.length, hash: chain.last.toString('hex'), problems: chain.problems }
  })

/** The chain as far as it was read, with what is wrong in it. */
class Chain {
  readonly problems: RecordProblem[] = []
  count = 0
  last: Buffer = NONE
  #seq = 0
  #placeOf = new Map<string, number>()

  add({ eventId, seq, text, prevHash, hash, looks }: Link): void {
    this.count++
    const wrong = (problem: string) => this.problems.push({ seq, eventId, problem })
    if (prevHash === null || hash === null) return void wrong('has lost its link')
    if (seq > this.#seq + 1) this.#missing(this.#seq + 1, seq - 1)
    const own = createHash('sha256').update(prevHash).update(text).digest()
    if (!own.equals(hash)) wrong('was altered')
    else if (seq === this.#seq + 1 && !prevHash.equals(this.last)) wrong(this.#outOfPlace(prevHash, seq))
    if (looks && (looks.said !== looks.found || looks.these !== looks.digest))
      wrong('does not name the children any more whom it showed')
    this.#seq = seq
    this.last = hash
    this.#placeOf.set(hash.toString('hex'), seq)
  }

  beside(eventId: number): void {
    this.count++
    this.problems.push({ seq: null, eventId, problem: 'was put in beside the chain' })
  }

  /** `end` is where the database says the chain ends. */
  end(end: { seq: number; hash: Buffer } | null): void {
    if (end === null && this.count === 0) return
    if (end === null) this.problems.push({ seq: null, eventId: null, problem: 'The end of the chain is missing' })
    else if (end.seq > this.#seq) this.#missing(this.#seq + 1, end.seq)
    else if (!end.hash.equals(this.last))
      this.problems.push({ seq: end.seq, eventId: null, problem: 'is not the one with which the chain ended' })
  }

  hold({ on, seq, hash }: { on: string; seq: number; hash: Buffer }): void {
    if (this.#placeOf.get(hash.toString('hex')) !== seq)
      this.problems.push({ seq, eventId: null, problem: `is not the one that the seal of ${on} was put on` })
  }

  holdNoted(noted: string): void {
    if (!this.#placeOf.has(noted.toLowerCase()))
      this.problems.push({
        seq: null,
        eventId: null,
        problem: 'No event has the hash that was noted: the record was written anew',
      })
  }

  #missing(from: number, to: number): void {
    const which = from === to ? `Event ${from} is missing` : `Events ${from} to ${to} are missing`
    this.problems.push({ seq: from, eventId: null, problem: which })
  }

  #outOfPlace(prevHash: Buffer, seq: number): string {
    const place = this.#placeOf.get(prevHash.toString('hex'))
    if (place !== undefined) return `is out of order: it was written after event ${place}, not after event ${seq - 1}`
    return `does not follow event ${seq - 1}: one of the two was moved, or written anew`
  }
}

const listLinks = (db: Db, after: number) =>
  db.rows<Link>(sql`
    select e.event_id as "eventId", e.seq, event_text(e) as text, e.prev_hash as "prevHash", e.hash,
           case when e.kind = 'look' then (
             select jsonb_build_object('said', (e.detail ->> 'children')::integer, 'these', e.detail ->> 'these', 'found', count(*),
                                       'digest', encode(sha256(convert_to(coalesce(string_agg(l.child_id::text, ',' order by l.child_id), ''), 'UTF8')), 'hex'))
             from look l where l.authority_id = e.authority_id and l.event_id = e.event_id) end as looks
    from event e where e.seq > ${after} order by e.seq limit ${AT_ONCE}`)

/** Events that no transaction of the service has written: the database links each of those. */
async function listBeside(db: Db): Promise<number[]> {
  const rows = await db.rows<{ id: number }>(sql`select event_id as id from event where seq is null order by event_id`)
  return rows.map(({ id }) => id)
}

const findEnd = (db: Db) => db.maybe<{ seq: number; hash: Buffer }>(sql`select seq, hash from record_chain`)

export type Seal = { on: string; seq: number; hash: Buffer }

/** The end of the chain on each day that is over, the first day first. */
const listSeals = (db: Db) =>
  db.rows<Seal>(sql`select sealed_on as "on", seq, hash from record_seal order by sealed_on`)

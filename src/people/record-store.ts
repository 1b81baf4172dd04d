/** The record as the data protection officer searches it: who did or saw what, in which post, when, about what, why, from where. */
import { type Day, isDay } from '../terms/day.ts'
import type { Db } from '../store/database.ts'
import { join, sql } from '../store/sql.ts'

/** What is searched for; null for any. `child` is what stands for the child in addresses. The days are both counted. */
export type RecordSearch = {
  personId: number | null
  kind: string | null
  child: string | null
  from: Day | null
  to: Day | null
}

/** As the address of a search says it; what is no day, number or word is as if it were not there. */
export function readSearch(query: URLSearchParams): RecordSearch {
  const only = (name: string, fits: (text: string) => boolean) => {
    const text = query.get(name) ?? ''
    return fits(text) ? text : null
  }
  const person = only('person', text => /^[1-9]\d{0,8}$/.test(text))
  return {
    personId: person === null ? null : Number(person),
    kind: only('kind', text => /^[a-z][a-z-]{0,60}$/.test(text)),
    child: only('child', text => /^[\w-]{10,40}$/.test(text)),
    from: only('from', isDay) as Day | null,
    to: only('to', isDay) as Day | null,
  }
}

/** The search as an address says it, without what is not searched for. */
export function addressOfSearch({ personId, kind, child, from, to }: RecordSearch): URLSearchParams {
  const asked = { person: personId === null ? null : String(personId), kind, child, from, to }
  return new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
}

/** `children` is how many a look showed; null for what is no look. `seq` is its place in the record. */
export type Entry = {
  seq: number
  at: Date
  name: string | null
  post: string | null
  kind: string
  about: string
  aboutId: number | null
  /** They did it to their own account. */
  isOwn: boolean
  why: string
  from: string | null
  children: number | null
  /** The page, as written, of what was refused or taken away. */
  page: string | null
  /** Why it was refused, and how many times within a minute; null for what is told one by one. */
  refused: string | null
  times: number | null
}

const inLondon = (on: Day) => sql`(${on}::date::timestamp at time zone 'Europe/London')`

const sought = ({ personId, kind, child, from, to }: RecordSearch) =>
  join(
    [
      sql`e.seq is not null`,
      ...(personId === null ? [] : [sql`e.person_id = ${personId}`]),
      ...(kind === null ? [] : [sql`e.kind = ${kind}`]),
      ...(from === null ? [] : [sql`e.happened_at >= ${inLondon(from)}`]),
      ...(to === null ? [] : [sql`e.happened_at < ${inLondon(to)} + interval '1 day'`]),
      ...(child === null
        ? []
        : [
            sql`e.event_id in (select l.event_id from look l join child c using (authority_id, child_id) where c.address = ${child})`,
          ]),
    ],
    sql` and `,
  )

/** What was found, the latest first; `after` is the place before which to go on, null to begin. */
export const listEntries = (db: Db, search: RecordSearch, before: number | null, most: number) =>
  db.rows<Entry>(sql`
    select e.seq, e.happened_at as at, n.name, p.title as post, e.kind, e.about, e.about_id as "aboutId",
           (e.about = 'person' and e.about_id = e.person_id) is true as "isOwn", e.why, e.came_from as "from",
           case when e.kind = 'look' then (e.detail ->> 'children')::integer end as children,
           case when e.kind in ('refusal', 'export') then e.detail ->> 'page' end as page,
           case when e.kind = 'refusal' then e.detail ->> 'refused' end as refused,
           case when e.kind = 'refusal' then (e.detail ->> 'times')::integer end as times
    from event e left join person n using (authority_id, person_id)
    left join post p on p.authority_id = e.authority_id and p.post_id = e.post_id
    where ${sought(search)} ${before === null ? sql`` : sql`and e.seq < ${before}`} order by e.seq desc limit ${most}`)

/** Each kind of thing that was ever done, by name. */
export async function listKinds(db: Db): Promise<string[]> {
  const rows = await db.rows<{ kind: string }>(sql`select distinct kind from event order by kind`)
  return rows.map(({ kind }) => kind)
}

/** What stands for a child in addresses, by their number in the case system; null where none in reach has it. */
export async function findAddressOfChild(db: Db, personRef: string): Promise<string | null> {
  const child = await db.maybe<{ address: string }>(sql`select address from child where person_ref = ${personRef}`)
  return child?.address ?? null
}

/** Where the record ends now, and the last day that was sealed. */
export const findRecordEnd = (db: Db) =>
  db.maybe<{ seq: number; hash: string; sealedOn: Day | null; sealedHash: string | null }>(sql`
    select c.seq, encode(c.hash, 'hex') as hash, s.sealed_on as "sealedOn", encode(s.hash, 'hex') as "sealedHash"
    from record_chain c left join lateral (select * from record_seal where authority_id = c.authority_id order by sealed_on desc limit 1) s on true`)

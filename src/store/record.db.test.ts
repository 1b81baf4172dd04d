/** The record: written by the database as a chain, never by the service, and found out wherever someone alters it behind its back. */
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { connect } from './connect.ts'
import { addEvent } from './event.ts'
import { listLooks, recordLook } from './look.ts'
import { sql } from './sql.ts'
import { aTestAuthority, type TestAuthority, testDatabase } from './test-database.ts'
import { verifyRecord } from './verify-record.ts'

const { database, url } = await testDatabase()
const superuser = connect(Object.assign(new URL(inject('postgres')!.admin), { pathname: new URL(url).pathname }).href, {
  max: 1,
  onnotice: () => {},
})
await superuser.unsafe(`set session_replication_role = replica`)
afterAll(() => Promise.all([superuser.end(), database.close()]))

let council: TestAuthority
let n = 0
const by = () => council.posts['programme-manager']
const note = (kind: string, count = 1) =>
  database.transaction({ ...council.on(), from: '10.1.2.3' }, async db => {
    for (let at = 0; at < count; at++) await addEvent(db, by(), kind, 'action', at + 1, { note: `é ${at}` }, 'Because')
  })
const verify = (noted: string | null = null) => verifyRecord(database, council.authorityId, noted)
const wrong = async () => (await verify()).problems.map(({ seq, problem }) => [seq, problem])
const links = () =>
  superuser<{ id: number; seq: number; hash: Buffer; prev: Buffer; kind: string; from: string | null; why: string }[]>`
    select event_id as id, seq, hash, prev_hash as prev, kind, came_from as from, why from event where authority_id = ${council.authorityId} order by seq`

beforeEach(async () => {
  council = await aTestAuthority(database, `Council ${++n}`)
  for (const kind of ['rate-action', 'edit-action', 'sign-in', 'keep-plan', 'make-pack']) await note(kind)
})

test('each event follows the one before it, without gaps, and the record is whole', async () => {
  const chain = await links()
  expect(chain.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
  expect(chain.map(({ prev }) => prev.toString('hex'))).toEqual([
    '',
    ...chain.slice(0, 4).map(({ hash }) => hash.toString('hex')),
  ])
  expect(chain[0]).toMatchObject({ from: '10.1.2.3', why: 'Because' })
  expect(await verify()).toEqual({ events: 5, seals: 0, hash: chain[4]!.hash.toString('hex'), problems: [] })
})

test('what was undone leaves no gap', async () => {
  await expect(
    database.transaction(council.on(), async db => {
      await addEvent(db, by(), 'rate-action', 'action', 1)
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  await note('rate-action')
  expect(await verify()).toMatchObject({ events: 6, problems: [] })
})

test('each authority has a chain of its own', async () => {
  const first = council
  council = await aTestAuthority(database, 'Neighbour of the council')
  await note('rate-action', 3)
  expect((await links()).map(({ seq }) => seq)).toEqual([1, 2, 3])
  expect((await verifyRecord(database, first.authorityId)).events).toBe(5)
})

test('two hundred events at once are all linked, one after another', async () => {
  await Promise.all(Array.from({ length: 50 }, () => note('rate-action', 4)))
  expect(await verify()).toMatchObject({ events: 205, problems: [] })
})

test('a long piece of work that has written an event keeps nobody waiting', async () => {
  let goOn = () => {}
  const until = new Promise<void>(resolve => (goOn = resolve))
  const long = database.transaction(council.on(), async db => {
    await addEvent(db, by(), 'keep-snapshot', 'snapshot', 1)
    await until
  })
  await note('rate-action')
  goOn()
  await long
  expect((await links()).map(({ kind }) => kind).slice(-2)).toEqual(['rate-action', 'keep-snapshot'])
  expect((await verify()).problems).toEqual([])
})

describe('someone with every right over the database', () => {
  const alter = (text: string) => superuser.unsafe(text.replaceAll('HERE', `authority_id = ${council.authorityId}`))

  test.each([
    ['what was done', "kind = 'rate-finding'"],
    ['who did it', 'person_id = person_id + 1'],
    ['in which post', 'post_id = null'],
    ['when', "happened_at = happened_at - interval '1 hour'"],
    ['why', "why = ''"],
    ['from where', "came_from = '10.9.9.9'"],
    ['about what', 'about_id = 99'],
    ['with what', "detail = '{}'"],
  ])('who alters %s is found out', async (_, change) => {
    await alter(`update event set ${change} where HERE and seq = 3`)
    expect(await wrong()).toEqual([[3, 'was altered']])
  })

  test('who takes one out is found out, in the middle and at the end', async () => {
    await alter('delete from event where HERE and seq in (2, 3)')
    expect(await wrong()).toEqual([[2, 'Events 2 to 3 are missing']])
    await alter('delete from event where HERE and seq = 5')
    expect(await wrong()).toEqual([
      [2, 'Events 2 to 3 are missing'],
      [5, 'Event 5 is missing'],
    ])
  })

  test('who takes out the first, or all, is found out', async () => {
    await alter('delete from event where HERE and seq = 1')
    expect(await wrong()).toEqual([[1, 'Event 1 is missing']])
    await alter('delete from event where HERE')
    expect(await wrong()).toEqual([[1, 'Events 1 to 5 are missing']])
  })

  test('who moves one is found out', async () => {
    await alter('update event set seq = case seq when 2 then 30 else 20 end where HERE and seq in (2, 3)')
    await alter('update event set seq = seq / 10 where HERE and seq > 10')
    expect(await wrong()).toEqual([
      [2, 'does not follow event 1: one of the two was moved, or written anew'],
      [3, 'is out of order: it was written after event 1, not after event 2'],
      [4, 'is out of order: it was written after event 2, not after event 3'],
    ])
  })

  test('who alters one and works out its hash anew is found out by the next', async () => {
    await alter(`update event set kind = 'nothing' where HERE and seq = 3`)
    await alter(
      `update event e set hash = sha256(prev_hash || convert_to(event_text(e), 'UTF8')) where HERE and seq = 3`,
    )
    expect(await wrong()).toEqual([[4, 'does not follow event 3: one of the two was moved, or written anew']])
  })

  test('who puts one in is found out', async () => {
    await alter(
      `insert into event (authority_id, kind, about) select authority_id, 'sign-in', 'person' from authority where HERE`,
    )
    expect(await wrong()).toEqual([[null, 'was put in beside the chain']])
  })

  const writeAnew = () =>
    alter(`
      do $$ declare e event; tail bytea := ''; begin
        for e in select * from event where HERE order by seq loop
          tail := sha256(tail || convert_to(event_text(e), 'UTF8'));
          update event set hash = tail, prev_hash = coalesce((select p.hash from event p where p.authority_id = e.authority_id and p.seq = e.seq - 1), '')
          where authority_id = e.authority_id and event_id = e.event_id;
        end loop;
        update record_chain set hash = tail where HERE;
      end $$`)

  test('who writes the whole record anew is found out by a seal, and by a hash that was noted', async () => {
    const noted = (await verify()).hash
    await alter(`update record_chain set on_day = on_day - 1 where HERE`)
    await note('rate-action')
    expect(await verify(noted)).toMatchObject({ seals: 1, problems: [] })
    await alter(`update event set kind = 'nothing' where HERE and seq = 3`)
    await writeAnew()
    expect(await wrong()).toEqual([
      [5, expect.stringMatching(/^is not the one that the seal of \d{4}-\d\d-\d\d was put on$/)],
    ])
    await alter('delete from record_seal where HERE')
    expect(await wrong()).toEqual([])
    expect((await verify(noted)).problems).toMatchObject([
      { problem: 'No event has the hash that was noted: the record was written anew' },
    ])
  })
})

test('the service writes no link and changes none', async () => {
  const refused = (statement: ReturnType<typeof sql>) => database.transaction(council.on(), db => db.run(statement))
  await expect(refused(sql`update event set hash = '\\x00'`)).rejects.toThrow('permission denied')
  await expect(refused(sql`update record_chain set seq = 1`)).rejects.toThrow('permission denied')
  await expect(refused(sql`insert into record_seal values (current_authority(), '2020-01-01', 1, '')`)).rejects.toThrow(
    'permission denied',
  )
  await refused(sql`
    insert into event (authority_id, kind, about, seq, prev_hash, hash, recorded_at)
    values (current_authority(), 'sneak', 'person', 1000, '\\x01', '\\x02', '2001-01-01')`)
  expect(await links()).toMatchObject([{}, {}, {}, {}, {}, { seq: 6, kind: 'sneak' }])
  expect((await verify()).problems).toEqual([])
})

describe('a look at children', () => {
  const aChild = async (personRef: string) => {
    const [row] = await superuser<[{ id: number }]>`
      insert into child (authority_id, person_ref, first_snapshot) values (${council.authorityId}, ${personRef}, 1) returning child_id as id`
    return row.id
  }
  const look = (children: number[]) =>
    database.transaction(council.on('director'), db =>
      recordLook(db, council.posts.director, { what: 'child-page', children, why: 'Complaint' }),
    )
  const looksAt = (child: number, role: 'director' | 'social-worker') =>
    database.reading(council.on(role), db => listLooks(db, child))

  test('is an event that names them, read back on each child’s page by those who may see the child', async () => {
    const [one, other] = [await aChild('P1'), await aChild('P2')]
    await look([other, one, one])
    await look([one])
    expect(await looksAt(one, 'director')).toMatchObject([
      { name: 'Ada Brook', post: "Director of Children's Services", what: 'child-page', why: 'Complaint', among: 1 },
      { among: 2 },
    ])
    expect(await looksAt(other, 'director')).toHaveLength(1)
    expect(await looksAt(one, 'social-worker')).toEqual([])
    expect((await verify()).problems).toEqual([])
  })

  test('is not kept where a child is out of reach, and a list of nobody is none', async () => {
    const child = await aChild('P1')
    const sneaking = database.transaction(council.on('social-worker'), db =>
      recordLook(db, council.posts['social-worker'], { what: 'child-page', children: [child] }),
    )
    await expect(sneaking).rejects.toThrow('row-level security')
    await look([])
    expect((await verify()).events).toBe(5)
  })

  test('whose children were changed afterwards is found out', async () => {
    const [one, other] = [await aChild('P1'), await aChild('P2')]
    await look([one, other])
    await superuser`delete from look where authority_id = ${council.authorityId} and child_id = ${other}`
    expect(await wrong()).toEqual([[6, 'does not name the children any more whom it showed']])
  })
})

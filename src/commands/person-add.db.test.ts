/** `golden-thread person add`, on a database of the test's own. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPostByTitle } from '../people/appointment-store.ts'
import { passwordMatches } from '../people/password.ts'
import { findAccountByEmail, hasOneTimePassword } from '../people/store.ts'
import { sql } from '../store/sql.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { WrongInput, WrongUsage } from './command.ts'
import personAdd from './person-add.ts'

const { database, url } = await testDatabase()
const council = await aTestAuthority(database)
const before = { ...process.env }
beforeAll(() => void Object.assign(process.env, { DATABASE_URL: url, GOLDEN_THREAD_DEMO: 'no' }))
afterAll(() => void (process.env = before))

const added = (name: string, values: Record<string, string>) =>
  personAdd.run({ values: values as never, positionals: [name], progress: () => {}, say: () => {} })
const accountOf = (email: string) =>
  database.reading(council.on(), async db => {
    const { personId, passwordHash } = await findAccountByEmail(db, email)
    return { passwordHash, isOneTime: await hasOneTimePassword(db, personId) }
  })
const postCalled = (title: string) => database.reading(council.on(), async db => (await findPostByTitle(db, title))!)

test('a person is added to a new post, with a one-time password that is printed once', async () => {
  const answer = await added('Gil Hart', {
    email: 'gil.hart@testborough.example',
    post: 'Head of Safeguarding',
    role: 'head-of-service',
    from: '2026-11-23',
  })
  const { password } = answer.json as { password: string }
  expect(answer.json).toMatchObject({ name: 'Gil Hart', post: 'Head of Safeguarding', from: '2026-11-23' })
  expect(answer.text).toContain(password)
  const { passwordHash, isOneTime } = await accountOf('gil.hart@testborough.example')
  expect([await passwordMatches(password, passwordHash), isOneTime]).toEqual([true, true])
  expect(await postCalled('Head of Safeguarding')).toMatchObject({
    role: 'head-of-service',
    organisation: 'Testborough',
    holdings: [{ name: 'Gil Hart', from: '2026-11-23', to: null }],
  })
  const events = await database.reading(council.on(), db =>
    db.rows<{ kind: string; by: number | null }>(sql`select kind, person_id as by from event order by event_id`),
  )
  expect(events).toEqual(['add-person', 'add-post', 'appoint'].map(kind => ({ kind, by: null })))
})

test('a person is appointed to a post that is there', async () => {
  await added('Hal Ivory', { email: 'hal.ivory@testborough.example', post: 'designated nurse', from: '2026-12-01' })
  expect((await postCalled('Designated Nurse')).holdings.map(({ name, to }) => [name, to])).toEqual([
    ['Hal Ivory', null],
    ['Dev Ellis', '2026-11-30'],
  ])
})

test.each([
  ['no e-mail address', {}, WrongUsage, 'Say what they sign in with'],
  ['one that someone has', { email: 'ada.brook@testborough.example' }, WrongInput, 'Ada Brook has this e-mail address'],
  ['a new post without a role', { email: 'a@b', post: 'X' }, WrongInput, 'Say what X may do with --role'],
  ['a role that is none', { email: 'a@b', post: 'X', role: 'boss' }, WrongUsage, '--role boss is none'],
  ['another role than the post has', { email: 'a@b', post: 'Lead Member', role: 'director' }, WrongInput, 'leave out'],
  ['a role without a post', { email: 'a@b', role: 'director' }, WrongUsage, 'name it with --post'],
  ['a day that is none', { email: 'a@b', post: 'Lead Member', from: '30/2' }, WrongUsage, 'is not a day'],
  [
    'an organisation nobody knows',
    { email: 'a@b', post: 'X', role: 'director', organisation: 'Elsewhere' },
    WrongInput,
    'No organisation is called Elsewhere. It is one of: Testborough',
  ],
] as [string, Record<string, string>, typeof Error, string][])(
  '%s is refused, and nothing is kept',
  async (_, values, kind, said) => {
    const people = sql`select count(*)::integer as n from person`
    const held = await database.reading(council.on(), db => db.one(people, 'people'))
    const asked = added('Kit Lane', values)
    await expect(asked).rejects.toBeInstanceOf(kind)
    await expect(asked).rejects.toThrow(said)
    expect(await database.reading(council.on(), db => db.one(people, 'people'))).toEqual(held)
  },
)

test('the password may come from standard input, and then is not printed', async () => {
  const door = join(import.meta.dirname, '..', '..', 'bin', 'golden-thread.mjs')
  const words = [
    'person',
    'add',
    'Ida Jones',
    '--email',
    'ida.jones@testborough.example',
    '--password-from-input',
    '--json',
  ]
  const said = await new Promise<string>((resolve, reject) => {
    const child = execFile(process.execPath, [door, ...words], (error, out) => (error ? reject(error) : resolve(out)))
    child.stdin!.end('three odd words here\n')
  })
  expect(JSON.parse(said)).toEqual({
    name: 'Ida Jones',
    email: 'ida.jones@testborough.example',
    post: null,
    from: null,
  })
  const { passwordHash } = await accountOf('ida.jones@testborough.example')
  expect(await passwordMatches('three odd words here', passwordHash)).toBe(true)
}, 60_000)

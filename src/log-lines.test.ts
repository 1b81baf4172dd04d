/** What looks through the log at the end of a run finds what must not be there, and lets pass what is. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toldOf } from './store/log.ts'
import { EVENTS, findCanaries, problemsOf } from './test-log-lines.ts'

const canaries = findCanaries()
const at = '2026-11-22T10:00:00.000Z'
const logged = (line: object) =>
  problemsOf({ logged: JSON.stringify({ at, level: 'error', event: 'problem', ...line }) }, canaries)
const faultOf = (error: unknown) => logged({ problem: '0123abcd', where: '/children/:address', ...toldOf(error) })
const withCode = (error: Error, code: string) => Object.assign(error, { code })

test('the names and passwords that tests use are known', () => {
  for (const one of ['Ashdown', 'Joyce', 'Unwin', 'Blackthwaite', 'three odd words here'])
    expect(canaries).toContain(one)
  expect(canaries.size).toBeGreaterThan(1_000)
})

test.each([
  ['a fault of ours', new TypeError("Cannot read properties of undefined (reading 'childId')")],
  ['a fault with a cause', new Error('the load was not read', { cause: new RangeError('out of range') })],
  ['a rule of the database', withCode(new Error('duplicate key value violates unique constraint "person_email"'), '23505')],
  ['a value that the database did not take', withCode(new Error('invalid input syntax for type date: "Robin Ashdown"'), '22007')],
  ['what was no JSON', new SyntaxError('Unexpected token \'R\', "Robin Ashdown" is not valid JSON')],
  ['something that is no error', 'Robin Ashdown'],
])('%s, as it is logged, passes', (_, error) => expect(faultOf(error)).toEqual([])) // prettier-ignore

test.each([
  [{ event: 'request', level: 'info', method: 'GET', where: '/plan/actions/:id', status: 200, ms: 3 }],
  [{ event: 'request', level: 'info', method: 'GET', where: '/record.csv', status: 200, ms: 3 }],
  [{ event: 'request', level: 'info', method: 'GET', where: 'no page', status: 404, ms: 3 }],
  [{ event: 'refusal', level: 'info', refused: 'too-often', where: '', times: 12 }],
])('%o passes', line => expect(logged(line)).toEqual([]))

test.each<[string, object | string]>([
  ['is of an event not written down', { event: 'hello' }],
  ['holds "address", which', { event: 'request', address: '/plan' }],
  ['holds a "where"', { event: 'request', where: '/children/Jade-Smithson' }],
  ['holds a "where"', { event: 'request', where: '/plan?search=x' }],
  ['holds a "where"', { event: 'request', where: '/plan/actions/77' }],
  ['holds a "message"', { message: 'no child called Robert Bywater' }],
  ['holds a "message"', { message: 'invalid input syntax for type date: "31/02/2016"' }],
  ['holds a "stack"', { stack: 'Error: no child called Robert Bywater\n    at file:///a.ts:1:1' }],
  ['holds a "cause"', { cause: { error: 'Error', message: 'said "31 February"' } }],
  ['holds a name', { message: 'no child of Ashdown' }],
  ['holds a name', { message: 'Iris Joyce' }],
  ['holds a password', { message: 'tried three odd words here' }],
  ['holds an e-mail address', { message: 'ada.brook@testborough.example' }],
  ['holds the secret of a session', { message: `1.${'x'.repeat(43)}` }],
  ['holds what may be a secret', { message: 'aB3'.repeat(15) }],
  ['holds the hash of a password', { message: '$argon2id$v=19' }],
  ['holds the number of a child', { message: 'no row for P77' }],
  ['holds a number by which', { message: 'UPN A123456789012' }],
  ['holds a number by which', { message: 'number 4857773456' }],
  ['holds what was put into a form', { message: '<script>alert(1)' }],
])('a line that %s is found', (problem, line) => expect(logged(line as object).join('; ')).toContain(problem))

test('a line that is no JSON is found, and so is a secret in anything else that the service says', () => {
  expect(problemsOf({ logged: 'Loaded 12 rows' }, canaries)).toEqual(['is no line of JSON'])
  expect(problemsOf({ said: 'Opening the database' }, canaries)).toEqual([])
  expect(problemsOf({ said: 'Loaded Robin Ashdown' }, canaries)).toEqual(['holds a name that the tests use'])
})

test('every event that is logged anywhere is written down with what it may hold', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    name => /\.tsx?$/.test(name) && !/test/.test(name),
  )
  const named = files.flatMap(name =>
    [...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/level: '(?:info|error)',\s*event: ([^\n]*)/g)].flatMap(
      ([, words]) => [...words!.matchAll(/(?<![=!]== )'([a-z-]+)'/g)].slice(0, words!.includes('?') ? 2 : 1).map(([, event]) => event!),
    ),
  ) // prettier-ignore
  expect(named.length).toBeGreaterThan(10)
  expect([...new Set(named)].filter(event => !Object.hasOwn(EVENTS, event))).toEqual([])
})

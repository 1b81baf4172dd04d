/** What is said of an error, and what is written down of it. */
import { expect, test } from 'vitest'
import { errorPage } from './error-pages.tsx'

const written = (error: unknown) => {
  const lines: Record<string, unknown>[] = []
  const page = errorPage(error, null, '/plan/actions/:id', line => void lines.push(line))
  return { page, log: JSON.stringify(lines) }
}
const fromDatabase = (code: string, message: string, more = {}) =>
  Object.assign(new Error(message), { name: 'PostgresError', code, ...more })

test.each([
  ['a value the database cannot take', fromDatabase('22P02', 'invalid input syntax for type integer: "Ada Lovelace"')],
  ['a day that does not exist', fromDatabase('22008', 'date/time field value out of range: "Ada Lovelace"')],
  [
    'a row that was refused',
    fromDatabase('23505', 'duplicate key value', { detail: 'Key (name)=(Ada Lovelace) exists.' }),
  ],
  [
    'a statement with its values',
    fromDatabase('42601', 'syntax error', { query: 'select 1', parameters: ['Ada Lovelace'] }),
  ],
  [
    'text that is no JSON',
    (() => {
      try {
        return JSON.parse('Ada Lovelace')
      } catch (error) {
        return error
      }
    })(),
  ],
  ['a cause', new Error('could not save', { cause: fromDatabase('22P02', 'invalid: "Ada Lovelace"') })],
  ['something thrown that is no error', 'Ada Lovelace'],
])('%s is logged without what people entered', (_, error) => {
  const { page, log } = written(error)
  expect(page.status).toBe(500)
  expect(log).toContain('/plan/actions/:id')
  expect(log).not.toMatch(/Ada|Lovelace/)
})

test('what is ours in a message stays, to find the fault by', () => {
  expect(written(fromDatabase('42703', 'column "dew_on" does not exist')).log).toContain('dew_on')
  expect(written(new TypeError("Cannot read properties of undefined (reading 'ref')")).log).toContain("reading 'ref'")
})

test('who waited too long for another change to end is told so, and it is no fault', () => {
  const { page, log } = written(fromDatabase('55P03', 'canceling statement due to lock timeout'))
  expect([page.status, page.title, log]).toEqual([503, 'Others are saving at this moment', '[]'])
})

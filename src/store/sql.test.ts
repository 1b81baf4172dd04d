import fc from 'fast-check'
import { expect, test } from 'vitest'
import { join, sql, statement } from './sql.ts'

test('a value is a parameter, whatever it says', () => {
  const query = sql`select * from action where ref = ${"1.2'; drop table action; --"} and plan_id = ${7}`
  expect(statement(query)).toBe('select * from action where ref = $1 and plan_id = $2')
  expect(query.values).toEqual(["1.2'; drop table action; --", 7])
})

test('a piece of SQL in another is joined in place and its values keep their order', () => {
  const late = sql`latest_on < ${'2026-11-22'}`
  const query = sql`select ${1} from t where a = ${2} and ${late} limit ${3}`
  expect(statement(query)).toBe('select $1 from t where a = $2 and latest_on < $3 limit $4')
  expect(query.values).toEqual([1, 2, '2026-11-22', 3])
})

test('a piece without values leaves nothing behind', () => {
  expect(statement(sql`select 1${sql``} where ${sql`true`}`)).toBe('select 1 where true')
})

test('undefined is null', () => {
  expect(sql`select ${undefined}`.values).toEqual([null])
})

test('something that only looks like SQL is a value', () => {
  const lookalike = { text: ['drop table action'], values: [] }
  expect(statement(sql`select ${lookalike}`)).toBe('select $1')
})

test('pieces are joined with what stands between them', () => {
  const all = join([sql`a = ${1}`, sql`b = ${2}`, sql`c`], sql` and `)
  expect(statement(all)).toBe('a = $1 and b = $2 and c')
  expect(statement(join([], sql`, `))).toBe('')
})

test('however deep the pieces stand, each parameter meets its value', () => {
  const piece: fc.Arbitrary<ReturnType<typeof sql>> = fc.letrec(tie => ({
    piece: fc.oneof(
      { maxDepth: 4 },
      fc.integer().map(value => sql`f(${value})`),
      fc.tuple(tie('piece'), fc.string(), tie('piece')).map(([a, text, b]) => sql`(${a}, ${text}, ${b})`),
    ),
  })).piece as never
  fc.assert(
    fc.property(piece, query => {
      const numbers = [...statement(query).matchAll(/\$(\d+)/g)].map(([, number]) => Number(number))
      expect(numbers).toEqual(query.values.map((_, at) => at + 1))
    }),
  )
})

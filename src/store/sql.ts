/** SQL as text with its values beside it. A value is always a parameter; a piece of SQL inside another is joined in place. */

export type Sql = { readonly text: readonly string[]; readonly values: readonly unknown[] }

const isSql = (value: unknown): value is Sql => typeof value === 'object' && value !== null && joined.has(value)
const joined = new WeakSet<object>()

/** ``sql`select * from action where ref = ${ref} ${onlyLate ? sql`and late` : sql``}` `` */
export function sql(strings: TemplateStringsArray, ...given: unknown[]): Sql {
  const text: string[] = [strings[0]!]
  const values: unknown[] = []
  given.forEach((value, at) => {
    const after = strings[at + 1]!
    if (isSql(value)) {
      text[text.length - 1] += value.text[0]!
      text.push(...value.text.slice(1))
      values.push(...value.values)
      text[text.length - 1] += after
    } else {
      values.push(value === undefined ? null : value)
      text.push(after)
    }
  })
  const made = { text, values }
  joined.add(made)
  return made
}

/** The pieces with a separator between them: ``join([sql`a = 1`, sql`b = 2`], sql` and `)``. Empty where there are none. */
export const join = (pieces: Sql[], between: Sql): Sql =>
  pieces.reduce((all, piece, at) => (at === 0 ? piece : sql`${all}${between}${piece}`), sql``)

/** The statement as PostgreSQL takes it, with `$1`, `$2` for its values. */
export const statement = (query: Sql): string =>
  query.text.reduce((all, piece, at) => (at === 0 ? piece : `${all}$${at}${piece}`))

/** The row that columns read to: each field with what its column gives. */
import type { Recorded } from '../../children/recorded.ts'
import type { Column } from './ssd/column.ts'

export type Fields = Readonly<Record<string, Column<unknown>>>

export type RowOf<F extends Fields> = {
  readonly [Field in keyof F]: F[Field] extends Column<infer Value> ? Value : never
} & Recorded

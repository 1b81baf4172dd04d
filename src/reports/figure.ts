/** Figures in sentences: counts that agree with their verb at none, one and many, and percentages that never stand without n of N. */
import type { Day } from '../terms/day.ts'
import type { Figure, Words } from './description.ts'

/** One decimal place, half up, from whole numbers, so that no binary fraction decides: 1 of 16 is 6.3, 1 of 8 is 12.5. Null where there are no cases. */
export function percentage(count: number, of: number): string | null {
  if (of === 0) return null
  const tenths = Math.floor((count * 2000 + of) / (2 * of))
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`
}

export type Counted = { count: number; of?: number | null; asAt: Day; to?: string | null }

/** `21 of 60 (35.0%)`, or `no cases`. */
export const share = ({ count, of, asAt, to = null }: Counted & { of: number }): Figure => {
  const percent = percentage(count, of)
  const figure = percent === null ? 'no cases' : `${grouped(count)} of ${grouped(of)} (${percent})`
  return { figure, count, of, asAt, to }
}

/** The bare number, for a table. */
export const number = ({ count, of = null, asAt, to = null }: Counted): Figure => ({
  figure: grouped(count),
  count,
  of,
  asAt,
  to,
})

/**
 * A sentence that begins with a count: `claim(counted, 'action is late', 'actions are late')` says `No action is late`,
 * `1 action is late`, `7 actions are late`. The figure is the number with its noun, the rest follows it.
 */
export function claim(counted: Counted, one: string, many: string): Words {
  const { count, of = null, asAt, to = null } = counted
  const [noun, ...rest] = (count > 1 ? many : one).split(' ')
  const figure = `${count === 0 ? 'No' : grouped(count)} ${noun}`
  return [{ figure, count, of, asAt, to: count === 0 ? null : to }, ` ${rest.join(' ')}`]
}

/** `no actions`, `1 action`, `7 actions`, within a sentence. */
export const amount = (count: number, one: string, many = `${one}s`): string =>
  `${count === 0 ? 'no' : grouped(count)} ${count === 1 ? one : many}`

/** `a`, `a and b`, `a, b and c`: as words, so that each may be a link. */
export const listed = (pieces: Words): Words =>
  pieces.flatMap((piece, at) => (at === 0 ? [piece] : [at === pieces.length - 1 ? ' and ' : ', ', piece]))

/** `1,240`. */
export const grouped = (count: number): string => count.toLocaleString('en-GB')

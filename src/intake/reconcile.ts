/**
 * The same children counted from two sources: how many each finds, who is in one and not in the other, and what they say differently
 * of a child in both. Where a source does not hold a table, or does not reach back as far, nothing is compared and that is said.
 */
import type { ChildRecords, TableName } from '../children/records.ts'
import { addMonths, type Day, longDay } from '../terms/day.ts'
import { type Count, type Counted, COUNTS } from './reconciling/counts.ts'
import { FIELDS } from './reconciling/fields.ts'
import { type MatchedBy, sameChildren } from './reconciling/same-children.ts'

/** What a source holds. `since` names tables that reach back only to a day; the rest are taken to go back as far as is asked. */
export type Source = {
  readonly records: ChildRecords
  readonly since?: readonly { readonly table: TableName; readonly from: Day }[]
}

export type CountOfBoth = {
  id: string
  name: string
  first: number | null
  second: number | null
  /** Null where they cannot be compared; then `because` says why. */
  agree: boolean | null
  because: string | null
  onlyInFirst: Counted[]
  onlyInSecond: Counted[]
}

/** Numbers of the child in each source: they differ where the child was found by UPN or by birth. */
export type Difference = { first: string; second: string; field: string; firstSays: string; secondSays: string }

export type Reconciliation = {
  asAt: Day
  matched: Readonly<Record<MatchedBy, number>>
  counts: CountOfBoth[]
  differences: Difference[]
}

export function reconcile(first: Source, second: Source, asAt: Day): Reconciliation {
  const { inFirst, matched } = sameChildren(first.records.people, second.records.people)
  return {
    asAt,
    matched,
    counts: COUNTS.map(count => countBoth(count, first, second, inFirst, asAt)),
    differences: differencesOf(first.records, second.records, inFirst, asAt),
  }
}

/** Everything that could be compared was the same. */
export const agrees = ({ counts, differences }: Reconciliation): boolean =>
  differences.length === 0 && counts.every(({ agree }) => agree !== false)

function countBoth(
  count: Count,
  first: Source,
  second: Source,
  inFirst: ReadonlyMap<string, string>,
  asAt: Day,
): CountOfBoth {
  // prettier-ignore
  const { id, name, months } = count
  const from = months === null ? asAt : addMonths(asAt, -months)
  const because = lack(count, from, 'first', first) ?? lack(count, from, 'second', second)
  const [here, there] = [first, second].map(({ records }) => (records.loaded.has(count.needs) ? count.of(records, asAt, from) : null)) // prettier-ignore
  const numbers = { first: here?.length ?? null, second: there?.length ?? null }
  if (because !== null || !here || !there) return { id, name, ...numbers, agree: null, because, onlyInFirst: [], onlyInSecond: [] } // prettier-ignore
  const renamed = there.map(one => ({ ...one, personId: inFirst.get(one.personId) ?? `second ${one.personId}` }))
  const onlyInFirst = without(here, renamed)
  const onlyInSecond = without(renamed, here).map(one => ({ ...one, personId: one.personId.replace(/^second /, '') }))
  const agree = onlyInFirst.length === 0 && onlyInSecond.length === 0
  return { id, name, ...numbers, agree, because: null, onlyInFirst, onlyInSecond }
}

function lack({ needs, months }: Count, from: Day, which: string, { records, since }: Source): string | null {
  if (!records.loaded.has(needs)) return `The ${which} source does not hold them`
  const reaches = months === null ? undefined : since?.find(({ table }) => table === needs)?.from
  return reaches !== undefined && reaches > from ? `The ${which} source reaches back to ${longDay(reaches)} only` : null
}

/** Those of the one that the other has not, counting two of a child and day as two. */
function without(some: readonly Counted[], others: readonly Counted[]): Counted[] {
  const keyOf = ({ personId, on }: Counted) => `${personId}|${on}`
  const left = new Map<string, number>()
  for (const one of others) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) + 1)
  return some.filter(one => {
    const count = left.get(keyOf(one)) ?? 0
    left.set(keyOf(one), count - 1)
    return count <= 0
  })
}

function differencesOf(first: ChildRecords, second: ChildRecords, inFirst: ReadonlyMap<string, string>, asAt: Day) {
  const found: Difference[] = []
  for (const [there, here] of inFirst)
    for (const { field, of } of FIELDS) {
      const [one, other] = [of(first, here, asAt) ?? null, of(second, there, asAt) ?? null]
      if (one !== null && other !== null && one !== other)
        found.push({ first: here, second: there, field, firstSays: String(one), secondSays: String(other) })
    }
  return found
}

/**
 * How many children stand alone or nearly so by what many people know of them: age, sex, ethnicity and whether they are disabled. The smallest
 * group is the extract's k (k-anonymity, Sweeney 2002): 1 says that somebody who knows these four of a child finds their rows.
 */
import { birthOf, type Person, ageOn } from '../../children/person.ts'
import { type ChildRecords, rowsOf } from '../../children/records.ts'
import type { Day } from '../../terms/day.ts'

export type SmallGroups = {
  children: number
  groups: number
  /** The size of the smallest group; null where there are no children. */
  smallest: number | null
  /** How many children are in groups of these sizes. */
  bySize: readonly { readonly words: string; readonly children: number }[]
}

const SIZES = [
  { words: '1: the only one', from: 1, to: 1 },
  { words: '2 to 4', from: 2, to: 4 },
  { words: '5 to 9', from: 5, to: 9 },
  { words: '10 or more', from: 10, to: Infinity },
] as const

export function smallGroupsOf(records: ChildRecords): SmallGroups {
  const counts = new Map<string, number>()
  for (const person of records.people) {
    const group = groupOf(records, person)
    counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  const sizes = [...counts.values()]
  return {
    children: records.people.length,
    groups: sizes.length,
    smallest: sizes.length === 0 ? null : sizes.reduce((least, size) => Math.min(least, size)),
    bySize: SIZES.map(({ words, from, to }) => ({
      words,
      children: sizes.filter(size => size >= from && size <= to).reduce((sum, size) => sum + size, 0),
    })),
  }
}

/** Of the month of birth as the extract tells it. */
function groupOf(records: ChildRecords, person: Person): string {
  const birth = birthOf(person)
  const month = birth === null ? null : (`${birth.slice(0, 8)}01` as Day)
  const age = month === null ? null : ageOn({ ...person, bornOn: month }, records.asAt)
  return [age, person.sex, person.ethnicity, disabledWords(records, person)].join('|')
}

/** Asked and none, some, or nobody said. */
function disabledWords(records: ChildRecords, person: Person): string {
  const rows = rowsOf(records.disabilities, person.id)
  if (rows.length === 0) return 'not said'
  return rows.some(({ disability }) => disability !== null && disability !== 'NONE') ? 'disabled' : 'none'
}

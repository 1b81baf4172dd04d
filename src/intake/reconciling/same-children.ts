/**
 * Which child of one source is which of another: by the person's number, then by UPN, then by day of birth and sex where only one child
 * of each source has them. A child whom only the last ties is counted apart, because it may be chance.
 */
import { birthOf, type Person } from '../../children/person.ts'

export type MatchedBy = 'number' | 'upn' | 'birth and sex'

export type SameChildren = {
  /** By the number in the second source, the number in the first. */
  readonly inFirst: ReadonlyMap<string, string>
  readonly matched: Readonly<Record<MatchedBy, number>>
}

export function sameChildren(first: readonly Person[], second: readonly Person[]): SameChildren {
  const inFirst = new Map<string, string>()
  const matched = { number: 0, upn: 0, 'birth and sex': 0 }
  const numbers = new Set(first.map(({ id }) => id))
  const left = second.filter(({ id }) => {
    if (!numbers.has(id)) return true
    inFirst.set(id, id)
    matched.number += 1
    return false
  })
  const keys: [MatchedBy, (person: Person) => string | null][] = [
    ['upn', ({ upn }) => upn],
    ['birth and sex', person => (birthOf(person) && sexOf(person) ? `${birthOf(person)}|${sexOf(person)}` : null)],
  ]
  let [hereLeft, thereLeft] = [first.filter(({ id }) => !inFirst.has(id)), left]
  for (const [by, keyOf] of keys) {
    const [here, there] = [onlyOnes(hereLeft, keyOf), onlyOnes(thereLeft, keyOf)]
    for (const [key, person] of there) {
      const same = here.get(key)
      if (!same) continue
      inFirst.set(person.id, same.id)
      matched[by] += 1
    }
    const used = new Set(inFirst.values())
    hereLeft = hereLeft.filter(({ id }) => !used.has(id))
    thereLeft = thereLeft.filter(({ id }) => !inFirst.has(id))
  }
  return { inFirst, matched }
}

export const sexOf = ({ sex, gender }: Person): string | null => {
  const said = gender ?? sex
  return said === 'U' ? null : said
}

/** Those of whom there is one with the key. */
function onlyOnes(people: readonly Person[], keyOf: (person: Person) => string | null): Map<string, Person> {
  const found = Map.groupBy(people, keyOf)
  return new Map([...found].flatMap(([key, same]) => (key !== null && same.length === 1 ? [[key, same[0]!]] : [])))
}

/** Which family a child belongs to, for counts of families. */
import { rowsOf } from '../../children/records.ts'
import type { History } from '../history.ts'

/** The first family recorded; a child in none is a family of one. */
export const familyOf = ({ records }: History, personId: string): string =>
  rowsOf(records.families, personId).find(({ familyId }) => familyId !== null)?.familyId ?? `child ${personId}`

/** The first case of each family of the children given, in order. */
export function oncePerFamily<One extends { readonly personId: string }>(
  history: History,
  cases: Iterable<One>,
): One[] {
  const known = new Map<string, One>()
  for (const one of cases) {
    const family = familyOf(history, one.personId)
    if (!known.has(family)) known.set(family, one)
  }
  return [...known.values()]
}

/** Which thing of a newer version is which of the older: by reference where the words are alike too, then by wording alone. */
import { readWording, type Weights, weighWords, type Wording } from './wording.ts'

/** What one side offers to match by. `group` is where it stands (its theme); `also` more words of it that tell alike ones apart. */
export type Matchable<Item> = { item: Item; ref: string; group: string; text: string; also: string }

export type Match<Item> = { before: Item; after: Item; by: 'reference' | 'wording'; similarity: number }

/** Alike enough to be the same thing whatever its reference, and where the reference is the same: cosines of weighted words. */
const ALIKE = 0.5
const ALIKE_UNDER_ONE_REF = 0.25

/** What the same reference, the same theme, the same place and like other words add, to decide between equals. */
const BONUS = { ref: 0.25, group: 0.05, also: 0.1, place: 0.02 }

/** Each thing is matched once; the surest pairs first. */
export function matchWordings<Item>(before: Matchable<Item>[], after: Matchable<Item>[]): Match<Item>[] {
  const [old, now] = [before.map(read), after.map(read)]
  const weights = weighWords([...old, ...now].map(each => each.wording))
  const candidates = alikePairs(old, now, weights).flatMap(({ i, j, similarity }) => {
    const [one, other] = [old[i]!, now[j]!]
    const sameRef = one.ref !== '' && one.ref === other.ref
    if (similarity < (sameRef ? ALIKE_UNDER_ONE_REF : ALIKE)) return []
    const score =
      similarity +
      (sameRef ? BONUS.ref : 0) +
      (one.group === other.group ? BONUS.group : 0) +
      (one.also === other.also ? BONUS.also : 0) -
      BONUS.place * Math.abs(i / old.length - j / now.length)
    return [{ i, j, similarity, sameRef, score }]
  })
  candidates.sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j)
  const [takenOld, takenNow] = [new Set<number>(), new Set<number>()]
  return candidates.flatMap(({ i, j, similarity, sameRef }) => {
    if (takenOld.has(i) || takenNow.has(j)) return []
    takenOld.add(i)
    takenNow.add(j)
    return [{ before: old[i]!.item, after: now[j]!.item, by: sameRef ? 'reference' : 'wording', similarity } as const]
  })
}

type Read<Item> = Matchable<Item> & { plain: string; wording: Wording }

const read = <Item>(each: Matchable<Item>): Read<Item> => ({
  ...each,
  plain: each.text.toLowerCase().replace(/\s+/g, ' ').trim(),
  wording: readWording(each.text),
})

/** The cosine of every pair that shares a word, by way of the words: a plan of 500 actions is not compared 250,000 times. */
function alikePairs<Item>(old: Read<Item>[], now: Read<Item>[], weights: Weights) {
  const having = new Map<string, number[]>()
  for (const [j, { wording }] of now.entries())
    for (const root of wording.keys()) having.set(root, [...(having.get(root) ?? []), j])
  const lengths = (side: Read<Item>[]) =>
    side.map(({ wording }) => Math.sqrt([...wording.keys()].reduce((sum, root) => sum + weights(root), 0)))
  const [lengthOld, lengthNow] = [lengths(old), lengths(now)]
  return old.flatMap((one, i) => {
    const shared = new Map<number, number>()
    for (const root of one.wording.keys()) {
      const weight = weights(root)
      for (const j of having.get(root) ?? []) shared.set(j, (shared.get(j) ?? 0) + weight)
    }
    const alike = [...shared].map(([j, weight]) => ({ i, j, similarity: weight / (lengthOld[i]! * lengthNow[j]!) }))
    return [...alike, ...sameWithoutWords(one, now).map(j => ({ i, j, similarity: 1 }))]
  })
}

/** Texts of small words or figures alone have no wording to compare: they match where they are the same. */
const sameWithoutWords = <Item>(one: Read<Item>, now: Read<Item>[]): number[] =>
  one.wording.size > 0 || one.plain === ''
    ? []
    : now.flatMap((other, j) => (other.wording.size === 0 && other.plain === one.plain ? [j] : []))

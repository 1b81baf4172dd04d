/** Which thing of a newer version is which of the older: by reference where the words are alike too, then by wording alone. */
import { readWording, type Weights, weighWords, weight, type Wording } from './wording.ts'

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
  const candidates = alikePairs(old, now, weights).map(({ i, j, similarity }) => {
    const [one, other] = [old[i]!, now[j]!]
    const sameRef = isSameRef(one, other)
    const score =
      similarity +
      (sameRef ? BONUS.ref : 0) +
      (one.group === other.group ? BONUS.group : 0) +
      (one.also === other.also ? BONUS.also : 0) -
      BONUS.place * Math.abs(i / old.length - j / now.length)
    return { i, j, similarity, sameRef, score }
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

const isSameRef = (one: { ref: string }, other: { ref: string }) => one.ref !== '' && one.ref === other.ref

type Read<Item> = Matchable<Item> & { plain: string; wording: Wording }

const read = <Item>(each: Matchable<Item>): Read<Item> => ({
  ...each,
  plain: each.text.toLowerCase().replace(/\s+/g, ' ').trim(),
  wording: readWording(each.text),
})

/** The cosine of every pair that is alike enough, by way of the words they share: a plan's 500 actions are not compared word by word. */
function alikePairs<Item>(old: Read<Item>[], now: Read<Item>[], weights: Weights) {
  const having = new Map<string, number[]>()
  for (const [j, { wording }] of now.entries())
    for (const root of wording.keys()) {
      const list = having.get(root)
      if (list) list.push(j)
      else having.set(root, [j])
    }
  const lengths = (side: Read<Item>[]) => side.map(({ wording }) => Math.sqrt(weight(wording, weights)))
  const [lengthOld, lengthNow] = [lengths(old), lengths(now)]
  const shared = new Float64Array(now.length)
  const pairs: { i: number; j: number; similarity: number }[] = []
  for (const [i, one] of old.entries()) {
    shared.fill(0)
    for (const root of one.wording.keys()) {
      const each = weights(root)
      for (const j of having.get(root) ?? []) shared[j]! += each
    }
    for (let j = 0; j < now.length; j++) {
      const similarity = shared[j]! / (lengthOld[i]! * lengthNow[j]!)
      if (similarity >= ALIKE || (similarity >= ALIKE_UNDER_ONE_REF && isSameRef(one, now[j]!)))
        pairs.push({ i, j, similarity })
    }
    for (const j of sameWithoutWords(one, now)) pairs.push({ i, j, similarity: 1 })
  }
  return pairs
}

/** Texts of small words or figures alone have no wording to compare: they match where they are the same. */
const sameWithoutWords = <Item>(one: Read<Item>, now: Read<Item>[]): number[] =>
  one.wording.size > 0 || one.plain === ''
    ? []
    : now.flatMap((other, j) => (other.wording.size === 0 && other.plain === one.plain ? [j] : []))

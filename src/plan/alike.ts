/**
 * Which of many wordings are alike enough to one, found by way of the rarest words they have and not by comparing each with each: a
 * cosine of `atLeast` is only reached by two texts that share a word among the heaviest of both.
 *
 * Why. With shared weight s, and weights v and w of the two, s / sqrt(v w) >= t and s <= w give w >= t² v, so s >= t² v: less than
 * 1 - t² of either text's weight is left for words that the other has not. Take a text's words from the heaviest down until they
 * weigh more than that: if none of them were shared, too little would be left to share.
 */
import { similarity, weight, type Weights, type Wording } from './wording.ts'

/** So that rounding never loses a pair that is exactly as alike as asked for. */
const ROUNDING = 1e-9

export type AlikeIndex<Item> = {
  add(wording: Wording, item: Item): void
  /** Those added that may be alike enough, each once, in no order; `isAlike` says which are. */
  mayBeAlike(wording: Wording): Iterable<Item>
  isAlike(one: Wording, other: Wording): boolean
}

export function indexAlike<Item>(weights: Weights, atLeast: number): AlikeIndex<Item> {
  const having = new Map<string, Item[]>()
  const telling = (wording: Wording): string[] => {
    const heaviest = [...wording.keys()]
      .map(root => ({ root, weight: weights(root) }))
      .sort((a, b) => b.weight - a.weight || (a.root < b.root ? -1 : 1))
    let left = (1 - atLeast ** 2 + ROUNDING) * weight(wording, weights)
    return heaviest
      .filter(each => {
        const taken = left >= 0
        left -= each.weight
        return taken
      })
      .map(({ root }) => root)
  }
  return {
    add(wording, item) {
      for (const root of telling(wording)) {
        const list = having.get(root)
        if (list) list.push(item)
        else having.set(root, [item])
      }
    },
    mayBeAlike: wording => new Set(telling(wording).flatMap(root => having.get(root) ?? [])),
    isAlike: (one, other) => similarity(one, other, weights) >= atLeast,
  }
}

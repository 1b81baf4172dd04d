/** The luck of an invented life: the same words always bring the same. */
import { seeded } from '../seeded.ts'

export type Chance = {
  /** From 0 up to, but not with, 1. */
  part(): number
  /** A whole number from 0 up to, but not with, `below`. */
  below(below: number): number
  /** A whole number between two, both counted. */
  between(least: number, most: number): number
  yes(share: number): boolean
  /** One of the keys, as often as its weight says. */
  pick<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>): Key
  one<Item>(items: readonly Item[]): Item
  /** A length with this median: most lie near it, a few reach far beyond. `spread` 0.5 is narrow, 1 is wide. */
  length(median: number, spread?: number): number
}

const FINE = 1_000_000

export function chanceOf(words: string): Chance {
  const draw = seeded(words)
  const part = () => draw(FINE) / FINE
  const between = (least: number, most: number) => least + draw(most - least + 1)
  /** Near enough to normal: the sum of twelve. */
  const normal = () => {
    let sum = -6
    for (let times = 0; times < 12; times++) sum += part()
    return sum
  }
  return {
    part,
    below: draw,
    between,
    yes: share => part() < share,
    pick: weights => {
      const entries = Object.entries(weights) as [never, number][]
      let left = part() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of entries) if ((left -= weight) < 0) return key
      return entries.at(-1)![0]
    },
    one: items => items[draw(items.length)]!,
    length: (median, spread = 0.5) => Math.max(0, Math.round(median * Math.exp(normal() * spread))),
  }
}

/** Looking up words that came from outside. */

/** What a table has under a word; nothing under `constructor` and the like, which every object answers to without holding them. */
export const wordIn = <Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined

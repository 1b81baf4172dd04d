/** Small variety that is the same each time: days and hours that do not all fall together. */

/** Whole numbers from 0 up to `below`, drawn one after another; the same words always draw the same numbers. */
export function seeded(words: string): (below: number) => number {
  let state = 0x811c9dc5
  for (const letter of words) state = Math.imul(state ^ letter.codePointAt(0)!, 0x01000193)
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

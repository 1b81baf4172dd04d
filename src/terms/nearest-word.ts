/** The word somebody may have meant. */

/** The known word with the fewest letters to change, or null where none is near: at most a third of its letters, or two. */
export function nearestWord(said: string, known: readonly string[]): string | null {
  const [best] = known
    .map(word => ({ word, far: distance(said, word) }))
    .filter(({ word, far }) => far <= Math.max(2, word.length / 3))
    .sort((one, other) => one.far - other.far)
  return best?.word ?? null
}

/** Letters to put in, take out or change (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, wanted] of [...other].entries())
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (letter === wanted ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}

/** The words that changed between two wordings. */

export type WordDiff = { kind: 'same' | 'added' | 'removed'; text: string }[]

/** More words than this on both sides are shown as one removed and one added text: nobody reads such a difference word by word. */
const LONGEST = 1500

/**
 * The two texts as one run of words kept, removed and added, by the longest common subsequence of their words. Joining what is
 * `same` and `removed` gives the older text back, `same` and `added` the newer: spaces belong to the word before them.
 */
export function diffWords(before: string, after: string): WordDiff {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const [old, now] = [wordsWithSpace(before), wordsWithSpace(after)]
  if (old.length > LONGEST || now.length > LONGEST)
    return joined([
      ['removed', before],
      ['added', after],
    ])
  const [head, tail] = commonEnds(old, now)
  const middle = subsequence(old.slice(head, old.length - tail), now.slice(head, now.length - tail))
  return joined([
    ...old.slice(0, head).map(word => ['same', word] as const),
    ...middle,
    ...old.slice(old.length - tail).map(word => ['same', word] as const),
  ])
}

const wordsWithSpace = (text: string): string[] => text.match(/\S+\s*|^\s+/g) ?? []

function commonEnds(old: string[], now: string[]): [number, number] {
  const shorter = Math.min(old.length, now.length)
  let head = 0
  while (head < shorter && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  return [head, tail]
}

function subsequence(old: string[], now: string[]): [WordDiff[number]['kind'], string][] {
  const width = now.length + 1
  const length = new Uint16Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      length[i * width + j] =
        old[i] === now[j]
          ? length[(i + 1) * width + j + 1]! + 1
          : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!)
  const diff: [WordDiff[number]['kind'], string][] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      diff.push(['same', old[i]!])
      i += 1
      j += 1
    } else if (j === now.length || (i < old.length && length[(i + 1) * width + j]! >= length[i * width + j + 1]!)) {
      diff.push(['removed', old[i]!])
      i += 1
    } else {
      diff.push(['added', now[j]!])
      j += 1
    }
  }
  return diff
}

/** Neighbours of one kind as one text; between two kept words, what was removed before what was added. */
function joined(words: (readonly [WordDiff[number]['kind'], string])[]): WordDiff {
  const diff: WordDiff = []
  let changed = { removed: '', added: '' }
  const close = () => {
    for (const kind of ['removed', 'added'] as const) if (changed[kind] !== '') diff.push({ kind, text: changed[kind] })
    changed = { removed: '', added: '' }
  }
  for (const [kind, text] of words) {
    if (kind !== 'same') {
      changed[kind] += text
      continue
    }
    close()
    const last = diff.at(-1)
    if (last?.kind === 'same') last.text += text
    else diff.push({ kind, text })
  }
  close()
  return diff
}

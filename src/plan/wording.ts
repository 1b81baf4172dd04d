/**
 * How alike two wordings are: the words they share, each weighing more the rarer it is among the texts compared with.
 * Words are compared by their stems (`escalated`, `escalation`), without the small words of English, and the sector's
 * abbreviations read as what they stand for (`DV`, `domestic violence` and `domestic abuse` are one).
 */

const SMALL_WORDS = new Set(
  `a about above across after all also am an and any are as at be been before being between both but by can could did do
  does doing done each every for from further had has have having he her here him his how i if in into is it its itself
  may me more most must my no nor not of off on once only or other our out over own per same she should so some such than
  that the their them then there these they this those through to too under until up upon us very was we well were what
  when where which while who whom why will with within would you your`.split(/\s+/),
)

/** What the sector shortens, and what it calls by two names. Left: as written, in lower case; right: what it is read as. */
const READ_AS: [RegExp, string][] = [
  [/\b(dva?|domestic violence)\b/g, 'domestic abuse'],
  [/\blac\b/g, 'looked after child'],
  [/\bcpp\b/g, 'child protection plan'],
  [/\bcp\b/g, 'child protection'],
  [/\bcin\b/g, 'child in need'],
  [/\bcse\b/g, 'child sexual exploitation'],
  [/\bicpcs?\b/g, 'child protection conference'],
  [/\bnqsw'?s?\b/g, 'newly qualified social worker'],
  [/\bcyp\b/g, 'child young person'],
  [/\b(children|child's|children's)\b/g, 'child'],
  [/\bpeople('s)?\b/g, 'person'],
  [/\b(saw|seen)\b/g, 'see'],
  [/\b(wrote|written)\b/g, 'write'],
  [/\bheld\b/g, 'hold'],
  [/\b(took|taken)\b/g, 'take'],
  [/\b(gave|given)\b/g, 'give'],
  [/\btime[- ]?(bound|limited|frames?)\b/g, 'timescale'],
]

/** Fillers whose words mean nothing by themselves: `identified when needed` is not about needs. */
const FILLER = /\b(when|as|where|if) (and when )?(needed|required|appropriate|necessary)\b/g

/** A text's telling words: each stem once, with the word as the text first writes it (lower case, abbreviations read out). */
export type Wording = ReadonlyMap<string, string>

export function readWording(text: string): Wording {
  let plain = text.toLowerCase().replace(/[’‘`]/g, "'").replace(FILLER, ' ')
  for (const [written, read] of READ_AS) plain = plain.replace(written, read)
  const wording = new Map<string, string>()
  for (const word of plain.replace(/'s?\b/g, ' ').match(/[a-z]{2,}/g) ?? []) {
    if (SMALL_WORDS.has(word)) continue
    const root = knownStem(word)
    if (!wording.has(root)) wording.set(root, word)
  }
  return wording
}

/** Plans are full of the same words: the stems of so many are kept. */
const MOST_KNOWN = 20_000
const known = new Map<string, string>()

function knownStem(word: string): string {
  const before = known.get(word)
  if (before !== undefined) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const root = stem(word)
  known.set(word, root)
  return root
}

/** A word without its endings; good enough to join `recorded`, `records` and `recording`, not a dictionary. */
export function stem(word: string): string {
  let root = word.replace(/ies$|ied$/, 'y').replace(/([^su])s$/, '$1')
  root = strip(root, /(ingly|edly|ing|ed)$/, 3)
  root = root.replace(/([bdfglmnprt])\1$/, '$1').replace(/e$/, '')
  root = strip(root, /(ement|ment|ness|ly|li)$/, 4)
  root = strip(root, /(ation|ative|ate|at|ion|ive|al|er|or)$/, 4)
  return root.replace(/([bdfglmnprt])\1$/, '$1').replace(/[ey]$/, '')
}

const strip = (word: string, ending: RegExp, atLeast: number): string => {
  const left = word.replace(ending, '')
  return left.length >= atLeast && /[aeiouy]/.test(left) ? left : word
}

/** How telling a stem is among a set of texts: the rarer, the heavier. A stem that none of them has weighs most. */
export type Weights = (stem: string) => number

export function weighWords(wordings: Wording[]): Weights {
  const found = new Map<string, number>()
  for (const wording of wordings) for (const root of wording.keys()) found.set(root, (found.get(root) ?? 0) + 1)
  const weightOf = (texts: number) => Math.log(1 + wordings.length / (texts + 1)) ** 2
  const weights = new Map([...found].map(([root, texts]) => [root, weightOf(texts)]))
  const unheard = weightOf(0)
  return root => weights.get(root) ?? unheard
}

/** 0 where two texts share no word, 1 where they are made of the same words: the cosine between them. */
export function similarity(one: Wording, other: Wording, weights: Weights): number {
  const shared = sharedWeight(one, other, weights)
  return shared === 0 ? 0 : shared / Math.sqrt(weight(one, weights) * weight(other, weights))
}

/** How much of the first text's weight the second has too, 0-1. */
export function containment(one: Wording, other: Wording, weights: Weights): number {
  const shared = sharedWeight(one, other, weights)
  return shared === 0 ? 0 : shared / weight(one, weights)
}

/** The words that two texts share, most telling first, as the first text writes them. */
export const sharedWords = (one: Wording, other: Wording, weights: Weights): string[] =>
  [...one]
    .filter(([root]) => other.has(root))
    .sort(([a], [b]) => weights(b) - weights(a))
    .map(([, word]) => word)

export function weight(wording: Wording, weights: Weights): number {
  let total = 0
  for (const root of wording.keys()) total += weights(root)
  return total
}

function sharedWeight(one: Wording, other: Wording, weights: Weights): number {
  let total = 0
  for (const root of one.keys()) if (other.has(root)) total += weights(root)
  return total
}

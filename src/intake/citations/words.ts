/** The words, numbers and marks of a text in which citations are looked for. */

/** A word, number or mark. `depth` counts the brackets open around it; `glued` says that no space parts it from the one before. */
export type Token = { text: string; at: number; end: number; depth: number; glued: boolean }

const TOKEN = /[a-z]+(?:['’]s?(?![a-z]))?|\d+(?:\.\d+)*|\S/gi

/** The tokens of a text, in order. */
export function tokensOf(text: string): Token[] {
  let [depth, before] = [0, -1]
  return Array.from(text.matchAll(TOKEN), found => {
    const [at, end] = [found.index, found.index + found[0].length]
    if (isOpen(found[0])) depth++
    else if (isClose(found[0])) depth = Math.max(0, depth - 1)
    const token = { text: found[0], at, end, depth, glued: at === before }
    before = end
    return token
  })
}

export const isOpen = (mark: string | undefined) => mark === '(' || mark === '['
export const isClose = (mark: string | undefined) => mark === ')' || mark === ']'
export const isDash = (mark: string | undefined) => mark !== undefined && /^[-‐-―−]$/.test(mark)
export const isBetween = (mark: string | undefined) => mark !== undefined && /^(?:[,;/&+]|and)$/i.test(mark)
export const isNumber = (token: Token | undefined): token is Token => token !== undefined && /^\d/.test(token.text)
export const isAcronym = (word: string) => /^[A-Z]{2,8}$/.test(word)
/** The words that say what kind of reference follows, and how each kind is written; a clause's number needs none. */
const KINDS = new Map(
  Object.entries({
    PA: 'pa pas',
    AI: 'ai ais afi afis',
    para: 'para paras paragraph paragraphs',
    rec: 'rec recs recommendation recommendations',
    finding: 'finding findings',
    '': 'clause clauses bullet bullets section sections no nos',
  }).flatMap(([kind, words]) => words.split(' ').map(word => [word, kind] as const)),
)

/** The kind of reference that a word announces (`PAs` is `PA`, `clause` is none), or undefined where it announces nothing. */
export const kindOfReference = (word: string | undefined): string | undefined =>
  KINDS.get(word?.toLowerCase().replace(/['’]/, '') ?? '')

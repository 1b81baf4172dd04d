/** Reads a source named in a text, with the references that follow its name: `Ofsted PAs 27, 29`, `DfE Notice 4.3-4.5`, `(LGA PR)`. */
import type { Citation } from '../plan-reading.ts'
import { isAcronym, isBetween, isClose, isDash, isNumber, isOpen, kindOfReference, type Token } from './words.ts'

/** Citations read at a token, and the token after them. */
export type Read = { citations: Citation[]; next: number }

/** Words that make a name the name of a source by themselves. */
export const SOURCE = new Set(
  'ofsted dfe scr scrs lscpr lga cqc hmip hmicfrs hmic jtai ilacs sif notice sav savmax fji ombudsman lgsco'.split(' '),
)
/** Bodies that are no document by themselves: `(DfE)` in brackets cites nothing. */
const BODY = new Set('dfe lga cqc hmip hmicfrs hmic ombudsman lgsco notice'.split(' '))
/** Words that belong to a source's name beside one of those, or two of them together (`Peer Review`). */
const SOURCE_PART = new Set(
  'improvement inspection report review visit monitoring peer letter audit serious case joint practice focused challenge direction statutory pr'.split(
    ' ',
  ),
)

/** A source named at a token, with what is cited of it: its references, or the whole of it where it stands alone in brackets. */
export function citationAt(text: string, tokens: Token[], at: number): Read | null {
  const past = pastName(tokens, at)
  if (past === null) return null
  return referencedAt(text, tokens, at) ?? citedWhole(text, tokens, at, past) ?? { citations: [], next: past }
}

/** The source that a column's heading names, with the kind of reference it announces: `Link to Ofsted recommendation`. Null where none. */
export function sourceInHeading(heading: string, tokens: Token[]): { source: string; kind: string } | null {
  const at = tokens.findIndex((_, index) => pastName(tokens, index) !== null)
  if (at < 0) return null
  const past = pastName(tokens, at)!
  const source = plainName(heading.slice(tokens[at]!.at, tokens[past - 1]!.end))
  return { source, kind: kindAt(tokens, past)?.kind ?? '' }
}

/** Where the name of a source that begins at a token is over, or null where none begins there. */
function pastName(tokens: Token[], at: number): number | null {
  const isFirst = beginsName(tokens, at)
  const afterAcronym =
    isAcronym(tokens[at]!.text) && kindOfReference(tokens[at]!.text) === undefined && beginsName(tokens, at + 1)
  if (!isFirst && !afterAcronym) return null
  let past = at + 1
  while (past - at < 8 && isNamePart(tokens, past)) past++
  return past
}

export const beginsName = (tokens: Token[], at: number): boolean =>
  SOURCE.has(plainName(tokens[at]?.text.toLowerCase() ?? '')) || (isPart(tokens[at]) && isPart(tokens[at + 1]))

export const isPart = (token: Token | undefined): boolean =>
  token !== undefined && /^[A-Z]/.test(token.text) && SOURCE_PART.has(token.text.toLowerCase())

/** `MV` of `MV5` is no part of the name before it: its number is its own. */
function isNamePart(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || kindOfReference(token.text) !== undefined || !/^[A-Z]/.test(token.text)) return false
  if (isNumber(tokens[at + 1]) && tokens[at + 1]!.glued) return false
  return isAcronym(token.text) || isPart(token) || SOURCE.has(token.text.toLowerCase())
}

/** A source with references: `Ofsted PAs 27, 29`, `DfE Notice 4.3-4.5`, `Ofsted para51 and 52`. Null where none follow the name. */
export function referencedAt(text: string, tokens: Token[], at: number): Read | null {
  const past = pastName(tokens, at)
  if (past === null) return null
  const source = plainName(text.slice(tokens[at]!.at, tokens[past - 1]!.end))
  const citations: Citation[] = []
  let [kind, next] = ['', past]
  for (let here = past; ;) {
    const announced = kindAt(tokens, here)
    if (announced) kind = announced.kind
    const numberAt = announced?.next ?? here
    const numbers = numbersAt(tokens, numberAt)
    if (!numbers || !isReference(tokens, numberAt, numbers.next, announced !== null, citations.length > 0)) break
    const cited = text.slice(tokens[at]!.at, tokens[numbers.next - 1]!.end)
    for (const number of numbers.refs) citations.push({ source, ref: kind ? `${kind} ${number}` : number, text: cited })
    next = numbers.next
    if (!isBetween(tokens[next]?.text)) break
    here = isBetween(tokens[next + 1]?.text) ? next + 2 : next + 1
  }
  return citations.length > 0 ? { citations, next } : null
}

/** The kind of reference announced at a token (`PAs`, `priority action`, `para.`), and the token after it. */
function kindAt(tokens: Token[], at: number): { kind: string; next: number } | null {
  const words = tokens.slice(at, at + 3).map(token => token.text.toLowerCase())
  if (/^priority actions?$/.test(words.slice(0, 2).join(' '))) return { kind: 'PA', next: at + 2 }
  if (/^areas? for improvement$/.test(words.join(' '))) return { kind: 'AI', next: at + 3 }
  const kind = kindOfReference(words[0])
  return kind === undefined ? null : { kind, next: words[1] === '.' ? at + 2 : at + 1 }
}

/** A name with single spaces, and not in the genitive: `Ofsted` of `Ofsted's PA 27`. */
export const plainName = (name: string) => name.replace(/\s+/g, ' ').replace(/['’]s?$/, '')

/**
 * Whether a number beside a source's name is a reference. `PA 27` and `5.2` are; a bare whole number is only where it stands alone
 * (in brackets, after a Notice, after a number that was one), so that `Ofsted and 5 working days` cites nothing.
 */
function isReference(tokens: Token[], at: number, next: number, worded: boolean, continued: boolean): boolean {
  const number = tokens[at]!
  if (/^\d{4,}/.test(number.text)) return false
  const following = tokens[next]
  if (following?.text === '%') return false
  if (worded || (number.text.includes('.') && !continued)) return true
  const alone = !following || !/^[a-z]/i.test(following.text) || /^(?:and|to|or)$/i.test(following.text)
  const afterNotice = /^notice$/i.test(tokens[at - 1]?.text ?? '')
  return alone && (continued || number.depth > 0 || afterNotice)
}

/** A number or a range of them: `16.5`, `27a`, `3-6` (all four), `4.3-4.5`. */
function numbersAt(tokens: Token[], at: number): { refs: string[]; next: number } | null {
  if (!isNumber(tokens[at])) return null
  const first = tokens[at].text
  const letter = tokens[at + 1]
  if (letter?.glued && /^[a-z]$/.test(letter.text)) return { refs: [first + letter.text], next: at + 2 }
  const last = tokens[at + 2]
  if (isNumber(last) && (isDash(tokens[at + 1]?.text) || tokens[at + 1]?.text === 'to')) {
    return { refs: rangeOf(first, last.text), next: at + 3 }
  }
  return { refs: [first], next: at + 1 }
}

const LONGEST_RANGE = 60

/** Every number from the first to the last, of one clause: `4.3` to `4.5`; the two alone where they are no range. */
export function rangeOf(first: string, last: string): string[] {
  const [from, to] = [first.split('.'), last.split('.')]
  const [start, stop] = [Number(from.at(-1)), Number(to.at(-1))]
  const sameClause = to.length === 1 || from.slice(0, -1).join('.') === to.slice(0, -1).join('.')
  if (!sameClause || stop < start || stop - start > LONGEST_RANGE) return [first, last]
  const clause = from
    .slice(0, -1)
    .map(part => `${part}.`)
    .join('')
  return Array.from({ length: stop - start + 1 }, (_, index) => `${clause}${start + index}`)
}

/** A source that is cited as a whole, alone between brackets or separators: `(LGA PR)`, `(Ofsted Monitoring Visit – August 2016)`. */
function citedWhole(text: string, tokens: Token[], at: number, past: number): Read | null {
  const before = tokens[at - 1]?.text
  if (tokens[at]!.depth === 0 || !(isOpen(before) || isBetween(before))) return null
  let next = past
  while (next - past < 5 && tokens[next] && /^(?:[-‐-―−]|[A-Z][a-z]+|\d+)$/.test(tokens[next]!.text)) next++
  const after = tokens[next]?.text
  if (after !== undefined && !isClose(after) && !isBetween(after)) return null
  const cited = text.slice(tokens[at]!.at, tokens[next - 1]!.end)
  const told = text.slice(Math.max(0, tokens[at]!.at - 200), tokens[at]!.at)
  if (BODY.has(cited.toLowerCase()) || abbreviates(cited, told)) return null
  return { citations: [{ source: plainName(cited), ref: null, text: cited }], next }
}

/** Whether the bracket only gives the short form of the words before it: `Serious Case Review (SCR)`. */
function abbreviates(short: string, before: string): boolean {
  const letters = short.replace(/[^A-Za-z]/g, '').toLowerCase()
  const words = before.toLowerCase().match(/[a-z]+/g) ?? []
  const telling = words.filter(word => !['of', 'and', 'the', 'for', 'in'].includes(word)).slice(-letters.length)
  return letters.length > 1 && telling.map(word => word[0]).join('') === letters
}

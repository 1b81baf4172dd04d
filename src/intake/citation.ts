/**
 * Reads citations of findings: in prose and brackets (`(Ofsted PAs 27, 29 / SCR DP 16.5)`) and in a plan's column of references
 * (`SCR/ MV1-4`). A bare number is never a reference, and words in brackets are a citation only where they name a source.
 */
import type { Citation } from './plan-reading.ts'

/**
 * The source that a lettered recommendation (`B9`, `S5`) belongs to. Ofsted's reports of 2013-17 (single inspection framework, SIF)
 * lettered their recommendations; plans of those years call the source SIF.
 */
export const LETTERED_SOURCE = 'SIF'

/** The citations that stand in a text, in order; the same finding cited twice stands once. */
export function readCitations(text: string): Citation[] {
  return readEach(text, tokens => at => citationAt(text, tokens, at) ?? bracketAt(text, tokens, at))
}

/** The sources and recommendations that a plan's reference column names; what is neither (a row's own number, a dash) is left out. */
export function readReferenceColumn(text: string): Citation[] {
  return readEach(text, tokens => at => referencedAt(text, tokens, at) ?? listedAt(text, tokens, at))
}

function readEach(text: string, reader: (tokens: Token[]) => (at: number) => Read | null): Citation[] {
  const tokens = tokensOf(text)
  const read = reader(tokens)
  const found = new Map<string, Citation>()
  for (let at = 0; at < tokens.length;) {
    const here = read(at)
    for (const citation of here?.citations ?? []) {
      const label = citedLabel(citation)
      if (!found.has(label)) found.set(label, citation)
    }
    at = here?.next ?? at + 1
  }
  return [...found.values()]
}

/** How a citation is shown: `DfE Notice 5.2`, `Ofsted PA 27`, `LGA PR`. */
export const citedLabel = (citation: { source: string; ref: string | null }): string =>
  citation.ref === null ? citation.source : `${citation.source} ${citation.ref}`

/** Whether a name is one that a source goes by, whatever its case, spacing and order of words: `DP SCR` is `SCR DP`. */
export function sameSource(name: string, source: { shortName: string; knownAs: string[] }): boolean {
  const key = sourceKey(name)
  return key !== '' && [source.shortName, ...source.knownAs].some(known => sourceKey(known) === key)
}

/** Whether two references are of the same finding: `PA 27`, `PA27` and `PAs 27` are; `PA 40` and `AI 40` are not. */
export const sameRef = (a: string, b: string): boolean => refKey(a) === refKey(b)

function sourceKey(name: string): string {
  const words =
    name
      .toLowerCase()
      .replace(/['’]s\b/g, '')
      .match(/[a-z]+|\d+/g) ?? []
  const telling = words.filter(word => !['the', 'of', 'and', 'improvement'].includes(word) || words.length === 1)
  return telling
    .map(word => (word.length > 4 ? word.replace(/s$/, '') : word))
    .sort()
    .join(' ')
}

const REF_WORD: Record<string, string> = {
  pa: 'PA',
  pas: 'PA',
  ai: 'AI',
  ais: 'AI',
  afi: 'AI',
  afis: 'AI',
  para: 'para',
  paras: 'para',
  paragraph: 'para',
  paragraphs: 'para',
  rec: 'rec',
  recs: 'rec',
  recommendation: 'rec',
  recommendations: 'rec',
  finding: 'finding',
  findings: 'finding',
  clause: '',
  clauses: '',
  bullet: '',
  bullets: '',
  section: '',
  sections: '',
  no: '',
  nos: '',
}

function refKey(ref: string): string {
  const spelt = ref
    .toLowerCase()
    .replace(/priority actions?/, 'pa')
    .replace(/areas? for improvement/, 'ai')
  return (spelt.match(/[a-z]+|\d+(?:\.\d+)*/g) ?? []).map(part => (REF_WORD[part] ?? part).toLowerCase()).join('')
}

/** A word, number or mark. `depth` counts the brackets open around it; `glued` says that no space parts it from the one before. */
type Token = { text: string; at: number; end: number; depth: number; glued: boolean }
type Read = { citations: Citation[]; next: number }

const TOKEN = /[a-z]+(?:['’]s?(?![a-z]))?|\d+(?:\.\d+)*|\S/gi

function tokensOf(text: string): Token[] {
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

const isOpen = (mark: string | undefined) => mark === '(' || mark === '['
const isClose = (mark: string | undefined) => mark === ')' || mark === ']'
const isDash = (mark: string | undefined) => mark !== undefined && /^[-‐-―−]$/.test(mark)
const isBetween = (mark: string | undefined) => mark !== undefined && /^(?:[,;/&+]|and)$/i.test(mark)
const isNumber = (token: Token | undefined): token is Token => token !== undefined && /^\d/.test(token.text)
const isAcronym = (word: string) => /^[A-Z]{2,8}$/.test(word)
const refWord = (token: Token | undefined): string | undefined => {
  const word = token?.text.toLowerCase().replace(/['’]/, '') ?? ''
  return Object.hasOwn(REF_WORD, word) ? REF_WORD[word] : undefined
}

/** Words that make a name the name of a source by themselves. */
const SOURCE = new Set(
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
function citationAt(text: string, tokens: Token[], at: number): Read | null {
  const past = pastName(tokens, at)
  if (past === null) return null
  return referencedAt(text, tokens, at) ?? citedWhole(text, tokens, at, past) ?? { citations: [], next: past }
}

/** Where the name of a source that begins at a token is over, or null where none begins there. */
function pastName(tokens: Token[], at: number): number | null {
  const isFirst = beginsName(tokens, at)
  const afterAcronym = isAcronym(tokens[at]!.text) && refWord(tokens[at]) === undefined && beginsName(tokens, at + 1)
  if (!isFirst && !afterAcronym) return null
  let past = at + 1
  while (past - at < 8 && isNamePart(tokens, past)) past++
  return past
}

const beginsName = (tokens: Token[], at: number): boolean =>
  SOURCE.has(tokens[at]?.text.toLowerCase() ?? '') || (isPart(tokens[at]) && isPart(tokens[at + 1]))

const isPart = (token: Token | undefined): boolean =>
  token !== undefined && /^[A-Z]/.test(token.text) && SOURCE_PART.has(token.text.toLowerCase())

/** `MV` of `MV5` is no part of the name before it: its number is its own. */
function isNamePart(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || refWord(token) !== undefined || !/^[A-Z]/.test(token.text)) return false
  if (isNumber(tokens[at + 1]) && tokens[at + 1]!.glued) return false
  return isAcronym(token.text) || isPart(token) || SOURCE.has(token.text.toLowerCase())
}

/** A source with references: `Ofsted PAs 27, 29`, `DfE Notice 4.3-4.5`, `Ofsted para51 and 52`. Null where none follow the name. */
function referencedAt(text: string, tokens: Token[], at: number): Read | null {
  const past = pastName(tokens, at)
  if (past === null) return null
  const source = plainName(text.slice(tokens[at]!.at, tokens[past - 1]!.end))
  const citations: Citation[] = []
  let [kind, next] = ['', past]
  for (let here = past; ;) {
    const word = refWord(tokens[here])
    if (word !== undefined) kind = word
    const numberAt = word === undefined ? here : tokens[here + 1]?.text === '.' ? here + 2 : here + 1
    const numbers = numbersAt(tokens, numberAt)
    if (!numbers || !isReference(tokens, numberAt, numbers.next, word !== undefined, citations.length > 0)) break
    const cited = text.slice(tokens[at]!.at, tokens[numbers.next - 1]!.end)
    for (const number of numbers.refs) citations.push({ source, ref: kind ? `${kind} ${number}` : number, text: cited })
    next = numbers.next
    if (!isBetween(tokens[next]?.text)) break
    here = isBetween(tokens[next + 1]?.text) ? next + 2 : next + 1
  }
  return citations.length > 0 ? { citations, next } : null
}

const plainName = (name: string) => name.replace(/\s+/g, ' ')

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

function rangeOf(first: string, last: string): string[] {
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
  if (
    BODY.has(cited.toLowerCase()) ||
    (isOpen(before) && abbreviates(cited, text.slice(Math.max(0, tokens[at - 1]!.at - 200), tokens[at - 1]!.at)))
  )
    return null
  return { citations: [{ source: plainName(cited), ref: null, text: cited }], next }
}

/** Whether the bracket only gives the short form of the words before it: `Serious Case Review (SCR)`. */
function abbreviates(short: string, before: string): boolean {
  const letters = short.replace(/[^A-Za-z]/g, '').toLowerCase()
  const words =
    before
      .slice(-200)
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  const telling = words.filter(word => !['of', 'and', 'the', 'for', 'in'].includes(word))
  return (
    letters.length > 1 &&
    telling
      .slice(-letters.length)
      .map(word => word[0])
      .join('') === letters
  )
}

/** Brackets that hold nothing but short references: `(B9)`, `(MV1, MV2)`, `(SIF)`. */
function bracketAt(text: string, tokens: Token[], at: number): Read | null {
  if (!isOpen(tokens[at]!.text)) return null
  const citations: Citation[] = []
  let next = at + 1
  while (next < tokens.length && !isClose(tokens[next]!.text)) {
    const read = isBetween(tokens[next]!.text)
      ? { citations: [], next: next + 1 }
      : shortReferenceAt(text, tokens, next)
    if (!read) return null
    citations.push(...read.citations)
    next = read.next
  }
  return { citations, next }
}

const shortReferenceAt = (text: string, tokens: Token[], at: number): Read | null =>
  visitsAt(text, tokens, at) ?? letteredAt(text, tokens, at)

/** What a reference column lists besides full citations: visits, lettered recommendations, the short names of sources. */
const listedAt = (text: string, tokens: Token[], at: number): Read | null =>
  shortReferenceAt(text, tokens, at) ?? shortNameAt(text, tokens, at)

/** Monitoring visits, each a source of its own: `MV5`, `MV1-4`, `MV1-MV4`. */
function visitsAt(text: string, tokens: Token[], at: number): Read | null {
  const first = tokens[at + 1]
  if (tokens[at]!.text !== 'MV' || !isNumber(first)) return null
  const lastAt = !isDash(tokens[at + 2]?.text) ? null : tokens[at + 3]?.text === 'MV' ? at + 4 : at + 3
  const last = lastAt !== null && isNumber(tokens[lastAt]) ? tokens[lastAt] : null
  const next = last ? lastAt! + 1 : at + 2
  const cited = text.slice(tokens[at]!.at, tokens[next - 1]!.end)
  const visits = last ? rangeOf(first.text, last.text) : [first.text]
  return { citations: visits.map(visit => ({ source: `MV${visit}`, ref: null, text: cited })), next }
}

/**
 * A lettered recommendation: A and B for the council, L and S for the safeguarding board, as Ofsted lettered them. `S17`, `S47` and the
 * like are sections of the Children Act.
 */
function letteredAt(text: string, tokens: Token[], at: number): Read | null {
  const [letter, number, part] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (!letter || !/^[ABLS]$/.test(letter.text) || !number?.glued || !/^[1-9]\d?$/.test(number.text)) return null
  if (letter.text === 'S' && Number(number.text) > 10) return null
  const next = part?.glued && /^[a-z]$/.test(part.text) ? at + 3 : at + 2
  const ref = text.slice(letter.at, tokens[next - 1]!.end)
  return { citations: [{ source: LETTERED_SOURCE, ref, text: ref }], next }
}

const NO_SOURCE = new Set(['NA', 'TBC', 'TBA', 'NEW', 'NONE', 'YES', 'NO', 'REF', 'AND', 'NIL'])

/** A source's short name in a reference column: `SCR`, `SAV`, `LCCIB`, `Ofsted`, `DfE Notice`. `LMG-1` is a row's own number. */
function shortNameAt(text: string, tokens: Token[], at: number): Read | null {
  const first = tokens[at]!
  const isName =
    SOURCE.has(first.text.toLowerCase()) ||
    (isAcronym(first.text) && !NO_SOURCE.has(first.text)) ||
    beginsName(tokens, at)
  if (!isName || (isDash(tokens[at + 1]?.text) && isNumber(tokens[at + 2]))) return null
  let next = at + 1
  while (isPart(tokens[next]) || (/^dfe$/i.test(first.text) && /^notice$/i.test(tokens[next]?.text ?? ''))) next++
  if (next === at + 1 && isNumber(tokens[next]) && tokens[next]!.glued) next++
  if (tokens[next - 1]!.text === 'SIF' && letteredAt(text, tokens, next)) return { citations: [], next }
  const cited = text.slice(first.at, tokens[next - 1]!.end)
  return { citations: [{ source: plainName(cited), ref: null, text: cited }], next }
}

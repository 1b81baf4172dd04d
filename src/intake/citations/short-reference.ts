/** Reads the short references of a plan's column of references, or of brackets that hold nothing else: `B9`, `MV1-4`, `SCR`. */
import type { Citation } from '../plan-reading.ts'
import { beginsName, isPart, plainName, rangeOf, SOURCE, type Read } from './named-source.ts'
import { isAcronym, isBetween, isClose, isDash, isNumber, isOpen, kindOfReference, type Token } from './words.ts'

/**
 * The source that a lettered recommendation (`B9`, `S5`) belongs to. Ofsted's reports of 2013-17 (single inspection framework, SIF)
 * lettered their recommendations; plans of those years call the source SIF.
 */
export const LETTERED_SOURCE = 'SIF'

/** Brackets that hold nothing but short references: `(B9)`, `(MV1, MV2)`, `(SIF)`. */
export function bracketAt(text: string, tokens: Token[], at: number): Read | null {
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
export const listedAt = (text: string, tokens: Token[], at: number): Read | null =>
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
    (isAcronym(first.text) && !NO_SOURCE.has(first.text) && kindOfReference(first.text) === undefined) ||
    beginsName(tokens, at)
  if (!isName || (isDash(tokens[at + 1]?.text) && isNumber(tokens[at + 2]))) return null
  let next = at + 1
  while (isPart(tokens[next]) || (/^dfe$/i.test(first.text) && /^notice$/i.test(tokens[next]?.text ?? ''))) next++
  if (next === at + 1 && isNumber(tokens[next]) && tokens[next]!.glued) next++
  if (tokens[next - 1]!.text === 'SIF' && letteredAt(text, tokens, next)) return { citations: [], next }
  const cited = text.slice(first.at, tokens[next - 1]!.end)
  return { citations: [{ source: plainName(cited), ref: null, text: cited }], next }
}

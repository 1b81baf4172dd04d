/**
 * Reads citations of findings: in prose and brackets (`(Ofsted PAs 27, 29 / SCR DP 16.5)`) and in a plan's column of references
 * (`SCR/ MV1-4`). A bare number is never a reference, and words in brackets are a citation only where they name a source.
 */
import { citationAt, referencedAt, sourceInHeading, type Read } from './citations/named-source.ts'
import { bracketAt, listedAt } from './citations/short-reference.ts'
import { isBetween, isDash, isNumber, kindOfReference, tokensOf, type Token } from './citations/words.ts'
import type { Citation } from './plan-reading.ts'

/** The citations that stand in a text, in order; the same finding cited twice stands once. */
export function readCitations(text: string): Citation[] {
  return readEach(text, tokens => at => citationAt(text, tokens, at) ?? bracketAt(text, tokens, at))
}

/**
 * The sources and recommendations that a plan's reference column names; what is neither (a row's own number, a dash) is left out.
 * Where the column's heading names the source (`Link to Ofsted recommendation`), its cells may give the number alone (`Rec 3`).
 */
export function readReferenceColumn(text: string, heading = ''): Citation[] {
  const found = readEach(text, tokens => at => referencedAt(text, tokens, at) ?? listedAt(text, tokens, at))
  return found.length > 0 ? found : readNumbersAlone(text, heading)
}

function readNumbersAlone(text: string, heading: string): Citation[] {
  const tokens = tokensOf(text)
  const named =
    sourceInHeading(heading, tokensOf(heading)) ?? (OF_OFSTED.test(text) ? { source: 'Ofsted', kind: '' } : null)
  if (!named || !tokens.some(isNumber) || !tokens.every(isOfReferences)) return []
  const kind = tokens.some(({ text }) => kindOfReference(text)) ? '' : named.kind
  const whole = `${named.source} ${kind} ${text.trim().replace(/\s*\n\s*/g, ', ')}`
  return readReferenceColumn(`(${whole})`).map(({ ref }) => ({ source: named.source, ref, text: text.trim() }))
}

/** Priority actions and areas for improvement are Ofsted's, whoever does not say so. */
const OF_OFSTED = /\b(?:PAs?|AIs?)\b/

const isOfReferences = (token: Token): boolean =>
  /^\d/.test(token.text) ||
  isBetween(token.text) ||
  isDash(token.text) ||
  kindOfReference(token.text) !== undefined ||
  /^(?:[.()#]|to)$/.test(token.text) ||
  (token.glued && /^[a-z]$/.test(token.text))

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

/** The same for every way of writing one finding of one source, to compare many at once; null where a source is cited whole. */
export const findingKey = ({ source, ref }: Pick<Citation, 'source' | 'ref'>): string | null =>
  ref === null ? null : `${sourceKey(source)}|${refKey(ref)}`

/** Whether two references are of the same finding: `PA 27`, `PA27` and `PAs 27` are, `rec 3` and a table's `3` are; `PA 40` and `AI 40` are not. */
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

function refKey(ref: string): string {
  const spelt = ref
    .toLowerCase()
    .replace(/priority actions?/, 'pa')
    .replace(/areas? for improvement/, 'ai')
  return (spelt.match(/[a-z]+|\d+(?:\.\d+)*/g) ?? [])
    .map(part => (kindOfReference(part) ?? part).toLowerCase())
    .filter(part => part !== 'rec')
    .join('')
}

/**
 * Splits the lead of an action into the posts and organisations it names, and offers which known posts they may be. Nothing is
 * corrected or matched by itself: a person confirms.
 */
import {
  ORGANISATION_WORD,
  POST_WORD,
  SERVICE_WITH_A_HEAD,
  SHORT_FORMS,
  WORDS_OFTEN_BROKEN,
} from '../terms/post-words.ts'
import { wordIn } from '../terms/word-in.ts'
import type { Lead } from './plan-reading.ts'

/** A cell of leads is short; what is longer is prose, and only its beginning is read. */
const LONGEST = 2000

/** The posts and organisations that a lead cell names, in order. Words that stand for no one (`TBC`, a plan's name) are `unknown`. */
export function readLeads(text: string): Lead[] {
  const leads = chunksOf(text.slice(0, LONGEST)).reduce<string[]>(join, [])
  const named = [
    ...new Set(leads.map(lead => lead.trim()).filter(lead => /[a-z]/i.test(lead) && !/^n\/?a$/i.test(lead))),
  ]
  return named.map(lead => ({ text: lead, kind: kindOf(lead), offered: mendWords(lead) }))
}

/** What stands between two separators, and the separator that came before it; an empty one is none at all (`Education Police`). */
type Chunk = { text: string; mark: ';' | '\n' | '/' | ',' | '&' | ''; before: string }

function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = []
  let [from, before] = [0, '']
  for (const found of text.matchAll(/\s*([;,/&\n]|(?<=\s)and(?=\s))\s*/gi)) {
    if (!separates(text, found)) continue
    chunks.push(...sideBySide(text.slice(from, found.index), before))
    from = found.index + found[0].length
    before = found[0]
  }
  return [...chunks, ...sideBySide(text.slice(from), before)]
}

/** Not the stroke of `f/l staff`, nor the ampersand of `L&D` and `SG&QA`. */
function separates(text: string, found: RegExpExecArray): boolean {
  const [before, after] = [
    text.slice(Math.max(0, found.index - 2), found.index),
    text.slice(found.index + found[0].length, found.index + found[0].length + 2),
  ]
  if (found[0] === '&') return !/\w$/.test(before) || !/^\w/.test(after)
  if (found[0] === '/') return !/(?:^|\W)[a-z]$/i.test(before) || !/^[a-z](?![a-z])/i.test(after)
  return true
}

const AFTER_BRACKETS = /(?<=\)) +(?=[A-Z])/
const BEFORE_POST =
  /(?<!\b(?:Deputy|Assistant|Interim|Acting|Joint|Executive|Strategic|Corporate|Service|Managing|Associate)) +(?=(?:Head of|HoS|Director of|Deputy Director|Assistant Director|AD) )/
const ONE_WORD_BODY =
  /^(?:health|education|police|schools?|cafcass|probation|housing|wmp|cwpt|uhcw|ccg|nhs|partners|cgl|yos)$/i

/** Posts and bodies with nothing between them: `Director of Children's Services (DCS) Detective Chief Insp (WMP)`. */
function sideBySide(text: string, before: string): Chunk[] {
  const piece = text.replace(/\s+/g, ' ').trim()
  if (piece === '') return []
  const words = piece.split(' ')
  const parts = words.every(word => ONE_WORD_BODY.test(word))
    ? words
    : splitWhere(splitWhere([piece], AFTER_BRACKETS), BEFORE_POST)
  const mark = (/and/i.test(before) ? '&' : (/[;,/&]/.exec(before)?.[0] ?? (before ? '\n' : ''))) as Chunk['mark']
  return parts.map((part, index) => (index === 0 ? { text: part, mark, before } : { text: part, mark: '', before: '' }))
}

const splitWhere = (pieces: string[], gap: RegExp): string[] =>
  pieces.flatMap(piece => {
    const parts = piece.split(gap)
    return parts.every(part => isPost(part) || isBody(part)) ? parts : [piece]
  })

const isPost = (text: string) => POST_WORD.test(mendWords(text) ?? text)
const isBody = (text: string) => ORGANISATION_WORD.test(text)
/** Bodies that are never half of a post's name: `Head of Early Help and Schools` is not met, `DCS and Police` is. */
const SURE_BODY = /\b(?:trust|nhs|ccg|police|council|lscb|cafcass|schools|partners|agencies|smt)\b/i

/** The post's rank, which is carried over a stroke: `HoS CIN/ LAC` is HoS CIN and HoS LAC. */
const RANK = /^(?:HoS|Heads? of Service|Head of|ADs?|Assistant Directors?)\b(?: for| of|,| -)?/i

function join(leads: string[], chunk: Chunk): string[] {
  const last = leads.at(-1)
  if (last === undefined || standsAlone(last, chunk)) return [...leads, chunk.text]
  const rank = RANK.exec(last)?.[0]
  if (rank && sharesRank(last, rank, chunk)) return [...leads, `${rank.replace(/,$/, '')} ${chunk.text}`]
  const between = chunk.before.replace(/\s*\n\s*/, ' ').replace(/^and/i, ' and')
  return [...leads.slice(0, -1), `${last}${between}${chunk.text}`]
}

/** Whether a chunk names someone of its own, rather than ending the name that began before the separator. */
function standsAlone(last: string, chunk: Chunk): boolean {
  if (chunk.mark === '' || chunk.mark === ';') return true
  const isService = SERVICE_WITH_A_HEAD.test(chunk.text)
  const ranked = RANK.test(last) && isService
  if (chunk.mark === '/' && isService && !ranked) return true
  if (isPost(last))
    return isPost(chunk.text) || (!ranked && (chunk.mark === '&' ? SURE_BODY : ORGANISATION_WORD).test(chunk.text))
  if (isPost(chunk.text)) return isBody(last) || chunk.mark === '/'
  return chunk.mark !== '&' || isBody(last)
}

/** `SG & QA` is one service with one head, whatever the separator. */
const ONE_SERVICE = /\b(?:SG ?& ?QA|SC ?& ?EH)$/i

function sharesRank(last: string, rank: string, chunk: Chunk): boolean {
  if (!SERVICE_WITH_A_HEAD.test(chunk.text)) return false
  if (chunk.mark === '/') return true
  if (ONE_SERVICE.test(`${last} & ${chunk.text}`)) return false
  const service = last.slice(rank.length).trim()
  if (chunk.mark === ',') return SERVICE_WITH_A_HEAD.test(service) && service.length > 0
  return (
    chunk.mark === '&' && /^HoS/i.test(rank) && SERVICE_WITH_A_HEAD.test(service) && /^[A-Z]i?[A-Z]/.test(chunk.text)
  )
}

function kindOf(lead: string): Lead['kind'] {
  if (/\bplan$|^(?:tbc|tba|to be confirmed)\b/i.test(lead)) return 'unknown'
  return isPost(lead) ? 'post' : isBody(lead) ? 'organisation' : 'unknown'
}

/** The words with those put together that a narrow column seems to have broken (`Safeguardin g`), or null where none are. */
function mendWords(text: string): string | null {
  const words = text.split(' ')
  const mended: string[] = []
  for (let at = 0; at < words.length;) {
    const count = [3, 2].find(size => at + size <= words.length && isBroken(words.slice(at, at + size))) ?? 1
    mended.push(words.slice(at, at + count).join(''))
    at += count
  }
  return mended.length === words.length ? null : mended.join(' ')
}

const isBroken = (parts: string[]): boolean => WORDS_OFTEN_BROKEN.has(parts.join('').toLowerCase().replace('’', "'"))

/** A known post that a lead may be. `score` is 1 where the words are the same once short forms are written out. */
export type LeadMatch = { postId: number; title: string; score: number }

/** How alike two names of a post must be to be offered at all. */
const ALIKE = 0.4

/** The known posts that a lead may be, the likeliest first; for a person to choose from. */
export function matchLead(lead: Lead, known: { postId: number; title: string }[]): LeadMatch[] {
  const words = tellingWords(lead.offered ?? lead.text)
  return known
    .map(({ postId, title }) => ({ postId, title, score: likeness(words, tellingWords(title)) }))
    .filter(match => match.score >= ALIKE)
    .sort((a, b) => b.score - a.score || a.title.localeCompare(b.title))
}

/** The words of a post's name that tell it from another, short forms written out, plurals and small words gone. */
function tellingWords(name: string): Set<string> {
  const whole = name
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\(([^)]*)\)/g, ' $1 ')
  const words = (whole.match(/[a-z]+/g) ?? []).flatMap(
    word => (wordIn(SHORT_FORMS, word) ?? word).match(/[a-z]+/g) ?? [],
  )
  const telling = words.filter(
    word => !['of', 'the', 'for', 'and', 's', 'service', 'services', 'unit', 'with'].includes(word),
  )
  return new Set(telling.map(word => (word.length > 3 ? word.replace(/s$/, '') : word)))
}

function likeness(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const shared = [...a].filter(word => b.has(word)).length
  return Math.round((200 * shared) / (a.size + b.size)) / 100
}

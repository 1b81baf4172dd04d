/**
 * Whether each citation of the plan holds: does the finding exist, and are its words the ones the plan answers, or do they
 * fit another finding of the same source clearly better.
 *
 * How fit is judged. The citing words (without the citation itself) are weighed against every finding of the source and the
 * opening words of every clause: the fit is the share of their weight that the finding has too, a word weighing more the
 * fewer of the source's findings have it (squared inverse document frequency). A long finding shares words by chance, so its
 * fit is divided by 1 - `LENGTH` + `LENGTH` x its weight over the average. Another finding is named only where it fits by
 * `MARGIN` times the cited one, shares at least `SHARED` words, and covers `LEAST` of the citing words.
 *
 * How sure that is. Reading a published plan's 26 citations of its notice by eye, five are questionable: they come out at 1.18
 * or more times better elsewhere, the other 21 at 0.89 or less, so the margin stands between. With other weights and lengths
 * the same five came first. Its 21 right citations, each renumbered to every other finding (924), are all found out and
 * rightly named, as are 156 of an invented notice in other words; of a plan whose rows cite loosely, by a column of
 * references, two in three, and none of its 40 right ones is doubted. The tests repeat these counts.
 */
import { citedLabel } from '../intake/citation.ts'
import { type CitationState, type Citing, clauseOf, listCitations, resolveCitation } from './citation.ts'
import type { Plan } from './plan.ts'
import type { Finding, Source } from './source.ts'
import { readWording, sharedWords, weight, type Weights, weighWords, type Wording } from './wording.ts'

const LENGTH = 0.25
const MARGIN = 1.1
const SHARED = 2
/** A clause's opening is short and general: fewer words in common with it say nothing. */
const SHARED_WITH_OPENING = 3
const LEAST = 0.12

/** A finding, or the opening words of a clause (`finding` is null), that the citing words fit better than what they cite. */
export type BetterMatch = {
  ref: string
  finding: Finding | null
  text: string
  /** The words shared with it, most telling first; and those shared with the finding that is cited. */
  shared: string[]
  sharedWithCited: string[]
  /** How many times better it fits than the cited finding; `Infinity` where that shares no word. */
  times: number
  why: string
}

export type CheckedCitation = Citing & {
  /** `DfE Notice 5.1` */
  cites: string
  state: CitationState
  source: Source | null
  finding: Finding | null
  betterMatch: BetterMatch | null
}

export function checkCitations(plan: Plan, sources: Source[]): CheckedCitation[] {
  const prepared = new Map<Source, Candidates>()
  const candidatesOf = (source: Source) => {
    if (!prepared.has(source)) prepared.set(source, prepareCandidates(source))
    return prepared.get(source)!
  }
  return listCitations(plan).map(citing => {
    const { source, finding, state } = resolveCitation(citing.citation, sources)
    const betterMatch = source && finding ? findBetterMatch(citing, finding, candidatesOf(source), sources) : null
    return { ...citing, cites: citedLabel(citing.citation), state, source, finding, betterMatch }
  })
}

type Candidate = { ref: string; finding: Finding | null; text: string; wording: Wording; length: number }
/** `having` is which of them have a word, so that a citation is weighed only against those it shares a word with. */
type Candidates = { all: Candidate[]; having: Map<string, Candidate[]>; weights: Weights }

function prepareCandidates(source: Source): Candidates {
  const openings = new Map<string, string>()
  for (const { ref, heading } of source.findings) {
    const clause = clauseOf(ref)
    if (clause !== null && heading !== '') openings.set(clause, openingOf(heading))
  }
  const texts = [
    ...source.findings.map(finding => ({ ref: finding.ref, finding, text: finding.text })),
    ...[...openings].map(([ref, text]) => ({ ref, finding: null, text })),
  ].map(each => ({ ...each, wording: readWording(each.text) }))
  const weights = weighWords(texts.map(each => each.wording))
  const average = texts.reduce((total, each) => total + each.wording.size, 0) / texts.length
  const all = texts.map(each => ({ ...each, length: 1 - LENGTH + (LENGTH * each.wording.size) / average }))
  const having = new Map<string, Candidate[]>()
  for (const each of all)
    for (const root of each.wording.keys()) {
      const list = having.get(root)
      if (list) list.push(each)
      else having.set(root, [each])
    }
  return { all, having, weights }
}

/** The clause's own words, without the part of the source that is named before them (`Quality of practice: Improve ...`). */
const openingOf = (heading: string): string => heading.replace(/^[^:]{3,60}: (?=\S)/, '').replace(/[:;]$/, '')

function findBetterMatch(
  citing: Citing,
  cited: Finding,
  candidates: Candidates,
  sources: Source[],
): BetterMatch | null {
  const { all, weights } = candidates
  const words = readWording(withoutCitations(citing))
  const fits = fitsOf(words, candidates)
  const fit = (to: Candidate) => fits.get(to) ?? 0
  const already = citedTogether(citing, sources)
  const own = all.find(each => each.finding === cited)!
  const others = all.filter(each => each.finding === null || !already.has(each.finding))
  const best = others.reduce<Candidate | null>((top, each) => (top && fit(top) >= fit(each) ? top : each), null)
  if (best === null || fit(best) < LEAST || fit(best) < fit(own) * MARGIN) return null
  const shared = sharedWords(words, best.wording, weights)
  if (shared.length < (best.finding ? SHARED : SHARED_WITH_OPENING)) return null
  const sharedWithCited = sharedWords(words, own.wording, weights)
  const times = fit(own) === 0 ? Infinity : fit(best) / fit(own)
  const { ref, finding, text } = best
  return { ref, finding, text, shared, sharedWithCited, times, why: whyBetter(best, cited, shared, sharedWithCited) }
}

/** How well the words fit each candidate that shares one with them. */
function fitsOf(words: Wording, { having, weights }: Candidates): Map<Candidate, number> {
  const fits = new Map<Candidate, number>()
  const whole = weight(words, weights)
  for (const root of words.keys())
    for (const each of having.get(root) ?? [])
      fits.set(each, (fits.get(each) ?? 0) + weights(root) / whole / each.length)
  return fits
}

/** Findings of any source that the same action or objective cites anyway: they are no news. */
const citedTogether = (citing: Citing, sources: Source[]): Set<Finding> =>
  new Set(
    (citing.action ?? citing.objective)!.citations.flatMap(citation => resolveCitation(citation, sources).findings),
  )

function whyBetter(best: Candidate, cited: Finding, shared: string[], sharedWithCited: string[]): string {
  const what = best.finding ? `finding ${best.ref}` : `the opening words of clause ${best.ref}`
  const less = sharedWithCited.length > 0 ? `only ${quoted(sharedWithCited)}` : 'no telling word'
  return `It shares ${quoted(shared)} with ${what}, and ${less} with ${cited.ref}`
}

const quoted = (words: string[]): string => {
  const shown = words.slice(0, 6).map(word => `“${word}”`)
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** The citing text without its citations, whose own words (`Notice`, `paragraph`) would count as shared. */
export function withoutCitations(citing: Pick<Citing, 'words' | 'action' | 'objective'>): string {
  const citations = (citing.action ?? citing.objective)?.citations ?? []
  const names = citations.flatMap(({ text, source }) => [text, source]).filter(name => name !== '')
  const unbracketed = citing.words.replace(/\([^()]*\)+/g, bracket =>
    names.some(name => bracket.includes(name)) ? ' ' : bracket,
  )
  return names.reduce((text, name) => text.replaceAll(name, ' '), unbracketed)
}

/**
 * Which objective of its section an action stands under. Where a section has one, that; where it has several the plan does not say,
 * so the action is placed by a finding that both cite, then by the words they share, then under the first. Each placing of
 * the last two kinds is a reading and not the plan's word: `problemsOf` says so once a section.
 */
import { sameRef, sameSource } from './citation.ts'
import type { Citation, ObjectiveReading } from './plan-reading.ts'
import type { Section } from './plan-row.ts'

type Placed = { section: Section | null; objective: ObjectiveReading }
type Placing = { text: string; measureText: string; desiredOutcome: string; cites: Citation[] }

export function placeUnderObjective(action: Placing, section: Section | null, objectives: Placed[]): string | null {
  const candidates = objectives.filter(one => one.section === section && section !== null).map(one => one.objective)
  if (candidates.length < 2) return candidates[0]?.ref ?? null
  const cited = candidates.find(one =>
    one.cites.some(cite => cite.ref !== null && action.cites.some(other => sameCitation(cite, other))),
  )
  return (cited ?? likeliest(action, candidates)).ref
}

const sameCitation = (one: Citation, other: Citation) =>
  other.ref !== null && sameRef(one.ref!, other.ref) && sameSource(one.source, { shortName: other.source, knownAs: [] })

/** An action's own words count whole, those of its measure and outcome for less; so does a finding of the same clause; below `ENOUGH` nothing is alike. */
const BESIDE = 0.3
const SAME_CLAUSE = 0.5
const ENOUGH = 0.33

/** The objective with most of the action's words, each counting the more the fewer of the objectives have it. */
function likeliest(action: Placing, candidates: ObjectiveReading[]): ObjectiveReading {
  const [words, beside] = [wordsIn(action.text), wordsIn(`${action.measureText} ${action.desiredOutcome}`)]
  const own = candidates.map(one => wordsIn(one.text))
  const worth = (word: string) =>
    (Number(words.has(word)) + BESIDE * Number(beside.has(word))) / own.filter(others => others.has(word)).length
  const scores = own.map((these, index) =>
    [...these].reduce((sum, word) => sum + worth(word), citesSameClause(action, candidates[index]!) ? SAME_CLAUSE : 0),
  )
  const best = Math.max(...scores)
  return candidates[best >= ENOUGH ? scores.indexOf(best) : 0]!
}

/** Notice 6.2 and Notice 6.1 are of one clause. */
const citesSameClause = (action: Placing, objective: ObjectiveReading) =>
  objective.cites.some(one => action.cites.some(other => clauseOf(one) !== null && clauseOf(one) === clauseOf(other)))
const clauseOf = ({ source, ref }: Citation) => (ref?.includes('.') ? `${source} ${ref.split('.')[0]}` : null)

/** Words that tell nothing of what an objective is about. */
const COMMON = new Set(
  'lga ofsted dfe scr notice pa ai dp pr ensure ensuring children child young people that this with from their they have into which will what when where there improve improved improving effective effectively effectiveness services service social workers worker through including place order continue deliver further develop existing appropriate improvement improvements embed implement within'.split(
    ' ',
  ),
)

/** The telling words of a text without their endings, and what its capitals are short for: `Public Law Outline` is `plo` too. */
function wordsIn(text: string): Set<string> {
  const words = (text.match(/[A-Z]{2,}|[A-Za-z]{4,}/g) ?? []).map(word => word.toLowerCase())
  const short = (text.match(/\b[A-Z][a-z]+(?: (?:(?:of|and|for|the|in) )?[A-Z][a-z]+){1,5}/g) ?? []).map(name =>
    (name.match(/[A-Z]/g) ?? []).join('').toLowerCase(),
  )
  return new Set([...words.filter(word => !COMMON.has(word)).map(stem), ...short])
}

const stem = (word: string): string =>
  word.replace(/ly$/, '').replace(/(?:iveness|ions?|ives?|ings?|ies|ed|es|s|e|y)$/, '')

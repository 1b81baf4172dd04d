/**
 * Which objective of its section an action stands under. Where a section has one, that; where it has several the plan does not say,
 * so the action is placed by a finding that both cite, then by the words they share, then under the first. Each placing of
 * the last two kinds is a reading and not the plan's word: `problemsOf` says so once a section.
 */
import { findingKey } from './citation.ts'
import type { Citation, ObjectiveReading } from './plan-reading.ts'
import type { Section } from './plan-row.ts'

type Placed = { section: Section | null; objective: ObjectiveReading }
type Placing = { text: string; measureText: string; desiredOutcome: string; cites: Citation[] }

export function placeUnderObjective(action: Placing, section: Section | null, objectives: Placed[]): string | null {
  const candidates = objectives.filter(one => one.section === section && section !== null).map(one => one.objective)
  if (candidates.length < 2) return candidates[0]?.ref ?? null
  const findings = findingsOf(action.cites)
  const cited = candidates.find(one => [...tellingOf(one).findings].some(finding => findings.has(finding)))
  return (cited ?? likeliest(action, findings, candidates)).ref
}

/** An action's own words count whole, those of its measure and outcome for less, a finding of the same clause for half; below `ENOUGH` nothing is alike. */
const BESIDE = 0.3
const SAME_CLAUSE = 0.5
const ENOUGH = 0.33

/** The objective with most of the action's words, each counting the more the fewer of the objectives have it. */
function likeliest(action: Placing, findings: Set<string>, candidates: ObjectiveReading[]): ObjectiveReading {
  const worth = new Map([...wordsIn(`${action.measureText} ${action.desiredOutcome}`)].map(word => [word, BESIDE]))
  for (const word of wordsIn(action.text)) worth.set(word, 1 + (worth.get(word) ?? 0))
  const shared = candidates.map(one => [...tellingOf(one).words].filter(word => worth.has(word)))
  const holders = new Map<string, number>()
  for (const word of shared.flat()) holders.set(word, (holders.get(word) ?? 0) + 1)
  const clauses = clausesOf(findings)
  const scores = shared.map((words, index) =>
    words.reduce(
      (sum, word) => sum + worth.get(word)! / holders.get(word)!,
      [...clausesOf(tellingOf(candidates[index]!).findings)].some(clause => clauses.has(clause)) ? SAME_CLAUSE : 0,
    ),
  )
  const best = scores.reduce((one, other) => Math.max(one, other))
  return candidates[best >= ENOUGH ? scores.indexOf(best) : 0]!
}

/** What tells an objective from another, worked out once for all the actions that may stand under it. */
function tellingOf(objective: ObjectiveReading): Telling {
  const known = TELLING.get(objective)
  if (known) return known
  const telling = { words: wordsIn(objective.text), findings: findingsOf(objective.cites) }
  TELLING.set(objective, telling)
  return telling
}
type Telling = { words: Set<string>; findings: Set<string> }
const TELLING = new WeakMap<ObjectiveReading, Telling>()

const findingsOf = (cites: Citation[]) => new Set(cites.map(findingKey).filter(key => key !== null))

/** Notice 6.2 and Notice 6.1 are of one clause. */
const clausesOf = (findings: Set<string>) =>
  new Set([...findings].filter(key => /\.\d+$/.test(key)).map(key => key.replace(/\.\d+$/, '')))

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

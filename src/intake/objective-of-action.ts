/**
 * Which objective of its section an action stands under. Where a section has one, that; where it has several the plan does not say,
 * so the action is placed by a finding that both cite, then by the words they share, then under the first. Each placing of
 * the last two kinds is a reading and not the plan's word: `problemsOf` says so once a section.
 */
import type { Citation, ObjectiveReading } from './plan-reading.ts'
import type { Section } from './plan-row.ts'

type Placed = { section: Section | null; objective: ObjectiveReading }

export function placeUnderObjective(
  action: { text: string; cites: Citation[] },
  section: Section | null,
  objectives: Placed[],
): string | null {
  const candidates = objectives.filter(one => one.section === section && section !== null).map(one => one.objective)
  if (candidates.length < 2) return candidates[0]?.ref ?? null
  const cited = candidates.find(one =>
    one.cites.some(cite => cite.ref !== null && action.cites.some(other => sameCitation(cite, other))),
  )
  if (cited) return cited.ref
  const words = wordsIn(action.text)
  const best = candidates
    .map(one => ({ one, shared: [...wordsIn(one.text)].filter(word => words.has(word)).length }))
    .reduce((a, b) => (b.shared > a.shared ? b : a))
  return (best.shared >= 2 ? best.one : candidates[0]!).ref
}

const sameCitation = (one: Citation, other: Citation) => one.source === other.source && one.ref === other.ref

/** Words that tell one objective from another: not the small ones, nor those that every objective of a plan has. */
const COMMON = new Set(
  'lga ofsted dfe scr notice pa ai dp pr ensure children child young people that this with from their they have into which will what when where improve improved effective services service social workers through including plans plan place process'.split(
    ' ',
  ),
)
const wordsIn = (text: string) =>
  new Set(
    (text.match(/[A-Z]{2,}|[A-Za-z]{4,}/g) ?? [])
      .map(word => word.toLowerCase().replace(/(?:iveness|ing|ed|es|s)$/, ''))
      .filter(word => !COMMON.has(word)),
  )

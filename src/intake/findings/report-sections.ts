/**
 * Reads the lists of an inspection report that oblige: `Priority and immediate action`, `Areas for improvement`, `Recommendations`,
 * `What needs to improve`. Each item is a finding, by the number it is printed with (`PA 23`, `AI 33`) or its place in its list.
 */
import type { Problem } from '../../terms/problem.ts'
import type { Paragraph } from '../document.ts'
import type { FindingReading } from '../plan-reading.ts'
import { isHeading, isItem, isPageFoot, numbered, withoutMarks } from './numbered.ts'

/** A list that obliges, and how plans cite its items. */
const LISTS: [RegExp, string][] = [
  [/^(?:priority(?: and immediate)? actions?|immediate(?: and priority)? actions?)\b/i, 'PA'],
  [/^areas? for improvement\b/i, 'AI'],
  [/^(?:\w+ )?recommendations?\b(?!.*\.$)/i, 'rec'],
  [/^what needs to (?:improve|change)\b/i, 'rec'],
]
/** Under a heading, a numbered paragraph that begins like this is the report telling what it found, not an instruction. */
const NARRATIVE =
  /^(?:the|there|this|these|a|an|since|at|most|some|many|inspectors|children(?! and young people's plan)|young people|social workers|when|while)\b/i

type Item = { number: number | null; text: string; where: string }
type List = { kind: string; title: string; level: number; heading: string; last: number; isNumbered: boolean }

/**
 * Findings of such lists, or null where the document has none of them. `nested` says that numbered items have bullets under them: in a
 * document of clauses those are findings of their own, here they belong to their item.
 */
export function readReportSections(
  paragraphs: Paragraph[],
): { findings: FindingReading[]; problems: Problem[]; nested: boolean } | null {
  const findings: FindingReading[] = []
  const told = paragraphs.filter(paragraph => paragraph.text.trim() !== '' && !isPageFoot(paragraph))
  let [list, nested]: [List | null, boolean] = [null, false]
  for (const [index, paragraph] of told.entries()) {
    const item = itemOf(paragraph)
    if (!item) list = startsList(paragraph) ?? continued(list, paragraph, told[index + 1])
    else if (list && list.isNumbered && item.number === null) {
      findings.at(-1)!.text += `\n${item.text}`
      nested = true
    } else if (list && isNext(list, item)) findings.push(added(list, item))
    else list = null
  }
  return findings.length > 0 ? { findings, problems: repeated(findings), nested } : null
}

function added(list: List, { number, text, where }: Item): FindingReading {
  list.last = number ?? list.last + 1
  list.isNumbered = number !== null
  return { ref: `${list.kind} ${list.last}`, heading: list.heading, text, lead: null, where }
}

function itemOf(paragraph: Paragraph): Item | null {
  const { number, part, text } = numbered(paragraph)
  if (part !== null || (number === null && !isItem(paragraph)) || paragraph.heading > 0) return null
  return { number, text, where: paragraph.where }
}

function startsList(paragraph: Paragraph): List | null {
  const title = withoutMarks(paragraph.text)
  const kind = isHeading(paragraph) ? LISTS.find(([named]) => named.test(title))?.[1] : undefined
  return kind
    ? { kind, title, level: paragraph.heading, heading: title.replace(/:$/, ''), last: 0, isNumbered: false }
    : null
}

const isNext = (list: List, item: Item): boolean => item.number === null || list.last === 0 || item.number > list.last

const tells = (item: Item): boolean => item.number !== null && NARRATIVE.test(item.text)

/** A heading inside a list (`Leadership`) where an item follows it; otherwise the list is over, unless the words only introduce it. */
function continued(list: List | null, paragraph: Paragraph, next: Paragraph | undefined): List | null {
  if (!list) return null
  const [words, item] = [withoutMarks(paragraph.text), next && itemOf(next)]
  const isInside = paragraph.heading > list.level || (paragraph.heading === 0 && list.level === 0)
  const introduces = !isHeading(paragraph) || words.endsWith(':')
  if (list.last === 0 && (isInside || introduces) && !item) return list
  if (!item || !isNext(list, item) || tells(item)) return null
  if (introduces) return list
  const isNumbered = item.number !== null
  return isInside && (isNumbered || paragraph.heading > 0 || list.last === 0)
    ? { ...list, heading: `${list.title}: ${words}` }
    : null
}

function repeated(findings: FindingReading[]): Problem[] {
  const seen = new Set<string>()
  return findings.flatMap(({ ref, where }) => {
    if (!seen.has(ref)) return (seen.add(ref), [])
    return [{ where, problem: `${ref} is numbered twice: give one of them another reference` }]
  })
}

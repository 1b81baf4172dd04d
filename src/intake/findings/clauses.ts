/**
 * Reads a document of numbered clauses, such as an improvement notice: each bullet of a clause is a finding (`4.3` is the third of
 * clause 4), and so is a clause that has none. Section headings and the clause's opening words are the finding's heading.
 */
import type { Problem } from '../../terms/problem.ts'
import type { Paragraph } from '../document.ts'
import type { FindingReading } from '../plan-reading.ts'
import { isHeading, isItem, isPageFoot, numbered, withoutMarks } from './numbered.ts'

type Clause = { number: number; text: string; section: string; bullets: Bullet[]; where: string }
type Bullet = { ref: string | null; text: string; where: string }

/** Findings of the clauses, or null where the paragraphs are not numbered from 1 onwards. */
export function readClauses(paragraphs: Paragraph[]): ClauseReading | null {
  const { clauses, problems } = clausesOf(paragraphs, 1)
  return clauses.length < 3 ? null : findingsIn(clauses, problems)
}

type ClauseReading = { findings: FindingReading[]; problems: Problem[] }

const findingsIn = (clauses: Clause[], problems: Problem[]): ClauseReading => ({
  findings: clauses.flatMap(findingsOf),
  problems: [...problems, ...clauses.flatMap(oddIn)],
})

/**
 * Findings of a part of such a document, as is sent round by itself: it may begin with any clause and hold only one. Null where no
 * number stands before a paragraph, or the numbers are too few and without bullets to be clauses.
 */
export function readExcerpt(paragraphs: Paragraph[]): ClauseReading | null {
  const first = paragraphs.map(paragraph => numbered(paragraph).number).find(number => number !== null)
  if (first === undefined) return null
  const { clauses, problems } = clausesOf(paragraphs, first, true)
  if (clauses.length < 3 && !clauses.some(clause => clause.bullets.length > 1)) return null
  return findingsIn(clauses, first === 1 ? problems : [beginsLater(clauses[0]!), ...problems])
}

function beginsLater({ number, where }: Clause): Problem {
  const before = number === 2 ? 'clause 1 is' : `clauses 1 to ${number - 1} are`
  return {
    where,
    problem: `it begins with clause ${number}, so it was read as a part of a document: ${before} not in it`,
  }
}

/** How a clause grows while its paragraphs are read; `section` is the last heading, `broken` that a footnote cut in, `dotted` that `16.1` may stand without a clause 16 above it. */
type Reading = {
  first: number
  dotted: boolean
  clauses: Clause[]
  problems: Problem[]
  section: string
  broken: boolean
}

function clausesOf(paragraphs: Paragraph[], first: number, dotted = false): Reading {
  const reading: Reading = { first, dotted, clauses: [], problems: [], section: '', broken: false }
  for (const paragraph of paragraphs) {
    if (paragraph.text.trim() === '') continue
    if (isPageFoot(paragraph)) reading.broken = true
    else {
      readParagraph(reading, paragraph)
      reading.broken = false
    }
  }
  return reading
}

function readParagraph(reading: Reading, paragraph: Paragraph): void {
  const { clauses, problems } = reading
  const clause = clauses.at(-1)
  const { number, part, text } = numbered(paragraph)
  const where = paragraph.where
  if (number !== null && part === null && isNextClause(number, clause, reading.first)) {
    if (clause && number !== clause.number + 1) problems.push({ where, problem: skipped(clause.number, number) })
    clauses.push({ number, text, section: reading.section, bullets: [], where })
  } else if (clause && part !== null && number === clause.number) {
    clause.bullets.push({ ref: `${number}.${part}`, text, where })
  } else if (reading.dotted && number !== null && isNextClause(number, clause, reading.first)) {
    clauses.push({
      number,
      text: '',
      section: reading.section,
      bullets: [{ ref: `${number}.${part}`, text, where }],
      where,
    })
  } else if (clause && isItem(paragraph)) {
    addBullet(reading, clause, { ref: null, text, where })
  } else if (isHeading(paragraph) && (clause || paragraph.heading > 0 || paragraph.bold)) {
    reading.section = withoutMarks(paragraph.text)
  } else if (clause && clause.bullets.length === 0 && reading.section === clause.section) {
    clause.text = `${clause.text}\n${withoutMarks(paragraph.text)}`
  }
}

const isNextClause = (number: number, last: Clause | undefined, first: number): boolean =>
  last === undefined ? number === first : number > last.number && number <= last.number + 3

const skipped = (last: number, next: number) =>
  `clause ${next} follows clause ${last}: check that clause ${last + 1} is not missing from the file`

/** A bullet that a footnote at the foot of a page cut in two is put together again. */
function addBullet(reading: Reading, clause: Clause, bullet: Bullet): void {
  const last = clause.bullets.at(-1)
  if (reading.broken && last && /[a-z,]$/.test(last.text) && /^[a-z]/.test(bullet.text)) {
    last.text = `${last.text} ${bullet.text}`
    const problem = `a footnote stands inside a bullet of clause ${clause.number}: its two parts were read as one, check them`
    reading.problems.push({ where: last.where, problem })
  } else clause.bullets.push(bullet)
}

function findingsOf({ number, text, section, bullets, where }: Clause): FindingReading[] {
  if (bullets.length === 0) return [{ ref: String(number), heading: section, text, lead: null, where }]
  const heading = [section, text].filter(words => words !== '').join(': ')
  return bullets.map((bullet, index) => ({
    ref: bullet.ref ?? `${number}.${index + 1}`,
    heading,
    text: bullet.text,
    lead: null,
    where: bullet.where,
  }))
}

function oddIn({ number, text, bullets, where }: Clause): Problem[] {
  if (bullets.length === 0 && text.endsWith(':'))
    return [{ where, problem: `clause ${number} announces a list, but no bullets follow it` }]
  const last = bullets.at(-1)
  if (last && /;$|; and$/.test(last.text))
    return [{ where: last.where, problem: `the last bullet of clause ${number} ends as if another should follow` }]
  return []
}

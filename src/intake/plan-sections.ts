/** What a row or heading that stands across a plan names: a theme with its number, or a section with its objectives. */

export type ThemeTitle = { ref: string; title: string }
export type SectionWords = { ref: string | null; title: string; objectives: string[] }

const WORD =
  'theme|work ?stream|strand|key (?:priority )?area|priority(?: area)?|pillar|outcome|goal|aim|chapter|part|section|area|programme'
const WORDED = new RegExp(`^(${WORD})\\s+(\\d{1,2}|[A-Z]|[IVX]{1,4})\\b\\s*[:.)–—-]*\\s*(.*)$`, 'is')
const NUMBERED = /^(\d{1,2}|[A-Z])\s*[.):–—-]\s*(?!\d)(\S.*)$/s
export const DOTTED = /^(\d{1,2}(?:\.\d{1,2})+)\.?\s*[:–—-]?\s*(.*)$/s
const OBJECTIVES =
  /(?:^|[\s.])(?:(?:key|strategic|smart)\s+)?(?:objectives?|aims?|outcomes?|priority|priorities|goals?)\s*:\s*/i
const OBJECTIVE_NUMBERED = /^(?:objective|aim)\s+(\d{1,2}(?:\.\d{1,2})*[a-z]?|[A-Z])\b\s*[:.)–—-]*\s*(\S.*)$/is

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** `THEME 1 – Early Help`, `Work stream 3: Practice`: the theme's number and its title without the word and the number; else null. */
export function readThemeTitle(text: string): ThemeTitle | null {
  const match = WORDED.exec(text.trim())
  if (!match || OBJECTIVES.test(text)) return null
  const [, word, ref, title] = match
  if (/^[A-Z]$/.test(ref!) && !/^[:.)–—-]/.test(text.trim().slice(`${word} ${ref}`.length).trim())) return null
  return { ref: ref!, title: oneLine(title!) === '' ? oneLine(text) : oneLine(title!) }
}

/** A heading above a table names its theme: with a number of its own (`3. Workforce`) or without. */
export function themeOfHeading(text: string): ThemeTitle {
  const worded = readThemeTitle(text)
  if (worded) return worded
  const numbered = NUMBERED.exec(text.trim())
  return numbered ? { ref: numbered[1]!, title: oneLine(numbered[2]!) } : { ref: '', title: oneLine(text) }
}

/** `1. Leadership`, with one number and no more. */
export const isNumberedTitle = (text: string): boolean => NUMBERED.test(text.trim()) && !DOTTED.test(text.trim())

/** The title of a section and the objectives that stand with it; a row may hold either or both. The labels are not part of the words. */
export function readSection(text: string): SectionWords {
  const numbered = OBJECTIVE_NUMBERED.exec(text.trim())
  if (numbered) return { ref: null, title: '', objectives: [`${numbered[1]} ${oneLine(numbered[2]!)}`] }
  const label = OBJECTIVES.exec(text)
  const title = oneLine(label ? text.slice(0, label.index) : text)
  const objectives = label ? linesOf(text.slice(label.index + label[0].length)) : []
  return { ref: DOTTED.exec(title)?.[1] ?? null, title, objectives }
}

/** The number that an objective carries (`1.1 Improve recording`), and its words without it. */
export function readObjective(text: string): { ref: string | null; text: string } {
  const match = /^(\d{1,2}(?:\.\d{1,2})+|\d{1,2}(?=[.)]))[.):]?\s+(\S.*)$/s.exec(text)
  return match ? { ref: match[1]!, text: match[2]! } : { ref: null, text }
}

/** The mark of a list before a line is not one of its words. */
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => oneLine(line).replace(/^[•▪●○◦❖➤*·-]\s*/, ''))
    .filter(line => line !== '')

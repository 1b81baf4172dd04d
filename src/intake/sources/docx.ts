/**
 * Word documents (.docx, .docm, .dotx). Read as they would be shown with every tracked change accepted: what was inserted is
 * kept, what was deleted is left out, and so is hidden text; each is noticed. Headers, footers and comments are no part of the
 * text. Format: ECMA-376 part 1, section 17.
 */
import type { Document } from '../document.ts'
import type { Allowance } from './allowance.ts'
import type { Archive } from './archive.ts'
import { readTheme } from './colour.ts'
import { readNumbering } from './docx-numbering.ts'
import { readStory } from './docx-story.ts'
import { readStyles } from './docx-styles.ts'
import { place } from './docx-table.ts'
import type { Notices } from './notices.ts'
import { partOfType, readRelationships, type OfficePackage } from './office-package.ts'

export async function readDocx(
  archive: Archive,
  office: OfficePackage,
  allowed: Allowance,
  odd: Notices,
): Promise<Omit<Document, 'file' | 'notices'>> {
  const related = await readRelationships(archive, office.mainPart)
  const part = (type: string) => partOfType(archive, related, type)
  const styles = await readStyles(archive, part('styles'))
  const numbering = await readNumbering(archive, part('numbering'), styles)
  const theme = await readTheme(archive, part('theme'))
  const notes = new Map<string, string>()
  const reading = { styles, numbering, theme, notes, allowed, odd }
  for (const kind of ['footnotes', 'endnotes']) {
    const name = part(kind)
    if (name) await readStory(archive.open(name), reading)
  }
  if (related.some(one => one.external && one.type !== 'hyperlink')) {
    odd.add('It takes something from another file or address (a picture or template), which was not followed')
  }
  if (related.some(one => ['diagramData', 'chart', 'oleObject', 'package'].includes(one.type))) {
    odd.add('There are diagrams, charts or files put into it; their words were not read')
  }
  const blocks = await readStory(archive.open(office.mainPart), reading)
  return { format: 'docx', title: office.title, blocks: place(blocks) }
}

/** Numbers a report: sections 1, 2, 3, annexes A, B, C, their paragraphs, tables and charts; and says them where a paragraph points to one. */
import type { Block, Piece, Section, Words } from './description.ts'

/** A section before it has its number. */
export type Draft = Omit<Section, 'label' | 'annex' | 'wide'> & { annex?: boolean; wide?: boolean }

/** The sections in order, annexes last, each numbered and each pointer (`See`) turned into a link. Throws where a pointer leads nowhere. */
export function numbered(drafts: Draft[]): Section[] {
  const named = inOrder(drafts)
  const labels = new Map(named.map(section => [section.id, section.annex ? section.label : `section ${section.label}`]))
  const count = { table: 0, chart: 0 }
  return named.map(section => {
    let paragraphs = 0
    const prefix = section.label.replace('Annex ', '')
    const block = (given: Block): Block => {
      const told = pointed(given, labels)
      if (told.kind === 'paragraph') return { ...told, number: `${prefix}.${++paragraphs}` }
      if (told.kind === 'table') return { ...told, label: `Table ${++count.table}` }
      if (told.kind === 'chart') return { ...told, label: `Chart ${++count.chart}` }
      return told
    }
    return { ...section, blocks: section.blocks.map(block) }
  })
}

function inOrder(drafts: Draft[]): Section[] {
  const sections = drafts.filter(draft => !draft.annex)
  const annexes = drafts.filter(draft => draft.annex)
  return [
    ...sections.map((draft, at) => ({ wide: false, ...draft, annex: false, label: String(at + 1) })),
    ...annexes.map((draft, at) => ({ wide: false, ...draft, annex: true, label: `Annex ${letter(at)}` })),
  ]
}

/** A, B ... Z, AA, AB: as Word counts annexes. */
const letter = (at: number): string => String.fromCharCode(65 + (at % 26)).repeat(1 + Math.floor(at / 26))

function pointed(block: Block, labels: Map<string, string>): Block {
  const piece = (given: Piece): Piece => {
    if (typeof given === 'string' || !('see' in given)) return given
    const label = labels.get(given.see)
    if (label === undefined) throw new Error(`the report points to a section it does not have: ${given.see}`)
    return { link: label, to: `#${given.see}` }
  }
  const words = (given: Words) => given.map(piece)
  if (block.kind === 'paragraph') return { ...block, words: words(block.words) }
  if (block.kind === 'points' || block.kind === 'callout') return { ...block, points: block.points.map(words) }
  if (block.kind === 'table') return { ...block, rows: block.rows.map(row => row.map(words)) }
  return block
}

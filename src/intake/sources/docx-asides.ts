/** What stands beside the run of a Word text: text boxes, notes, comments. */
import { enter, leave, place, type State } from './docx-state.ts'
import type { Element, Elements } from './xml.ts'

/** Text boxes stand after the paragraph that holds them. A drawing and its copy for old versions of Word count once. */
export function boxes(state: State): Elements {
  let run: State['run'] = null
  const chosen: boolean[] = []
  const choose: Element = {
    open() {
      if (chosen.at(-1)) return 'skip'
      chosen[chosen.length - 1] = true
    },
  }
  return {
    AlternateContent: { open: () => void chosen.push(false), close: () => void chosen.pop() },
    Choice: choose,
    Fallback: choose,
    txbxContent: {
      open() {
        run = state.run
        enter(state)
      },
      close() {
        const { blocks } = leave(state)
        state.run = run
        for (const block of blocks) state.place.boxed.push(block)
      },
    },
    altChunk: { open: () => state.odd.add('A part was inserted from another file; it was not read') },
  }
}

export function notes(state: State): Elements {
  const note = (kind: string): Element => {
    let id: string | null = null
    return {
      open(attributes) {
        if (attributes.type !== undefined && attributes.type !== 'normal') return 'skip'
        id = `${kind} ${attributes.id}`
        state.outer = []
        enter(state)
      },
      close() {
        const { blocks } = leave(state)
        const words = blocks.flatMap(block => (block.kind === 'paragraph' ? [block.text] : []))
        if (id !== null) state.notes.set(id, words.join('\n').trim())
        state.place = place()
      },
    }
  }
  const reference = (kind: string): Element => ({
    open({ id }) {
      const words = state.notes.get(`${kind} ${id}`)
      if (words) state.place.paragraph?.footnotes.push(words)
    },
  })
  return {
    footnote: note('footnote'),
    endnote: note('endnote'),
    footnoteReference: reference('footnote'),
    endnoteReference: reference('endnote'),
    commentReference: { open: () => state.odd.add('There are comments in the margin; they were not read ({n})') },
  }
}

/** What the elements of a Word paragraph mean: its properties, its runs of text, its fields, boxes and notes. */
import { hex, visible } from './colour.ts'
import {
  addText,
  endParagraph,
  enter,
  leave,
  newRun,
  place as newPlace,
  properties,
  startParagraph,
  type State,
} from './docx-state.ts'
import { isOn } from './docx-styles.ts'
import { symbol } from './words.ts'
import type { Attributes, Element, Elements } from './xml.ts'

const skip: Element = { open: () => 'skip' }

export const paragraphElements = (state: State): Elements => ({
  p: { open: () => startParagraph(state), close: () => endParagraph(state) },
  ...paragraphProperties(state),
  ...runProperties(state),
  ...runContent(state),
  ...changes(state),
  ...fields(state),
  ...controls(state),
  ...boxes(state),
  ...notes(state),
  sectPr: skip,
})

function paragraphProperties(state: State): Elements {
  const set = (change: (attributes: Attributes) => object): Element => ({
    open(attributes) {
      if (state.of === 'paragraph' && state.place.paragraph) Object.assign(state.place.paragraph, change(attributes))
    },
  })
  return {
    pPr: properties(state, 'paragraph'),
    tabs: skip,
    pStyle: set(({ val }) => ({ style: val ?? null })),
    numId: set(({ val }) => ({ numbering: val ?? null })),
    ilvl: set(({ val }) => ({ level: Number(val) })),
    outlineLvl: set(({ val }) => ({ outline: Number(val) })),
  }
}

const HIGHLIGHT: Record<string, string> = {
  yellow: 'FFFF00', green: '00FF00', cyan: '00FFFF', magenta: 'FF00FF', blue: '0000FF', red: 'FF0000', darkBlue: '000080',
  darkCyan: '008080', darkGreen: '008000', darkMagenta: '800080', darkRed: '800000', darkYellow: '808000',
  darkGray: '808080', lightGray: 'C0C0C0', black: '000000',
} // prettier-ignore

function runProperties(state: State): Elements {
  const marks = properties(state, 'mark')
  const runs = properties(state, 'run')
  const set = (change: (attributes: Attributes) => object): Element => ({
    open(attributes) {
      if (state.of === 'run' && state.run) Object.assign(state.run, change(attributes))
    },
  })
  return {
    r: { open: () => void (state.run = newRun()), close: () => void (state.run = null) },
    rPr: {
      open: attributes => (state.of === 'paragraph' ? marks : runs).open?.(attributes),
      close: () => (state.of === 'mark' ? marks : runs).close?.(),
    },
    rStyle: set(({ val }) => ({ style: val ?? null })),
    b: set(on => ({ bold: isOn(on) })),
    i: set(on => ({ italic: isOn(on) })),
    vanish: set(on => ({ hidden: isOn(on) })),
    highlight: set(({ val }) => ({ shade: HIGHLIGHT[val ?? ''] ?? null })),
    shd: {
      open({ fill }) {
        const shade = visible(hex(fill))
        if (state.of === 'run' && state.run) state.run.shade ??= shade
        if (state.of === 'paragraph' && state.place.paragraph) state.place.paragraph.shade = shade
        const cell = state.outer.at(-1)?.table?.cell
        if (state.of === 'cell' && cell) cell.colour = shade
      },
    },
  }
}

function runContent(state: State): Elements {
  const add = (text: string): Element => ({
    open() {
      if (state.run) addText(state, text)
    },
  })
  return {
    t: { open: () => void (state.inText = true), close: () => void (state.inText = false) },
    tab: add('\t'),
    ptab: add('\t'),
    br: add('\n'),
    cr: add('\n'),
    noBreakHyphen: add('-'),
    sym: { open: ({ char = '' }) => addText(state, symbol(String.fromCharCode(Number.parseInt(char, 16) | 0xf000))) },
    strike: {
      open(on) {
        if (state.of === 'run' && isOn(on)) state.odd.add('Words are struck through; they were kept ({n} pieces)')
      },
    },
  }
}

/** Tracked changes, accepted. Within properties the same elements speak of the row or of the paragraph's mark. */
function changes(state: State): Elements {
  const accepted = () =>
    state.odd.add('There are tracked changes that nobody has accepted or rejected: all were taken as accepted')
  const gone: Element = {
    open() {
      accepted()
      if (state.of === 'row' && state.place.table?.row) state.place.table.row.gone = 'deleted'
      if (state.of === 'mark' && state.place.paragraph) state.place.paragraph.runsOn = true
      return 'skip'
    },
  }
  const before = [
    'pPrChange',
    'rPrChange',
    'tcPrChange',
    'trPrChange',
    'tblPrChange',
    'tblPrExChange',
    'sectPrChange',
    'tblGridChange',
    'numberingChange',
  ]
  return {
    ...Object.fromEntries(before.map(name => [name, skip])),
    del: gone,
    moveFrom: gone,
    ins: { open: accepted },
    moveTo: { open: accepted },
  }
}

function fields(state: State): Elements {
  const mark: Record<string, () => void> = {
    begin: () => void state.fields.push('code'),
    separate: () => void (state.fields.length > 0 && (state.fields[state.fields.length - 1] = 'result')),
    end: () => void state.fields.pop(),
  }
  return {
    fldChar: { open: ({ fldCharType }) => mark[fldCharType ?? '']?.() },
    instrText: skip,
    ...formFields(state),
  }
}

/** The boxes of old forms: what is ticked or chosen stands in the properties of a field, not in its result. */
function formFields(state: State): Elements {
  let chosen = 0
  let choices: string[] | null = null
  let ticked: boolean | null = null
  const show = (text: string) => {
    const own = state.fields.pop()
    addText(state, text)
    if (own) state.fields.push(own)
  }
  return {
    ddList: {
      open: () => ((choices = []), void (chosen = 0)),
      close() {
        show(choices?.[chosen] ?? '')
        choices = null
      },
    },
    result: { open: ({ val }) => void (chosen = Number(val)) },
    listEntry: { open: ({ val = '' }) => void choices?.push(val) },
    checkBox: {
      open: () => void (ticked = false),
      close() {
        show(ticked ? '☑' : '☐')
        ticked = null
      },
    },
    default: { open: on => void (choices ? (chosen = Number(on.val)) : ticked !== null && (ticked = isOn(on))) },
    checked: { open: on => void (ticked !== null && (ticked = isOn(on))) },
  }
}

const controls = (state: State): Elements => ({
  sdt: { open: () => void state.prompts.push(false), close: () => void state.prompts.pop() },
  showingPlcHdr: {
    open(on) {
      if (state.prompts.length > 0) state.prompts[state.prompts.length - 1] = isOn(on)
    },
  },
})

/** Text boxes stand after the paragraph that holds them. A drawing and its copy for old versions of Word count once. */
function boxes(state: State): Elements {
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

function notes(state: State): Elements {
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
        state.place = newPlace()
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

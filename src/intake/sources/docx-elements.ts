/** What the elements of a Word paragraph mean: its properties, its runs of text, what was changed in it. */
import { wordIn } from '../../terms/word-in.ts'
import { hex, visible } from './colour.ts'
import { boxes, notes } from './docx-asides.ts'
import { controls, fields } from './docx-fields.ts'
import { addText, endParagraph, newRun, properties, startParagraph, type State } from './docx-state.ts'
import { symbol } from './words.ts'
import { isOn, skip, type Attributes, type Element, type Elements } from './xml.ts'

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
    highlight: set(({ val }) => ({ shade: wordIn(HIGHLIGHT, val ?? '') ?? null })),
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

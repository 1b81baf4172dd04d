/** The styles of a Word document, as far as they say what a paragraph is: a heading, an item of a list, bold, hidden. */
import type { Archive } from './archive.ts'
import { isOn, readXml, type Attributes } from './xml.ts'

export type Look = { bold?: boolean; italic?: boolean; hidden?: boolean }
export type Style = Look & { name: string; basedOn?: string; outline?: number; numbering?: string; level?: number }

export type Styles = {
  /** The style with what it inherits; the document's own default paragraph style where `id` is null. */
  find(id: string | null): Style
}

const NONE: Style = { name: '' }
const MAX_CHAIN = 20

export async function readStyles(archive: Archive, part: string | null): Promise<Styles> {
  const styles = new Map<string, Style>()
  if (part !== null) await readInto(styles, archive, part)
  const resolved = new Map<string, Style>()
  return {
    find(id) {
      const key = id ?? ''
      const known = resolved.get(key) ?? inherit(styles, key)
      resolved.set(key, known)
      return known
    },
  }
}

async function readInto(styles: Map<string, Style>, archive: Archive, part: string): Promise<void> {
  let style: Style = { name: '' }
  const set = (change: (attributes: Attributes) => Partial<Style>) => ({
    open: (attributes: Attributes) => void Object.assign(style, change(attributes)),
  })
  await readXml(archive.open(part), {
    docDefaults: { open: () => 'skip' },
    tblStylePr: { open: () => 'skip' },
    style: {
      open({ styleId = '', type, default: isDefault }) {
        style = { name: '' }
        styles.set(styleId, style)
        if (type === 'paragraph' && isOn({ val: isDefault ?? '0' })) styles.set('', style)
      },
    },
    name: set(({ val = '' }) => ({ name: val })),
    basedOn: set(({ val }) => (val === undefined ? {} : { basedOn: val })),
    outlineLvl: set(({ val }) => ({ outline: Number(val) })),
    numId: set(({ val }) => (val === undefined ? {} : { numbering: val })),
    ilvl: set(({ val }) => ({ level: Number(val) })),
    b: set(on => ({ bold: isOn(on) })),
    i: set(on => ({ italic: isOn(on) })),
    vanish: set(on => ({ hidden: isOn(on) })),
  })
}

function inherit(styles: Map<string, Style>, id: string): Style {
  const chain: Style[] = []
  for (let style = styles.get(id); style && chain.length < MAX_CHAIN; style = styles.get(style.basedOn ?? '?'))
    chain.push(style)
  if (chain.length === 0) return NONE
  return Object.assign({}, ...chain.map(withOutline).toReversed(), { name: chain[0]?.name ?? '' })
}

/** `Heading 2` is a heading by its name, whether or not the style says so; the title is the first of them. */
function withOutline(style: Style): Style {
  if (style.outline !== undefined) return style
  const found = /^(?:heading ([1-9])|(title))$/i.exec(style.name)
  return found ? { ...style, outline: found[1] ? Number(found[1]) - 1 : 0 } : style
}

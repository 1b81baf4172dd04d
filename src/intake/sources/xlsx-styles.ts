/** How a workbook's cells look: their number format, fill colour, and whether they are bold or italic. Format: ECMA-376 part 1, 18.8. */
import type { Archive } from './archive.ts'
import { hex, tinted, visible, type Theme } from './colour.ts'
import { formatCode } from './number-format.ts'
import { isOn, readXml, type Attributes, type Elements } from './xml.ts'

export type CellStyle = { format: string; colour: string | null; bold: boolean; italic: boolean }

const PLAIN: CellStyle = { format: 'General', colour: null, bold: false, italic: false }
type Font = { bold: boolean; italic: boolean }
type Sheet = {
  formats: Map<number, string>
  fills: (string | null)[]
  fonts: Font[]
  indexed: string[]
  cells: Attributes[]
}

/** The style of a cell by its number; a cell without one is plain. */
export async function readCellStyles(
  archive: Archive,
  part: string | null,
  theme: Theme,
): Promise<(style: number) => CellStyle> {
  const sheet: Sheet = { formats: new Map(), fills: [], fonts: [], indexed: [], cells: [] }
  if (part === null) return () => PLAIN
  const fills: Attributes[][] = []
  await readXml(archive.open(part), {
    ...cellElements(sheet),
    ...fillElements(fills),
    indexedColors: indexedElement(sheet),
    rgbColor: { open: ({ rgb }) => void sheet.indexed.push(hex(rgb) ?? '000000') },
  })
  sheet.fills = fills.map(colours => fillColour(colours, sheet.indexed, theme))
  const styles = sheet.cells.map(({ numFmtId, fillId, fontId }): CellStyle => {
    const font = sheet.fonts[Number(fontId)]
    return {
      format: formatCode(Number(numFmtId ?? 0), sheet.formats),
      colour: sheet.fills[Number(fillId)] ?? null,
      bold: font?.bold ?? false,
      italic: font?.italic ?? false,
    }
  })
  return style => styles[style] ?? styles[0] ?? PLAIN
}

const indexedElement = (sheet: Sheet) => ({ open: () => void (sheet.indexed = []) })

function cellElements(sheet: Sheet): Elements {
  let inCells = false
  let font: Font | null = null
  return {
    numFmt: { open: ({ numFmtId, formatCode = '' }) => void sheet.formats.set(Number(numFmtId), formatCode) },
    dxfs: { open: () => 'skip' },
    cellStyleXfs: { open: () => 'skip' },
    cellXfs: { open: () => void (inCells = true), close: () => void (inCells = false) },
    xf: { open: attributes => void (inCells && sheet.cells.push(attributes)) },
    font: {
      open: () => void sheet.fonts.push((font = { bold: false, italic: false })),
      close: () => void (font = null),
    },
    b: { open: on => void (font && (font.bold = isOn(on))) },
    i: { open: on => void (font && (font.italic = isOn(on))) },
  }
}

/** Each fill's colours, as they are written: a solid pattern's first, or those of a gradient. */
function fillElements(fills: Attributes[][]): Elements {
  let solid = false
  let gradient = false
  return {
    fill: { open: () => void fills.push([]) },
    patternFill: { open: ({ patternType }) => void (solid = patternType === 'solid') },
    gradientFill: { open: () => void (gradient = true), close: () => void (gradient = false) },
    fgColor: { open: attributes => void (solid && fills.at(-1)?.push(attributes)) },
    color: { open: attributes => void (gradient && fills.at(-1)?.push(attributes)) },
  }
}

/** A theme's colours by the number a workbook gives them: light and dark are the other way round than in the theme itself. */
const THEME = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
]

function fillColour(colours: Attributes[], indexed: string[], theme: Theme): string | null {
  const [first] = colours
  if (!first) return null
  const base = first.rgb ? hex(first.rgb) : first.theme ? theme.get(THEME[Number(first.theme)] ?? '') : first.indexed ? (indexed[Number(first.indexed)] ?? INDEXED[Number(first.indexed)]) : null // prettier-ignore
  if (!base) return null
  const tint = Number(first.tint ?? 0)
  return visible(tint === 0 || Number.isNaN(tint) ? base : tinted(base, Math.max(-1, Math.min(1, tint))))
}

/** The 64 colours that workbooks have by number where they name no others; the first eight stand twice. */
const FIRST = '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF'
const INDEXED =
  `${FIRST} ${FIRST} 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080
0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF
33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333`.split(/\s+/)

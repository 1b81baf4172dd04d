/** The performance book as a table to take away: what a person sees of it, a row a measure. */
import type { Sheet } from '../web/sheet.ts'
import { type BookLine, toldBy } from './book-line.ts'
import { figureText, HIDDEN_FIGURE, overdueText } from './figure-shown.tsx'
import { halfUp } from './figure.ts'
import { iconsOf } from './icon.ts'
import { goalInWords } from './settable.ts'
import { MEASURE_AREA } from './measure.ts'
import { periodWords } from './period-words.ts'

/** Figures to one decimal as the book shows them; what is hidden of the book is hidden here. */
export const sheetOfBook = (lines: readonly BookLine[]): Sheet => ({
  headings: [
    'Area', 'Measure', 'Period', 'Figure', 'Unit', 'Numerator', 'Denominator', 'Target', 'Rating', 'Signal', 'England', 'Year of England', 'Open and overdue',
    'Definition', 'Name in the catalogue',
  ],
  rows: lines.map(line => {
    const { measure, target, rag, comparators, spc } = line
    const figure = toldBy(line)
    const england = comparators?.england.value ?? null
    return [
      MEASURE_AREA[measure.area], measure.name, figure ? periodWords(figure) : '', ...figureCells(line), target ? goalInWords(measure.unit, target) : '', rag.colour === null ? '' : rag.words,
      spc === null ? '' : iconsOf(spc).variation.words, england === null ? '' : halfUp(england), england === null ? '' : String(comparators!.year), overdueText(line.soFar ?? line.latest ?? NONE),
      String(measure.version.number), measure.id,
    ]
  }),
}) // prettier-ignore

const NONE = { openOverdue: 0 }

function figureCells(line: BookLine): string[] {
  const { measure } = line
  const figure = toldBy(line)
  if (!figure) return ['', measure.unit, '', '']
  if (figure.isHidden) return [HIDDEN_FIGURE, measure.unit, '', '']
  const { value, numerator, denominator } = figure
  const decimals = measure.valued === 'count' ? 0 : 1
  return [
    value === null ? figureText(measure, figure) : halfUp(value, decimals),
    measure.unit,
    String(Number(numerator.toFixed(1))),
    denominator === null ? '' : String(denominator),
  ]
}

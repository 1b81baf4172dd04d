/** A chart of a report as a drawing: the same SVG in the web page, Word and PDF. */
import { barsSvg } from '../web/bar.ts'
import type { Chart } from './description.ts'
import { LOOK } from './tone.ts'

/** In pixels at full size; a page scales it to its width. */
export const DRAWING_WIDTH = 720

export const drawingOf = (chart: Chart): string =>
  barsSvg({
    title: `${chart.label}: ${chart.caption}`,
    parts: chart.parts.map(({ label, tone }) => ({ key: tone, words: label, ...LOOK[tone] })),
    rows: chart.bars.map(({ label, counts }) => ({
      label,
      counts: Object.fromEntries(counts.map((count, at) => [chart.parts[at]!.tone, count])),
    })),
    width: DRAWING_WIDTH,
    labelWidth: 285,
  })

/** The same for where only the fonts that come with the product are there: Word's fallback picture and PDF. */
export const printedDrawing = (chart: Chart): string =>
  drawingOf(chart).replaceAll(
    'font-family="Arial, Helvetica, sans-serif"',
    'font-family="DejaVu Sans" font-stretch="condensed"',
  )

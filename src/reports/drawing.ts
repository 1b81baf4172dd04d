/** A chart of a report as a drawing: the same SVG in the web page, Word and PDF. */
import { barsSvg } from '../web/bar.ts'
import type { Chart } from './description.ts'
import { LOOK } from './tone.ts'

/** In pixels at full size; a page scales it to its width. */
export const DRAWING_WIDTH = 720

/** What is solid is drawn as one surface: as a pattern of tiles it would show its seams in print. */
export const drawingOf = (chart: Chart): string =>
  chart.parts.reduce((drawn, { tone }, at) => {
    const { pattern, colour } = LOOK[tone]
    return pattern === 'solid' ? drawn.replace(new RegExp(`url\\(#[\\w-]+-part${at}\\)`, 'g'), colour) : drawn
  }, patternedDrawing(chart))

const patternedDrawing = (chart: Chart): string =>
  barsSvg({
    title: `${chart.label}: ${chart.caption}`,
    parts: chart.parts.map(({ label, tone }, at) => ({ key: `part${at}`, words: label, ...LOOK[tone] })),
    rows: chart.bars.map(({ label, counts }) => ({
      label,
      counts: Object.fromEntries(counts.map((count, at) => [`part${at}`, count])),
    })),
    width: DRAWING_WIDTH,
    labelWidth: 285,
  })

/** The same with the letters that come with the product, for where only they are there: Word's fallback picture and PDF. */
export const printedDrawing = (chart: Chart): string =>
  drawingOf(chart).replaceAll(
    'font-family="Arial, Helvetica, sans-serif"',
    'font-family="DejaVu Sans" font-stretch="condensed"',
  )

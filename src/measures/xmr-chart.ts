/**
 * A series with its average, limits and signals as a drawing: plain SVG 1.1 text, the same for web pages, Word and PDF. Points
 * that are more than chance have a shape of their own, so that it reads in grey. Give the same figures in a table beside it.
 */
import { line } from 'd3-shape'
import { escaped, widthOf } from '../web/bar.ts'
import { axesSvg, FONT, type Frame, frameOf, INK } from './chart-frame.ts'
import { NOTE_LINE, notesSvg, wordsInId, wrapped } from './chart-words.ts'
import { dateInSeries } from './spacing.ts'
import type { Meaning } from './spc-icons.ts'
import { MARK, place } from './spc-marks.ts'
import { figureInWords, rangeInWords } from './figure-words.ts'
import { chartInWords, firmnessOf, pointInWords } from './spc-words.ts'
import type { Point } from './spc.ts'
import { type Drawn, drawn, figuresSeen, meaningOf, type SpcChart } from './xmr-drawing.ts'
import { comparatorSvg, linesSvg, reachOf, startsGroup } from './xmr-lines.ts'

const PLOT = 330
const KEY = 34
/** For the names of the lines. */
const MARGIN = 172

/** The drawing, with a title and description inside it that say the same in words. */
export function spcChartSvg(given: SpcChart): string {
  const chart = drawn(given)
  const { title, spc, unit, every, width } = chart
  const dates = [...new Set([...spc.points, ...chart.trajectory].map(({ on }) => on))].sort()
  const frame = frameOf({ dates, figures: figuresSeen(chart), unit, width, height: PLOT, margin: MARGIN })
  const notes = notesOf(chart).flatMap(note => wrapped(note, width * 0.9))
  const height = PLOT + KEY + notes.length * NOTE_LINE
  const id = `spc-${wordsInId(title)}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-words">`,
    `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-words">${escaped(wordsOf(chart))}</desc>`,
    axesSvg(frame, dates, every, unit),
    comparatorSvg(chart, frame),
    linesSvg(chart, frame),
    rebasesSvg(chart, frame),
    figuresSvg(chart, frame),
    keySvg(chart),
    notesSvg(notes, PLOT + KEY),
    '</svg>',
  ].join('')
}

const wordsOf = (chart: Drawn): string =>
  [chartInWords(chart.spc, chart), ...notesOf(chart).map(note => `${note.replace(/\.$/, '')}.`)].join(' ')

/** Where limits begin anew: a line between the points, with the number of its note. */
function rebasesSvg({ spc: { points } }: Drawn, frame: Frame): string {
  const starts = points.flatMap((_, at) => (at > 0 && startsGroup(points, at) ? [at] : []))
  return starts
    .map((at, before) => {
      const x = place(reachOf(points, at, frame)[0])
      const number = `<circle cx="${x}" cy="10" r="9" fill="${INK}"/><text x="${x}" y="14.5" text-anchor="middle" ${FONT} font-weight="bold" fill="#ffffff">${before + 1}</text>`
      return `<path d="M${x} 19V${frame.bottom}" stroke="${INK}" stroke-dasharray="1 3"/>${number}`
    })
    .join('')
}

/** The figures joined in order, broken where one is missing. */
function figuresSvg(chart: Drawn, { x, y }: Frame): string {
  const { spc, unit, every } = chart
  const joined = line<Point>(
    ({ on }) => place(x(on)),
    ({ value }) => place(y(value!)),
  ).defined(({ value }) => value !== null)(spc.points)
  const marks = spc.points.flatMap(point => {
    if (point.value === null) return []
    const words = `${dateInSeries(point.on, every)}: ${figureInWords(point.value, unit)}. ${pointInWords(spc, point)}`
    return [`<g><title>${escaped(words)}</title>${MARK[meaningOf(chart, point)].at(x(point.on), y(point.value))}</g>`]
  })
  return `<path d="${joined ?? ''}" fill="none" stroke="#6f777b" stroke-width="1.25"/>${marks.join('')}`
}

/** What the shapes mean, of those that are there. */
function keySvg(chart: Drawn): string {
  const there = (Object.keys(MARK) as Meaning[]).filter(meaning =>
    chart.spc.points.some(point => point.value !== null && meaningOf(chart, point) === meaning),
  )
  const isTooFew = chart.spc.groups.every(group => firmnessOf(group) === 'none') && !chart.showsEveryLimit
  let from = 8
  return there
    .map(meaning => {
      const { words, at } = MARK[meaning]
      const usual = isTooFew ? 'Too few figures to tell change from chance' : words
      const said = meaning === 'common-cause' ? usual : `${words}, more than chance`
      const mark = `${at(from, PLOT + 16)}<text x="${from + 13}" y="${PLOT + 20.5}" ${FONT} fill="${INK}">${said}</text>`
      from += 36 + Math.ceil(widthOf(said) * 1.05)
      return mark
    })
    .join('')
}

/** What has to be read with the chart: rebases with their reasons, limits that are not firm, whose the band is. */
function notesOf({ spc, every, rebases, comparator, unit, showsEveryLimit }: Drawn): string[] {
  const begun = spc.groups.slice(1).map(({ from }, at) => {
    const reason = rebases.find(({ on }) => on === from)?.reason ?? 'no reason is recorded'
    return `${at + 1}: limits were worked out afresh from ${dateInSeries(from, every)}: ${reason}`
  })
  const firmness = spc.groups.map(firmnessOf)
  const isFewAnywhere = firmness.includes('none')
  const notes = [...begun]
  if (isFewAnywhere && !showsEveryLimit) notes.push('No limits are drawn where there are fewer than 12 figures.')
  if (firmness.includes('provisional') || (isFewAnywhere && showsEveryLimit))
    notes.push('Dotted limits are provisional: they are firm from 13 figures.')
  if (spc.chart === 'p') notes.push('This is a p-chart: limits are wider where there were fewer.')
  if (comparator) {
    const { name, low, high } = comparator
    notes.push(`${low === high ? 'Others' : 'Shaded'}: ${name}, ${rangeInWords(low, high, unit)}`)
  }
  return notes
}

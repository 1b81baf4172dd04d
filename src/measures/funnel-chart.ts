/**
 * A funnel plot as a drawing: plain SVG 1.1 text, the same for web pages, Word and PDF. Each kind of authority has a shape of its own, so
 * that it reads in grey. Give the same figures in a table beside it.
 */
import { extent, max } from 'd3-array'
import { scaleLinear, scaleSqrt } from 'd3-scale'
import { line } from 'd3-shape'
import { escaped, widthOf } from '../web/bar.ts'
import { FONT, INK } from './chart-frame.ts'
import { lineNamesSvg, NOTE_LINE, notesSvg, wordsInId, wrapped } from './chart-words.ts'
import { figureInWords } from './figure-words.ts'
import { type Funnel, FUNNEL_ROLE, type FunnelLimits, type FunnelPoint, type FunnelRole } from './funnel.ts'
import { funnelInWords, pointInWords } from './funnel-words.ts'
import { place } from './spc-marks.ts'

export type FunnelChart = {
  title: string
  funnel: Funnel
  /** What is counted along the bottom: `Referrals in the year`. */
  outOf: string
  /** Whose figures they are, of which year. */
  source: string
  width?: number
}

const PLOT = 330
const KEY = 34
const MARGIN = 132
const COLOUR = { middle: '#383f43', near: '#505a5f', far: '#505a5f' }

const MARK: Record<FunnelRole, (x: number, y: number) => string> = {
  other: (x, y) =>
    `<circle cx="${place(x)}" cy="${place(y)}" r="3.5" fill="#ffffff" stroke="#6f777b" stroke-width="1.25"/>`,
  group: (x, y) => shape(x, y, '#1d70b8', 'M-5-5h10v10h-10z'),
  own: (x, y) => shape(x, y, INK, 'M0-9 9 0 0 9-9 0z'),
}
const shape = (x: number, y: number, colour: string, path: string) =>
  `<path transform="translate(${place(x)} ${place(y)})" d="${path}" fill="${colour}" stroke="#ffffff" stroke-width="1"/>`

type Frame = {
  x: (denominator: number) => number
  y: (share: number) => number
  across: { at: number; words: string }[]
  up: { at: number; words: string }[]
  left: number
  right: number
  top: number
  bottom: number
}

/** The drawing, with a title and description inside it that say the same in words. */
export function funnelSvg({ title, funnel, outOf, source, width = 760 }: FunnelChart): string {
  const frame = frameOf(funnel, width)
  const notes = wrapped(`Along the bottom: ${outOf.toLowerCase()}. ${source}`, width * 0.9)
  const height = PLOT + KEY + notes.length * NOTE_LINE
  const id = `funnel-${wordsInId(title)}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-words">`,
    `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-words">${escaped(funnelInWords(funnel))}</desc>`,
    axesSvg(frame),
    limitsSvg(funnel, frame),
    ...funnel.points.map(point => pointSvg(point, frame)),
    keySvg(funnel),
    notesSvg(notes, PLOT + KEY),
    '</svg>',
  ].join('')
}

/** Everything that was counted is seen; limits of an authority smaller than any are not. */
function frameOf({ points, overall }: Funnel, width: number): Frame {
  const [low = 0, high = 100] = extent([...points.map(({ value }) => value), overall])
  const room = Math.max(2, (high - low) * 0.12)
  const y = scaleLinear([Math.max(0, low - room), Math.min(100, high + room)], [PLOT - 28, 24])
  const up = y.ticks(5).map(at => ({ at: y(at), words: figureInWords(at, '%') }))
  const left = Math.ceil(max(up, ({ words }) => widthOf(words)) ?? 0) + 14
  const right = width - MARGIN
  const most = max(points, ({ denominator }) => denominator)!
  const x = scaleSqrt([0, most * 1.04], [left, right])
  return { x, y, across: namedAlong(x, most), up, left, right, top: 24, bottom: PLOT - 28 }
}

/** Round numbers as far apart as their words need: those at the small end stand further apart on this scale. */
function namedAlong(x: (denominator: number) => number, most: number): Frame['across'] {
  const round = [0, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 20_000, 40_000].filter(at => at <= most)
  const kept: Frame['across'] = []
  for (const at of round) {
    const words = at.toLocaleString('en-GB')
    if (kept.length === 0 || x(at) - kept.at(-1)!.at > 44) kept.push({ at: x(at), words })
  }
  return kept
}

function axesSvg({ up, across, left, right, bottom }: Frame): string {
  const lines = up.map(
    ({ at, words }) =>
      `<path d="M${left} ${place(at)}H${right}" stroke="#dcdfe2"/><text x="${left - 8}" y="${place(at + 4.5)}" text-anchor="end" ${FONT} fill="${INK}">${words}</text>`,
  )
  const along = across.map(
    ({ at, words }) =>
      `<path d="M${place(at)} ${bottom}v5" stroke="${INK}"/><text x="${place(at)}" y="${bottom + 20}" text-anchor="middle" ${FONT} fill="${INK}">${words}</text>`,
  )
  return `${lines.join('')}<path d="M${left} ${bottom}H${right}" stroke="${INK}"/>${along.join('')}`
}

/** The limits, each where it is on the drawing, and the middle; each is named at its right end. */
function limitsSvg({ curve, overall }: Funnel, frame: Frame): string {
  const { x, y, left, right, top, bottom } = frame
  const drawn = (name: keyof FunnelLimits, dashes: string) => {
    const path = line<Funnel['curve'][number]>(
      ({ denominator }) => place(x(denominator)),
      limits => place(y(limits[name])),
    ).defined(limits => y(limits[name]) >= top - 1 && y(limits[name]) <= bottom + 1)(curve)
    return `<path d="${path ?? ''}" fill="none" stroke="${COLOUR.near}" stroke-width="1.5" stroke-dasharray="${dashes}"/>`
  }
  const ends = curve.at(-1)!
  const named = (words: string, share: number) => ({ words, x: x(ends.denominator), y: y(share), colour: COLOUR.near })
  return [
    `<path d="M${left} ${place(y(overall))}H${right}" stroke="${COLOUR.middle}" stroke-width="1.5"/>`,
    drawn('farLower', '7 4'),
    drawn('farUpper', '7 4'),
    drawn('lower', '2 4'),
    drawn('upper', '2 4'),
    lineNamesSvg(
      [
        named('99.8% limit', ends.farUpper),
        named('95% limit', ends.upper),
        named(`All ${figureInWords(overall, '%')}`, overall),
        named('95% limit', ends.lower),
        named('99.8% limit', ends.farLower),
      ],
      frame,
    ),
  ].join('')
}

function pointSvg(point: FunnelPoint, { x, y }: Frame): string {
  const [at, up] = [x(point.denominator), y(point.value)]
  return `<g><title>${escaped(pointInWords(point))}</title>${MARK[point.role](at, up)}</g>`
}

/** What the shapes mean, of those that are there. */
function keySvg({ points }: Funnel): string {
  let from = 10
  return (Object.keys(FUNNEL_ROLE) as FunnelRole[])
    .filter(role => points.some(point => point.role === role))
    .map(role => {
      const own = points.find(point => point.role === 'own')
      const said = role === 'own' ? own!.name : FUNNEL_ROLE[role]
      const mark = `${MARK[role](from, PLOT + 16)}<text x="${from + 15}" y="${PLOT + 20.5}" ${FONT} fill="${INK}">${escaped(said)}</text>`
      from += 42 + Math.ceil(widthOf(said) * 1.05)
      return mark
    })
    .join('')
}

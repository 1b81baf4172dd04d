/**
 * The two icons of a measure: how it varies, and whether its target can be relied on. Shape and a letter say what colour says, and the
 * words go with them: H and L are the way the figures go, P passes its target, F fails it, and ? does either by chance.
 */
import { escaped } from '../web/bar.ts'
import { type Assurance, type Meaning, type Variation, variationOf } from './spc-icons.ts'
import { MARK } from './spc-marks.ts'
import { firmnessOf, tellingSignal } from './spc-words.ts'
import type { Spc } from './spc.ts'

export type Icon = { words: string; svg: string }

/** The icons of a series. Of too few figures nothing is claimed, and of provisional limits nothing about the target. */
export function iconsOf(spc: Spc): { variation: Icon; assurance: Icon | null } {
  const [point, group] = [spc.points.at(-1)!, spc.groups.at(-1)!]
  const signal = tellingSignal(spc, point)
  const isTooFew = point.value === null || (signal === null && firmnessOf(group) === 'none')
  return {
    variation: variationIcon(variationOf(signal, spc.direction), isTooFew),
    assurance: assuranceIcon(spc.assurance, firmnessOf(group) === 'firm' && point.lower !== null),
  }
}

function variationIcon({ meaning, towards }: Variation, isTooFew: boolean): Icon {
  if (isTooFew) return drawn('Too few figures to tell change from chance', DISC, '#6f777b', letter('…', 24))
  if (towards === null) return drawn('No sign of change: only chance', DISC, MARK[meaning].colour, WAVE)
  const way = towards === 'high' ? 'higher' : 'lower'
  const art = `${POINTER[towards]}${letter(towards === 'high' ? 'H' : 'L', towards === 'high' ? 31 : 25)}`
  return drawn(`${CHANGED[meaning]}: ${way} than before`, OUTLINE[meaning], MARK[meaning].colour, art)
}

function assuranceIcon(assurance: Assurance | null, isFirm: boolean): Icon | null {
  if (assurance === null) return null
  if (!isFirm) return drawn('Too few figures to judge the target', SQUARE, '#6f777b', letter('…', 24))
  const { words, colour, sign } = ASSURED[assurance]
  return drawn(words, SQUARE, colour, letter(sign, 27))
}

const ASSURED: Record<Assurance, { words: string; colour: string; sign: string }> = {
  'consistent-pass': { words: 'The target will be met unless something changes', colour: '#1d70b8', sign: 'P' },
  'consistent-fail': { words: 'The target will be missed unless something changes', colour: '#c4500b', sign: 'F' },
  inconsistent: { words: 'The target will be hit or missed by chance', colour: '#6f777b', sign: '?' },
}
const CHANGED: Record<Meaning, string> = {
  'common-cause': 'No sign of change',
  improvement: 'Better',
  concern: 'Worse',
  neutral: 'Changed',
}

/** In a square of 40. How it varies is a disc; worse has the corners of a stop sign, and changed stands on its point. A target is square. */
const DISC = '<circle cx="20" cy="20" r="17.5"/>'
const SQUARE = '<rect x="3" y="3" width="34" height="34" rx="4"/>'
const OUTLINE: Record<Meaning, string> = {
  'common-cause': DISC,
  improvement: DISC,
  concern: '<path d="M12.5 2.5h15l10 10v15l-10 10h-15l-10-10v-15z"/>',
  neutral: '<path d="M20 1.5 38.5 20 20 38.5 1.5 20z"/>',
}
const WAVE = '<path d="M8 22c3-8 6-8 9-2s6 6 9-1 4-5 6-2" fill="none" stroke="#0b0c0c" stroke-width="2.5"/>'
const POINTER = {
  high: '<path d="m20 6 6 7H14z" fill="#0b0c0c"/>',
  low: '<path d="m20 34 6-7H14z" fill="#0b0c0c"/>',
}

const letter = (sign: string, base: number) =>
  `<text x="20" y="${base}" text-anchor="middle" font-family="Arial, Helvetica, sans-serif" font-size="18" font-weight="bold" fill="#0b0c0c">${sign}</text>`

const drawn = (words: string, outline: string, colour: string, art: string): Icon => ({
  words,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="40" height="40" role="img" aria-label="${escaped(words)}"><title>${escaped(words)}</title><g fill="#ffffff" stroke="${colour}" stroke-width="3">${outline}</g>${art}</svg>`,
})

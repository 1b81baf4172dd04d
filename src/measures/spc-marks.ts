/** How a point is drawn by what it means: shape first, then colour, so that it reads in grey. Each colour has a contrast of 3 to white. */
import type { Meaning } from './spc-icons.ts'

export const MARK: Record<Meaning, { words: string; colour: string; at: (x: number, y: number) => string }> = {
  'common-cause': {
    words: 'As expected',
    colour: '#6f777b',
    at: (x, y) => `<circle cx="${place(x)}" cy="${place(y)}" r="4" fill="#6f777b"/>`,
  },
  improvement: { words: 'Better', colour: '#1d70b8', at: (x, y) => shape(x, y, '#1d70b8', 'M0-7.5 7 5H-7z') },
  concern: { words: 'Worse', colour: '#c4500b', at: (x, y) => shape(x, y, '#c4500b', 'M0 7.5 7-5H-7z') },
  neutral: { words: 'Changed', colour: '#490092', at: (x, y) => shape(x, y, '#490092', 'M-5-5h10v10h-10z') },
}

const shape = (x: number, y: number, colour: string, path: string) =>
  `<path transform="translate(${place(x)} ${place(y)})" d="${path}" fill="${colour}" stroke="#ffffff" stroke-width="1"/>`

/** A place in a drawing, to a tenth of a pixel. */
export const place = (number: number): number => Math.round(number * 10) / 10

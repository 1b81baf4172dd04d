/** What a funnel plot shows, in words. */
import { figureInWords } from './figure-words.ts'
import { type Funnel, FUNNEL_PLACE, type FunnelPoint } from './funnel.ts'

/** Where the authority lies, where its group lies, and how much authorities differ by more than chance. */
export function funnelInWords({ overall, points }: Funnel): string {
  const own = points.find(({ role }) => role === 'own')
  const group = points.filter(({ role }) => role === 'group')
  const others = points.filter(({ role }) => role !== 'own')
  const far = others.filter(({ place }) => place.startsWith('far'))
  return [
    `The ${others.length} authorities that have a figure, together: ${figureInWords(overall, '%')}.`,
    own && `${pointInWords(own)}.`,
    group.length > 0 && groupInWords(group),
    `${far.length} of ${others.length} authorities lie outside the 99.8% limits${
      far.length > others.length / 20
        ? ': they differ by more than chance, so to lie outside says that an authority differs, not why.'
        : '.'
    }`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** `Aldermere: 87.4% (214 of 245), above the 95% limit`. */
export const pointInWords = ({ name, value, numerator, denominator, place }: FunnelPoint): string =>
  `${name}: ${figureInWords(value, '%')} (${whole(numerator)} of ${whole(denominator)}), ${FUNNEL_PLACE[place]}`

const whole = (number: number) => number.toLocaleString('en-GB')

function groupInWords(group: readonly FunnelPoint[]): string {
  const [above, below] = [count(group, 'above'), count(group, 'below')]
  return `Of its comparison group of ${group.length}, ${above} lie above the 95% limit and ${below} below it.`
}

const count = (points: readonly FunnelPoint[], side: 'above' | 'below') =>
  points.filter(({ place }) => place.endsWith(side)).length

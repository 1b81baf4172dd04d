/** The record in words: what was done as a board would say it, and when as a clock in London showed it. */
import type { Entry } from './record-store.ts'

/** `rate-action` as `Rate action`. */
export const inWords = (kind: string): string => {
  const words = kind.replaceAll('-', ' ')
  return words[0]!.toUpperCase() + words.slice(1)
}

/** What it was about: a thing and its number, how many children were shown, or the page that was refused, with why and how often. */
export function aboutIn({ about, aboutId, children, page, refused, times }: Entry): string {
  if (page !== null) {
    const why = refused === null ? '' : `, ${inWords(refused).toLowerCase()}`
    return `${page || 'No page'}${why}${times !== null && times > 1 ? `, ${times} times` : ''}`
  }
  if (children !== null) return `${inWords(about)}: ${children === 1 ? '1 child' : `${children} children`}`
  return aboutId === null ? inWords(about) : `${inWords(about)} ${aboutId}`
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

export const momentOf = (at: Date): string => CLOCK.format(at).replace('Sept', 'Sep')

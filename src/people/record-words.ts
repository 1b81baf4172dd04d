/** The record in words: what was done as a board would say it, and when as a clock in London showed it. */
import { nameOf, type Names } from './record-names.ts'
import type { Entry } from './record-store.ts'

/** `rate-action` as `Rate action`. */
export const inWords = (kind: string): string => {
  const words = kind.replaceAll('-', ' ')
  return words[0]!.toUpperCase() + words.slice(1)
}

/** What it was about: a thing by its name, how many children were shown, what was taken away, or the page that was refused, with why and how often. */
export function aboutIn(entry: Entry, names: Names): string {
  const { kind, about, aboutId, isOwn, children, page, refused, times } = entry
  if (children !== null) return `${inWords(about)}: ${children === 1 ? '1 child' : `${children} children`}`
  if (kind === 'export') return copyIn(nameOf(names, entry)?.text ?? null, page ?? '')
  if (page !== null) {
    const why = refused === null ? '' : `, ${inWords(refused).toLowerCase()}`
    return `${page ? `Page ${page}` : 'No page'}${why}${times !== null && times > 1 ? `, ${times} times` : ''}`
  }
  if (isOwn) return 'Their own account'
  return nameOf(names, entry)?.text ?? (aboutId === null ? inWords(about) : `${inWords(about)} ${aboutId}`)
}

/** What is taken away from pages that have no one thing of their own. */
const COPY: Record<string, string> = {
  '/plan/register': 'Plan register',
  '/measures': 'Performance book',
  '/measures/of/:measure/children': 'The children behind a measure',
  '/data/quality/:what/records': 'Records that something is wrong with',
  '/data/template': 'Template of an extract',
  '/record': 'The record',
}

const FILE: Record<string, string> = { csv: 'CSV', xlsx: 'Excel', docx: 'Word', pdf: 'PDF', zip: 'ZIP' }

function copyIn(name: string | null, page: string): string {
  const [, start, ending] = /^(.*?)(?:\.(\w+))?$/.exec(page)!
  const words = name ?? COPY[start!] ?? page
  return ending === undefined || words === page ? words : `${words} (${FILE[ending] ?? ending})`
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

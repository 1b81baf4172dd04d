/** What a plan's own rating words and colours say in the two ratings kept here. What is not plain is left unrated, never guessed. */
import type { RatingReading } from '../intake/plan-reading.ts'
import { DELIVERY, type Delivery, IMPACT, type Impact } from './action.ts'

/** Only words that say a rating and nothing else: "75% complete", "to be completed" and "not delayed" say no rating of ours. */
const DELIVERY_SAID: Record<Delivery, string> = {
  completed: '(?:fully |now )?complet(?:e|ed)|done|closed|achieved|delivered',
  'on-hold': 'on hold|paused|suspended',
  'not-started': 'not (?:yet )?started|yet to (?:start|begin)|not due|not yet due',
  delayed:
    'delayed|stalled|delayed or stalled|off (?:track|target|task|course)|overdue|behind(?: schedule)?|slipp(?:ed|ing)',
  'on-task': 'on[ -](?:task|track|target|course|schedule)|in progress|progressing|started|under ?way',
}

const IMPACT_SAID: Record<Impact, string> = {
  none: '(?:no|little) (?:impact|progress|evidence)(?: made| seen| yet)?',
  starting: '(?:progress|impact|improvement) starting|(?:some|early) (?:impact|progress|improvement)(?: made| seen)?',
  made: '(?:progress|impact|improvement) (?:made|seen|shown|evident|evidenced|achieved)|embedded',
}

/** Where rating cells that say no rating plainly are kept with an action, word for word. */
export const RATING_LEFT = {
  delivery: 'Delivery rating in the document',
  impact: 'Impact rating in the document',
} as const

/** The delivery rating that a document's words mean by its own key; null where they do not say. A bare colour says nothing without a key. */
export const deliveryOf = (read: RatingReading | null): Delivery | null => meant(read, DELIVERY_SAID, DELIVERY)

/** The impact rating that a document's words mean by its own key; null where they do not say. */
export const impactOf = (read: RatingReading | null): Impact | null => meant(read, IMPACT_SAID, IMPACT)

/** What the key makes of it, where the document has a key; else the cell's own words, if all of them say one rating. */
function meant<Key extends string>(
  read: RatingReading | null,
  said: Record<Key, string>,
  names: Record<Key, string>,
): Key | null {
  const words = plain(read?.meaning || read?.text || '')
  if (words === '') return null
  return (
    (Object.keys(said) as Key[]).find(
      key => words === plain(names[key]) || new RegExp(`^(?:${said[key]})$`).test(words),
    ) ?? null
  )
}

/** Lower case, without the colour's name or "action" before the words, and without marks around them. */
const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s.:–-]+|[\s.:–!-]+$/g, '')
    .replace(/^(?:blue|green|amber|yellow|red|grey|gray|purple)\s*[:–(-]\s*/, '')
    .replace(/\)$/, '')
    .replace(/^actions? (?=complet|not|on|delay|in)/, '')
    .trim()

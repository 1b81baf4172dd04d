/** What a plan's own rating words and colours say in the two ratings kept here. What is not plain is left unrated, never guessed. */
import type { RatingReading } from '../intake/plan-reading.ts'
import { DELIVERY, type Delivery, IMPACT, type Impact } from './action.ts'

const DELIVERY_WORDS: [RegExp, Delivery][] = [
  [/\b(complete[d]?|done|achieved|closed|delivered)\b/i, 'completed'],
  [/\b(on hold|paused|suspended)\b/i, 'on-hold'],
  [/\b(not (yet )?started|not due|yet to start)\b/i, 'not-started'],
  [/\b(delay(ed)?|stalled|off (track|target|task)|overdue|behind|at risk|slipp(ed|ing))\b/i, 'delayed'],
  [/\b(on (task|track|target|course|schedule)|in progress|progressing|started|under ?way)\b/i, 'on-task'],
]

const IMPACT_WORDS: [RegExp, Impact][] = [
  [/\b(no|little|limited) (impact|progress|evidence)\b/i, 'none'],
  [/\b(starting|some|early|beginning|partial)\b/i, 'starting'],
  [/\b(progress|impact|improvement) (made|seen|shown|evident|evidenced|achieved)\b|\bmade\b|\bembedded\b/i, 'made'],
]

/** The delivery rating that a document's words mean by its own key; null where they do not say. A bare colour says nothing without a key. */
export const deliveryOf = (read: RatingReading | null): Delivery | null => meant(read, DELIVERY_WORDS, DELIVERY)

/** The impact rating that a document's words mean by its own key; null where they do not say. */
export const impactOf = (read: RatingReading | null): Impact | null => meant(read, IMPACT_WORDS, IMPACT)

function meant<Key extends string>(
  read: RatingReading | null,
  words: [RegExp, Key][],
  names: Record<Key, string>,
): Key | null {
  const said = `${read?.meaning ?? ''} ${read?.text ?? ''}`.trim()
  if (said === '') return null
  const named = (Object.keys(names) as Key[]).find(key => said.toLowerCase().includes(names[key].toLowerCase()))
  return named ?? words.find(([pattern]) => pattern.test(said))?.[1] ?? null
}

/** Months and years as people write them: `Sept`, `September`, `'16`, `2016`. */

const NAMES = [
  ['january', 'jan'],
  ['february', 'feb', 'febuary'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]

const NUMBERED = new Map(NAMES.flatMap((names, index) => names.map(name => [name, index + 1] as const)))

/** Every way a month is written, longest first, for building patterns. */
export const MONTH_WORDS: readonly string[] = [...NUMBERED.keys()].sort((a, b) => b.length - a.length)

/** The month's number (1 is January), whatever its case, or null where the word is no month. */
export const monthNamed = (word: string): number | null => NUMBERED.get(word.toLowerCase().replace(/\.$/, '')) ?? null

/** The year that two or four digits name; two digits are always this century, because a plan looks forward. */
export const yearNamed = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))

/**
 * Puts together words that a narrow column broke in two (`Marc h 2016`, `Dec emb er 15`, `On- goin g`), where they make a whole
 * month or "ongoing". For reading only: the words as printed are what is kept. A short form of a month is never put together,
 * because `a pr` is more likely to be something else.
 */
export function mendDateWords(text: string): string {
  const whole = (broken: string) => broken.replaceAll(' ', '')
  const mended = text.replace(BROKEN_ONGOING, broken => (/^ongoing$/i.test(broken) ? broken : 'ongoing'))
  return BROKEN_MONTHS.reduce((so, broken) => so.replace(broken, whole), mended)
}

const spread = (word: string) => [...word].join(' ?')
const BROKEN_ONGOING = /\bo ?n ?[-‐-―]? ?g ?o ?i ?n ?g\b/gi
const BROKEN_MONTHS = NAMES.map(([name]) => new RegExp(`\\b${spread(name!)}\\b`, 'gi'))

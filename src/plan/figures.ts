/** Shares and lengths of time in the words of a plan: `45 days`, `90%`, `12 monthly`, `every two years`. Dates and references are none. */

export type Unit = '%' | 'hours' | 'days' | 'working days' | 'weeks' | 'months'

/** `upTo` is the higher end of a range (`9-12 months`), else null. `text` is how the plan writes it, `at` where. */
export type Figure = { value: number; upTo: number | null; unit: Unit; text: string; at: number }

const NUMBER_WORDS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
}
const NUMBER = `\\d+(?:\\.\\d+)?|${Object.keys(NUMBER_WORDS).join('|')}`
const UNIT =
  '%|per ?cent|working[- ]days?|calendar[- ]days?|days?|hours?|hrs?|weeks?|weekly|months?|monthly|years?|yearly'
const QUANTITY = new RegExp(`\\b(${NUMBER})(?:\\s*(?:-|–|to)\\s*(${NUMBER}))?[\\s-]*(${UNIT})(?![a-z])`, 'gi')
const BY_WORD: [RegExp, number, Unit][] = [
  [/\b(annual(ly)?|yearly|every year|once a year)\b/gi, 12, 'months'],
  [/\b(six[- ]monthly|twice a year|half[- ]yearly)\b/gi, 6, 'months'],
  [/\b(quarterly)\b/gi, 3, 'months'],
]

export function figuresIn(text: string): Figure[] {
  const found = Array.from(text.matchAll(QUANTITY), ({ 0: written, 1: from, 2: to, 3: unit, index }): Figure => {
    const [value, upTo] = [numberOf(from!), to ? numberOf(to) : null]
    return { ...inUnit(value, upTo, unit!), text: written, at: index }
  })
  const byWord = BY_WORD.flatMap(([pattern, value, unit]) =>
    Array.from(text.matchAll(pattern), ({ 0: written, index }) => ({
      value,
      upTo: null,
      unit,
      text: written,
      at: index,
    })),
  )
  return [...found, ...byWord.filter(one => !found.some(other => other.at === one.at))]
}

const numberOf = (written: string): number => NUMBER_WORDS[written.toLowerCase()] ?? Number(written)

function inUnit(value: number, upTo: number | null, unit: string): { value: number; upTo: number | null; unit: Unit } {
  const word = unit.toLowerCase()
  if (word === '%' || word.startsWith('per')) return { value, upTo, unit: '%' }
  if (word.startsWith('working')) return { value, upTo, unit: 'working days' }
  if (word.startsWith('h')) return { value, upTo, unit: 'hours' }
  if (word.startsWith('week')) return { value, upTo, unit: 'weeks' }
  if (word.startsWith('month')) return { value, upTo, unit: 'months' }
  if (word.startsWith('year')) return { value: value * 12, upTo: upTo && upTo * 12, unit: 'months' }
  return { value, upTo, unit: 'days' }
}

/** About how many calendar days a length of time is, for comparing lengths said in different units; a working day is 7/5 of a day. Null for a share. */
export function inDays({ value, unit }: Pick<Figure, 'value' | 'unit'>): number | null {
  if (unit === '%') return null
  return value * { hours: 1 / 24, days: 1, 'working days': 7 / 5, weeks: 7, months: 30.44 }[unit]
}

/**
 * Numbers and dates as a workbook shows them. A date is shown in its cell's own format, with two differences that keep its
 * meaning: a format that puts the month first in figures (American) is turned to day first, and one that shows a day or month
 * without a year gets the year that the cell holds. Format codes: ECMA-376 part 1, 18.8.30 and 18.8.31.
 */

/** The formats that have a number and no code. 14 and 22 follow the machine's region: here, as England writes them. */
const BUILT_IN: Record<number, string> = {
  1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 5: '£#,##0', 6: '£#,##0', 7: '£#,##0.00', 8: '£#,##0.00', 9: '0%', 10: '0.00%',
  14: 'dd/mm/yyyy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss',
  22: 'dd/mm/yyyy hh:mm', 37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss',
} // prettier-ignore

export const formatCode = (id: number, custom: Map<number, string>): string =>
  short(custom.get(id)) ?? BUILT_IN[id] ?? 'General'

/** Excel takes no longer code. */
const short = (code: string | undefined) => (code !== undefined && code.length <= 255 ? code : undefined)

const DAY_MS = 86_400_000
/** Day 0 of the two calendars that Excel counts in. It takes 1900 for a leap year, so that its day 60 never was. */
const DAY_0 = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) }
const LAST_DAY = 2_958_465

export function shown(value: number, code: string, calendar: 1900 | 1904): string {
  const section = sectionFor(value, code)
  if (!isDateFormat(section)) return number(value, section)
  const first = calendar === 1900 && /[dy]/i.test(section) ? 1 : 0
  return (value >= first && value <= LAST_DAY && date(value, section, calendar)) || plainNumber(value)
}

/** A format may have a section each for positive, negative and zero. */
function sectionFor(value: number, code: string): string {
  const sections = code.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])+/g) ?? [code]
  const second = sections[1]
  if (value < 0 && second !== undefined && !/^General$/i.test(second)) return second
  return (value === 0 ? sections[2] : undefined) ?? sections[0] ?? code
}

/** The parts of a format: quoted text, escaped letters, brackets and runs of one letter. */
const TOKEN = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM\/PM|A\/P|General|([dmyhsebg])\1*|./gi

/** Whether a format shows a number as a date or time. */
export const isDateFormat = (code: string) =>
  (code.match(TOKEN) ?? []).some(token => /^([dmyhs])\1*$/i.test(token) || /^\[([hms])\1*\]$/i.test(token))

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

function date(serial: number, code: string, calendar: 1900 | 1904): string {
  const days = calendar === 1900 && serial < 60 ? serial + 1 : serial
  const at = new Date(DAY_0[calendar] + Math.round((days * DAY_MS) / 1000) * 1000)
  const tokens: string[] = code.replace(/^\[\$-[xF]?F800\].*$/i, 'dd mmmm yyyy').match(TOKEN) ?? []
  const clock = tokens.some(token => /^A(M\/PM|\/P)$/i.test(token)) ? 12 : 24
  return withDay(withMinutes(tokens)).map(token => datePart(token, at, serial, clock)).join('').trim() // prettier-ignore
}

/** `m` is minutes after hours or before seconds; it is marked `n` here. */
function withMinutes(tokens: string[]): string[] {
  const parts = tokens.map((token, at) => ({ token, at })).filter(({ token }) => /^\[?([dmyhs])\1*\]?$/i.test(token))
  const minutes = new Set(
    parts.flatMap(({ token, at }, n) =>
      /^m{1,2}$/i.test(token) && (/h/i.test(parts[n - 1]?.token ?? '') || /s/i.test(parts[n + 1]?.token ?? ''))
        ? [at]
        : [],
    ),
  )
  return tokens.map((token, at) => (minutes.has(at) ? 'n'.repeat(token.length) : token))
}

/** Turns a month before a day in figures round, and adds the year where the format leaves it out. */
function withDay(tokens: string[]): string[] {
  const day = tokens.findIndex(token => /^d{1,2}$/i.test(token))
  const month = tokens.findIndex(token => /^m+$/i.test(token))
  const hasYear = tokens.some(token => /^y+$/i.test(token))
  const turned = tokens.slice()
  if (month !== -1 && month < day && /^m{1,2}$/i.test(tokens[month] ?? '') && !/^y/i.test(tokens[0] ?? '')) {
    turned[month] = tokens[day] as string
    turned[day] = tokens[month] as string
  }
  return hasYear || (day === -1 && month === -1) ? turned : [...turned, ' ', 'yyyy']
}

function datePart(token: string, at: Date, serial: number, clock: 12 | 24): string {
  const [month, hours] = [at.getUTCMonth(), at.getUTCHours()]
  switch (token.toLowerCase()) {
    case 'd': return String(at.getUTCDate())
    case 'dd': return two(at.getUTCDate())
    case 'ddd': return (WEEKDAYS[at.getUTCDay()] ?? '').slice(0, 3)
    case 'dddd': return WEEKDAYS[at.getUTCDay()] ?? ''
    case 'm': return String(month + 1)
    case 'mm': return two(month + 1)
    case 'mmm': return (MONTHS[month] ?? '').slice(0, 3)
    case 'mmmm': return MONTHS[month] ?? ''
    case 'mmmmm': return (MONTHS[month] ?? '').slice(0, 3)
    case 'y': case 'yy': return two(at.getUTCFullYear() % 100)
    case 'yyy': case 'yyyy': return String(at.getUTCFullYear())
    case 'h': return String(clock === 12 ? hours % 12 || 12 : hours)
    case 'hh': return two(clock === 12 ? hours % 12 || 12 : hours)
    case 'n': return String(at.getUTCMinutes())
    case 'nn': return two(at.getUTCMinutes())
    case 's': return String(at.getUTCSeconds())
    case 'ss': return two(at.getUTCSeconds())
    case '[h]': case '[hh]': return String(Math.floor(serial * 24 + 1e-9))
    case '[m]': case '[mm]': return String(Math.floor(serial * 1440 + 1e-9))
    case 'am/pm': return hours < 12 ? 'AM' : 'PM'
    case 'a/p': return hours < 12 ? 'A' : 'P'
    default: return literal(token)
  }
} // prettier-ignore

const two = (n: number) => String(n).padStart(2, '0')

/** Text of a format that stands for itself. A currency in brackets (`[$£-809]`) shows its sign; colours and conditions nothing. */
function literal(token: string): string {
  if (token.startsWith('"')) return token.slice(1, -1)
  if (token.startsWith('\\')) return token.slice(1)
  if (token.startsWith('_')) return ' '
  if (token.startsWith('*')) return ''
  if (token.startsWith('[')) return /^\[\$([^\]-]*)/.exec(token)?.[1] ?? ''
  return token
}

/** As in a cell that has no format: up to 15 figures, and no more than are meant. */
export const plainNumber = (value: number): string => String(Number(value.toPrecision(15)))

function number(value: number, section: string): string {
  const tokens: string[] = section.match(TOKEN) ?? []
  const first = tokens.findIndex(token => /^[0#?]$/.test(token))
  if (tokens.some(token => /^(General|@)$/i.test(token))) return plainNumber(value)
  if (first === -1) return tokens.map(literal).join('').trim() || plainNumber(value)
  if (/[e/]/i.test(tokens.filter(token => token.length === 1).join(''))) return plainNumber(value)
  const last = tokens.findLastIndex(token => /^[0#?.,]$/.test(token))
  const pattern = tokens.slice(first, last + 1).join('')
  const percent = tokens.includes('%')
  const digits = figures(Math.abs(value) * (percent ? 100 : 1), pattern)
  const sign = value < 0 && !/[-(]/.test(tokens.slice(0, first).join('')) ? '-' : ''
  const before = tokens.slice(0, first).map(literal).join('')
  const after = tokens
    .slice(last + 1)
    .map(literal)
    .join('')
  return (sign + before + digits + after).trim()
}

function figures(value: number, pattern: string): string {
  const [whole = '', decimals = ''] = pattern.replace(/,+$/, '').split('.')
  const most = (decimals.match(/[0#?]/g) ?? []).length
  const least = (decimals.match(/0/g) ?? []).length
  const thousands = /,*$/.exec(pattern)?.[0].length ?? 0
  return (value / 1000 ** thousands).toLocaleString('en-GB', {
    useGrouping: /[0#?],[0#?]/.test(whole),
    minimumIntegerDigits: Math.min(Math.max((whole.match(/0/g) ?? []).length, 1), 21),
    minimumFractionDigits: Math.min(least, 20),
    maximumFractionDigits: Math.min(most, 20),
  })
}

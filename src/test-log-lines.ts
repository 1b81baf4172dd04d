/**
 * For the end of `npm test`: looks through every line that the service logged while the tests ran. Each is of a shape written down here, and
 * none holds a name, a number of a child, an e-mail address, a password or the secret of a session.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Value = (value: unknown) => boolean
const like =
  (pattern: RegExp): Value =>
  value =>
    typeof value === 'string' && pattern.test(value)
const count: Value = value => Number.isSafeInteger(value) && (value as number) >= 0
const word = like(/^[a-z][a-z-]{0,40}$/)
const code = like(/^[A-Z0-9_]{0,60}$/)
/** A column, a table or a rule of the database. */
const inDatabase: Value = value => value === undefined || like(/^[a-z_][a-z0-9_]{0,62}$/)(value)

/** The path of a page as written, nothing where there was none. */
const page = like(/^(\/|(\/(:\w+|[a-z][a-z0-9-]*(\.[a-z]+)?))+|no page)?$/)

/** The words of an error, without what it quotes but for names of ours, and without a first and a last name side by side. */
const message: Value = value =>
  typeof value === 'string' && !/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(value) && quotedIn(value).every(isOurs)
const quotedIn = (text: string) =>
  [...text.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, one, other]) => one ?? other ?? '')
const isOurs = (quoted: string) => /^(…|[a-z_][\w.$:-]{0,62}|[A-Z][A-Z_]*)?$/.test(quoted)

/** The same words, and the places in our files and others' that led there. */
const stack: Value = value => {
  if (typeof value !== 'string') return value === undefined
  const lines = value.split('\n')
  const first = lines.findIndex(line => /^ {4}at /.test(line))
  const places = first < 0 ? [] : lines.slice(first)
  return message(lines.slice(0, first < 0 ? undefined : first).join('\n')) && places.every(line => PLACE.test(line))
}
const SPOT = String.raw`(file:|node:|/|[A-Z]:\\|native|<anonymous>|index )[^()"]*`
const PLACE = new RegExp(String.raw`^ {4}at (async )?([\w.#<>$ [\]]+ \(${SPOT}\)|${SPOT})$`)

const told = {
  error: like(/^[A-Za-z]\w{0,60}$/),
  message,
  stack,
  code,
  constraint_name: inDatabase,
  table_name: inDatabase,
  cause: (value: unknown): boolean =>
    typeof value === 'object' && value !== null && shapeProblems(value as Line, told).length === 0,
}
type Line = Record<string, unknown>
type Shape = Readonly<Record<string, Value>>

/** Every event of the log, with what a line of it may hold beside when, how grave and what. */
export const EVENTS: Readonly<Record<string, Shape>> = {
  problem: { ...told, problem: like(/^([0-9a-f]{8}|[a-z-]+)$/), where: page, name: told.error },
  request: { method: like(/^[A-Z]{1,10}$/), where: page, status: count, ms: count },
  refusal: { refused: word, where: page, times: count },
  'refusals-not-kept': { ...told, times: count },
  'database-away': { where: page, code },
  'disk-full': { where: page, code },
  'job-failed': { ...told, job: count, kind: word },
  'jobs-not-found': told,
  'clearing-not-asked-for': told,
  'secrets-not-sealed': { missing: like(/^[A-Z_]+$/) },
  'secrets-sealed': { count },
  'secrets-unreadable': { count },
  scanner: { clamd: like(/^(\/[\w./-]+|[\w.:-]+)$/) },
  'no-scanner': { told: like(/^files are not scanned: see GOLDEN_THREAD_SCANNER$/) },
  'file-not-scanned': { where: page, why: word },
  'file-refused': { where: page, sha256: like(/^[0-9a-f]{64}$/), bytes: count, signature: like(/^[\w.-]{1,200}$/) },
}
const ALWAYS: Shape = { at: like(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), level: like(/^(info|error)$/), event: word }

function shapeProblems(line: Line, shape: Shape): string[] {
  return Object.entries(line).flatMap(([name, value]) => {
    if (!Object.hasOwn(shape, name)) return [`holds "${name}", which is not written down for it`]
    return shape[name]!(value) ? [] : [`holds a "${name}" of another shape than is written down for it`]
  })
}

/** What a line holds that it may not: of one the service logged, and of anything else it said. */
export function problemsOf(gathered: { logged?: string; said?: string }, canaries: ReadonlySet<string>): string[] {
  const text = gathered.logged ?? gathered.said ?? ''
  const found = secretsIn(text, canaries)
  if (gathered.logged === undefined) return found
  try {
    const line = JSON.parse(text) as Line
    const event = String(line['event'])
    const shape = Object.hasOwn(EVENTS, event) ? EVENTS[event]! : null
    return [...found, ...(shape ? shapeProblems(line, { ...ALWAYS, ...shape }) : ['is of an event not written down'])]
  } catch {
    return [...found, 'is no line of JSON']
  }
}

const SECRETS: [RegExp, string][] = [
  [/[\w.+-]+@[\w-]+\.[a-z]/i, 'an e-mail address'],
  [/\b\d{1,9}\.[\w-]{43}\b/, 'the secret of a session'],
  [/(?<![\w/.-])[\w+-]{40,}={0,2}(?![\w./-])/, 'what may be a secret'],
  [/\b[A-Z2-7]{32}\b/, 'the secret of an authenticator app'],
  [/\$argon2/, 'the hash of a password'],
  [/\bP\d{1,5}\b/, 'the number of a child'],
  [/\b[A-Z]\d{11}[0-9A-Z]\b|(?<![\w.])\d{10}(?![\w.])/, 'a number by which a child is known'],
  [/[\u202a-\u202e\u2066-\u2069\u200b]|<script|drop table/i, 'what was put into a form'],
]

/** Places in files are left out: their names hold `@` and long words of ours. A hash of a file is none of these. */
function secretsIn(text: string, canaries: ReadonlySet<string>): string[] {
  const read = text.replace(/(\\n|\n) +at [^\\\n"]*/g, '').replace(/"sha256":"[0-9a-f]{64}"/g, '')
  const words = read.split(/[^\p{L}\p{N}'’-]+/u)
  return [
    ...SECRETS.flatMap(([pattern, what]) => (pattern.test(read) ? [`holds ${what}`] : [])),
    ...(words.some(word => canaries.has(word)) ? ['holds a name that the tests use'] : []),
    ...([...canaries].some(one => one.includes(' ') && read.includes(one)) ? ['holds a password of the tests'] : []),
  ]
}

/** Every name of a person and every password that stands in the tests, and the surnames of the demo's children. */
export function findCanaries(folder = import.meta.dirname): Set<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    /(\.test\.tsx?|[\\/]?test-[^\\/]*\.ts)$/.test(name),
  )
  const texts = files.map(name => readFileSync(join(folder, name), 'utf8'))
  const found = (pattern: RegExp) => texts.flatMap(text => [...text.matchAll(pattern)].map(([, one]) => one!))
  const holders = found(/'([A-Z][a-z]+ [A-Z][a-z]+)'\],$/gm).map(name => name.split(' ')[1]!)
  const names = [...found(/(?:surname|forename): '([A-Z][\p{L}'’-]{3,})'/gu), ...holders, ...surnamesOfTheDemo(folder)]
  const passwords = found(/(?:password|PASSWORD|chosen|current)\w*(?:: | = )'([^'/.][^'\n]{7,})'/g)
  return new Set([...names, ...passwords])
}

/** Each of the first halves with each of the second, as the demo's own list puts them together. */
function surnamesOfTheDemo(folder: string): string[] {
  const text = readFileSync(join(folder, 'demo', 'authority', 'names.ts'), 'utf8')
  const halves = (name: string) => new RegExp(`const ${name} =\\s*\`([^\`]+)\``).exec(text)?.[1]?.split(/\s+/) ?? []
  return halves('FIRSTS').flatMap(first => halves('LASTS').map(last => first + last))
}

/** Run by itself: looks through the file it is given, prints what is wrong, without repeating it, and ends with 1 where anything is. */
if (import.meta.main) {
  const lines = readFileSync(process.argv[2]!, 'utf8').split('\n').filter(Boolean)
  const canaries = findCanaries()
  const wrong = lines.flatMap(line => {
    const gathered = JSON.parse(line) as { logged?: string; said?: string }
    return problemsOf(gathered, canaries).map(problem => ({ problem, line }))
  })
  for (const { problem, line } of wrong.slice(0, 20)) console.error(`A line of the log ${problem}: ${line}`)
  console.error(`Lines that the service logged: ${lines.length}, with ${wrong.length} things wrong`)
  process.exitCode = wrong.length > 0 ? 1 : 0
}

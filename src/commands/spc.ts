/** `golden-thread spc FILE.json`: mean, limits and signals of a series of figures, or of a list of them. */
import { readFileSync } from 'node:fs'
import type { Assurance, Meaning, Variation } from '../measures/spc-icons.ts'
import type { Signal } from '../measures/spc-rules.ts'
import { readSeries } from '../measures/spc-series.ts'
import { assuranceInWords, limitsInWords, variationInWords } from '../measures/spc-words.ts'
import { type Spc, workOutSpc } from '../measures/spc.ts'
import type { Problem } from '../terms/problem.ts'
import { command, WrongInput } from './command.ts'

export default command({
  summary: 'Tell signal from chance in a series of figures (statistical process control)',
  takes: ['FILE'],
  options: {},
  help: `FILE is one series, a list of them, or {"cases": [{"id", "input"}]}. A series is

  { "values": [82.1, null, 85.4], "dates": ["2026-08-01", "2026-09-01", "2026-10-01"], "improvementDirection": "increase",
    "target": 90, "rebaseDates": [], "fixAfterNPoints": null, "screenOutliers": false }

improvementDirection is increase, decrease or neutral. What follows it may be left out. With --json: groups, points, variationIcon
and assuranceType, in a list where a list was given. A series that cannot be used has its problems in its place, and the rest is
worked out.`,
  async run({ positionals: [file] }) {
    const { isList, series } = readFile(file!)
    const answers = series.map(({ id, given }, at) => answerFor(given, id, whereOf(file!, id, at, isList)))
    return {
      json: isList ? answers.map(({ json }) => json) : answers[0]!.json,
      text: answers.map(({ text }) => text).join('\n\n'),
      inputIsWrong: answers.some(({ problems }) => problems !== null),
    }
  },
})

type Given = { id: unknown; given: unknown }

/** Every series of the file, with the name it has there. Throws `WrongInput`. */
function readFile(file: string): { isList: boolean; series: Given[] } {
  const parsed = parseFile(file)
  const within = hasFields(parsed) && Array.isArray(parsed['cases']) ? parsed['cases'] : parsed
  if (!Array.isArray(within)) return { isList: false, series: [unwrapped(within)] }
  if (within.length === 0) throw new WrongInput(`${file}: the list is empty: there is no series in it`)
  return { isList: true, series: within.map(unwrapped) }
}

function parseFile(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new WrongInput(`${file}: ${REASONS[code ?? ''] ?? `this file cannot be opened (${code})`}`)
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new WrongInput(`${file} is not JSON: ${(error as Error).message}`)
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder: name the file in it',
}

const hasFields = (given: unknown): given is Record<string, unknown> =>
  typeof given === 'object' && given !== null && !Array.isArray(given)

const unwrapped = (given: unknown): Given =>
  hasFields(given) && 'input' in given ? { id: given['id'], given: given['input'] } : { id: undefined, given }

const whereOf = (file: string, id: unknown, at: number, isList: boolean): string =>
  isList ? `${file}, series ${at + 1}${id === undefined ? '' : ` (${id})`}` : file

const lineOf = ({ where, problem }: Problem) => `${where}: ${problem}`

function answerFor(given: unknown, id: unknown, where: string) {
  const { series, problems } = readSeries(given, where)
  const name = id === undefined ? {} : { id }
  if (series === null) {
    const text = problems.map(lineOf).join('\n')
    return { problems, json: { ...name, error: `${where} cannot be used`, problems }, text }
  }
  const spc = workOutSpc(series)
  const title = id === undefined ? [] : [String(id)]
  return { problems: null, json: { ...name, ...spcAsJson(spc) }, text: [...title, summaryOf(spc)].join('\n') }
}

/** As the vectors of NHSRplotthedots are written: each fact of the points a list as long as the values. */
export function spcAsJson({ groups, points, variation, assurance }: Spc) {
  return {
    groups: groups.map(({ number, from, points, mean, lower, upper, isShort }) => ({
      group: number,
      from,
      n: points,
      mean,
      lpl: lower,
      upl: upper,
      shortGroupWarning: isShort,
    })),
    points: {
      rebaseGroup: points.map(({ group }) => group),
      mean: points.map(({ mean }) => mean),
      lpl: points.map(({ lower }) => lower),
      upl: points.map(({ upper }) => upper),
      relativeToMean: points.map(({ side }) => side),
      outsideLimits: points.map(({ outside }) => outside),
      closeToLimits: points.map(({ near }) => near),
      specialCauseType: points.map(({ signal }) => typeOf(signal)),
      pointType: points.map(({ variation }) => POINT_TYPE[variation.meaning](variation)),
    },
    shortGroupWarning: groups.some(({ isShort }) => isShort),
    variationIcon: variation.towards === null ? 'common_cause' : `${variation.meaning}_${variation.towards}`,
    assuranceType: assurance && ASSURANCE_TYPE[assurance],
  }
}

function typeOf(signal: Signal | null): string {
  if (signal === null) return 'Common Cause'
  const isHigh = signal.towards === 'high'
  const side = isHigh ? 'Above' : 'Below'
  if (signal.rule === 'outside') return isHigh ? 'Above UCL' : 'Below LCL'
  if (signal.rule === 'trend') return `7 Point Trend (${isHigh ? 'In' : 'De'}creasing)`
  return signal.rule === 'two-of-three' ? `2 in 3 ${side} CL` : `7 Points ${side} CL`
}

const POINT_TYPE: Record<Meaning, (variation: Variation) => string> = {
  'common-cause': () => 'common_cause',
  improvement: () => 'special_cause_improvement',
  concern: () => 'special_cause_concern',
  neutral: ({ towards }) => `special_cause_neutral_${towards}`,
}
const ASSURANCE_TYPE: Record<Assurance, string> = {
  'consistent-fail': 'consistent_fail',
  'consistent-pass': 'consistent_pass',
  inconsistent: 'inconsistent',
}

const summaryOf = (spc: Spc): string =>
  [variationInWords(spc), assuranceInWords(spc), ...spc.groups.map(group => limitsInWords(group, spc))]
    .filter(words => words !== null)
    .join('\n')

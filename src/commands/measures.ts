/** `golden-thread measures`: figures worked out straight from a folder of extract files, with the cases behind them; no database is needed. */
import { extractFolder } from '../intake/extract-folder.ts'
import type { LoadProblem } from '../intake/load-problem.ts'
import { readSsd } from '../intake/read-ssd.ts'
import { type Day, isDay } from '../terms/day.ts'
import { type DayNumber, dayOrNull } from '../terms/day-number.ts'
import { WHOLE_CATALOGUE } from '../measures/catalogue.ts'
import { casesOf, type Figure, figureOf, halfUp, type Stood } from '../measures/figure.ts'
import { type History, historyOf } from '../measures/history.ts'
import { type Measure, settingsOf } from '../measures/measure.ts'
import { measureCalled, nearMeasureNames } from '../measures/measure-names.ts'
import { lacking, lackWords } from '../measures/support.ts'
import { type PeriodKind, periodTo, windowOf } from '../measures/window.ts'
import { lastDays, monthEndOf, monthsHeld } from '../measures/work-out.ts'
import { command, WrongInput, WrongUsage } from './command.ts'

/** Ten years: more than anybody looks back. */
const MOST_MONTHS = 120

export default command({
  summary: 'Work out measures from a folder of extract files (Standard Safeguarding Dataset, supplementary extract)',
  takes: [],
  options: {
    ssd: { type: 'string', about: 'The folder of CSV files, or of one workbook', value: 'DIR' },
    'as-at': { type: 'string', about: 'The day the extract was taken', value: 'DAY' },
    month: {
      type: 'string',
      about: 'One month only, 2016-03; without it every month back as far as the records go',
      value: 'MONTH',
    },
    measure: {
      type: 'string',
      about:
        'One measure only, with its variants; or one variant: cpp-long-duration/2y-ceased. Names of the catalogue such as contacts-to-mash are known too',
      value: 'ID',
    },
    population: { type: 'string', about: 'Children aged 0 to 17 in the area, for rates per 10,000', value: 'N' },
    cases: { type: 'boolean', about: 'Every case behind each figure' },
  },
  help: `Prints {measure: {period: {numerator, denominator, value, openOverdue, cases: [{id, person, start, due, done, state}]}}}. A period is a month, 2016-03, of
the first kind that the measure is shown by (the month itself, how things stood at its end, or twelve months to it); its other kinds follow
as 2016-03/rolling-year. The state of a case is met, late, open-in-time, open-overdue or excluded. "met" is what the numerator counts. A
measure that the files cannot support has no figures and says in "missing" what it lacks. docs/measures.md tells more.

  golden-thread measures --ssd extract --as-at 2026-03-31 --month 2026-03 --measure assessments-45wd --cases --json`,
  async run({ values, progress }) {
    const { ssd, measure: id, month } = values
    const asAt = values['as-at']
    if (!ssd || !asAt)
      throw new WrongUsage('Say where the files are with --ssd DIR, and the day they were taken with --as-at')
    if (!isDay(asAt)) throw new WrongUsage(`--as-at: "${asAt}" is not a date: write it as 2026-03-31`)
    if (month !== undefined && !isDay(`${month}-01`))
      throw new WrongUsage(`--month: "${month}" is not a month: write it as 2026-03`)
    if (month !== undefined && month > asAt.slice(0, 7))
      throw new WrongUsage(`--month: ${month} is after the day the extract was taken, ${asAt}`)
    const measures =
      id === undefined ? WHOLE_CATALOGUE.map(measure => [measure.id, measure] as const) : measuresNamed(id)
    const children = readPopulation(values.population)
    const population = () => (children === null ? null : { children, year: Number(asAt.slice(0, 4)) })
    const history = historyOf(await readFolder(ssd, asAt, progress), { population })
    const days =
      month === undefined ? lastDays(asAt, monthsHeld(history.records, MOST_MONTHS)) : [lastDayOf(month, asAt)]
    const found = measures.map(
      ([name, measure]) => [name, periodsOf(measure, history, days, values.cases === true)] as const,
    )
    return { json: Object.fromEntries(found), text: inLines(measures, found) }
  },
})

/** Under the name it is printed by: where it was asked for by another name than its id, that name alone. */
type Named = readonly [name: string, measure: Measure]

function measuresNamed(name: string): readonly Named[] {
  const found = measureCalled(name)
  if (!found) {
    const near = nearMeasureNames(name)
    throw new WrongInput(
      `There is no measure called "${name}"${near.length > 0 ? `. Did you mean ${near.join(', ')}?` : ''}`,
    )
  }
  const asked = name.trim()
  if (found.id !== asked.toLowerCase()) return [[asked, found]]
  return [found, ...found.variants].map(measure => [measure.id, measure])
}

function readPopulation(given: string | undefined): number | null {
  if (given === undefined) return null
  const children = Number(given.replaceAll(',', ''))
  if (!Number.isInteger(children) || children < 1)
    throw new WrongUsage(`--population: "${given}" is not a number of children`)
  return children
}

const lastDayOf = (month: string, asAt: Day): Day => {
  const end = monthEndOf(`${month}-01` as Day)
  return end < asAt ? end : asAt
}

async function readFolder(folder: string, asAt: Day, progress: (text: string) => void) {
  const files = await extractFolder(folder).catch(() => {
    throw new WrongInput(`${folder} cannot be opened: give a folder of CSV files, or one workbook`)
  })
  if (files.length === 0) throw new WrongInput(`${folder} holds no CSV, Excel or text files`)
  const reading = await readSsd(files, asAt)
  const refused = reading.problems.filter(({ severity }) => severity === 'refuses-the-load')
  const told = refused.map(({ file, problem, expected }) => [file, problem, expected && `expected ${expected}`].filter(Boolean).join(': ')) // prettier-ignore
  if (refused.some(isReadWrongly) || reading.records.loaded.size === 0)
    throw new WrongInput(`${folder} cannot be used. ${told.join('. ')}`)
  for (const words of told) progress(words)
  const worse = reading.problems.filter(({ severity }) => severity !== 'worth-a-look').length
  if (worse > 0) progress(`${worse} rows or values were left out`)
  return reading.records
}

/** A column of which some would be taken for what it is not. A file that is empty or not there only leaves its measures without figures. */
const isReadWrongly = ({ column }: LoadProblem) => column !== null && column !== 'pers_person_id'

type Answer = Figure | { numerator: null; denominator: null; value: null; openOverdue: null; missing: string[] }
type Periods = Record<string, Answer & { cases?: unknown[] }>

function periodsOf(measure: Measure, history: History, days: readonly Day[], withCases: boolean): Periods {
  const missing = lacking(measure, history.records).map(lackWords)
  if (missing.length > 0)
    return Object.fromEntries(
      days.map(day => [
        day.slice(0, 7),
        { numerator: null, denominator: null, value: null, openOverdue: null, missing },
      ]),
    )
  const settings = settingsOf(measure)
  const plain = measure.periods[0]!
  const found: Periods = {}
  for (const to of days)
    for (const kind of measure.periods) {
      const window = windowOf(periodTo(kind, to), history.records.asAt)
      const figure = figureOf(measure, history, window, settings)
      const cases = withCases
        ? { cases: casesOf(measure, history, window, settings).map(one => caseAsJson(one, window.asAt)) }
        : {}
      found[keyOf(kind, plain, to)] = { ...figure, ...cases }
    }
  return found
}

const keyOf = (kind: PeriodKind, plain: PeriodKind, to: Day) =>
  kind === plain ? to.slice(0, 7) : `${to.slice(0, 7)}/${kind}`

/** What was done after the last day of the window is not seen from it: a case then open has not been done. */
const caseAsJson = ({ one, state, amount, because }: Stood, asAt: DayNumber) => ({
  id: one.id,
  person: one.personId,
  start: dayOrNull(one.start),
  due: dayOrNull(one.due),
  done: one.done !== null && one.done > asAt && state !== 'met' ? null : dayOrNull(one.done),
  state,
  ...(amount !== 1 && { amount }),
  ...(because !== null && { because }),
})

/** The last period of each measure, a line each. */
function inLines(measures: readonly Named[], found: readonly (readonly [string, Periods])[]): string {
  const lines = measures.map(([name, measure], at) => {
    const [period, figure] = Object.entries(found[at]![1]).findLast(([key]) => !key.includes('/')) ?? ['', undefined]
    return `${name.padEnd(44)} ${period}  ${figure === undefined ? '' : figureInLine(measure, figure)}`
  })
  return lines.join('\n')
}

function figureInLine(measure: Measure, figure: Answer): string {
  if ('missing' in figure) return `cannot be worked out: ${figure.missing.join('; ')}`
  if (figure.value === null)
    return measure.valued === 'rate' && figure.denominator === null
      ? `${figure.numerator}; give --population for the rate`
      : 'no cases'
  const of =
    figure.denominator === null || measure.valued === 'mean' ? '' : ` (${figure.numerator} of ${figure.denominator})`
  const open = figure.openOverdue > 0 ? `, ${figure.openOverdue} open and overdue` : ''
  return `${halfUp(figure.value, measure.valued === 'count' ? 0 : 1)}${measure.unit === '%' ? '%' : ` ${measure.unit}`}${of}${open}`
}

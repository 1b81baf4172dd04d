/** `golden-thread due CLOCK DATE`: when something is due by a clock, and how it stands. */
import { BANK_HOLIDAYS } from '../terms/bank-holiday.ts'
import { type Day, isDay, longDay, weekday } from '../terms/day.ts'
import { birthday, type DayNumber, dayNumber, dayNumbered } from '../terms/day-number.ts'
import { type Counting, lengthWords, readLength } from '../terms/length-of-time.ts'
import { HOUR, type Instant, londonDay, londonTime, type ReadInstant, readInstant } from '../terms/london-time.ts'
import { workingDays } from '../terms/working-day.ts'
import { arrangeBy, type Clock, countsHours, dueDay, dueInstant, lastDayInTime, withLength } from '../measures/clock.ts'
import { DAY_FACT, type DayFact, type Facts, PLACEMENT, readFacts } from '../measures/clock-facts.ts'
import { stateOf } from '../measures/clock-state.ts'
import {
  clockAsJson,
  clockLines,
  clockListLines,
  settingsLines,
  stateWords,
  wholeClockAsJson,
} from '../measures/clock-words.ts'
import { CLOCKS, clockNamed, nearestClockName } from '../measures/clocks.ts'
import { measureCalled } from '../measures/measure-names.ts'
import { type Answer, command, WrongInput, WrongUsage } from './command.ts'

const kebab = (name: string) => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
const DAY_FACTS = Object.keys(DAY_FACT) as DayFact[]
type FactOption = { type: 'string'; about: string; value: string }
const FACT_OPTIONS: Record<string, FactOption> = Object.fromEntries(
  DAY_FACTS.map(name => [kebab(name), { type: 'string', about: DAY_FACT[name], value: 'DAY' }]),
)

const OPTIONS = {
  list: { type: 'boolean', about: 'Every clock with its rule and source' },
  'as-at': { type: 'string', about: 'How it stands at the end of a day', value: 'DAY' },
  done: { type: 'string', about: 'When it was done', value: 'DAY' },
  ended: { type: 'string', about: 'When the plan, placement, care or employment ended', value: 'DAY' },
  'day-count': {
    type: 'string',
    about: 'exclusive (default): the day of the event is day 0; inclusive: it is day 1',
    value: 'HOW',
  },
  test: { type: 'string', about: 'due-date (default), or elapsed working days', value: 'HOW' },
  within: { type: 'string', about: "The council's own length instead, such as 15 working days", value: 'LENGTH' },
  every: { type: 'string', about: 'Frequency agreed for this plan or placement', value: 'LENGTH' },
  placement: { type: 'string', about: `Kind of placement: ${Object.keys(PLACEMENT).join(', ')}`, value: 'KIND' },
  'until-eighteen': { type: 'boolean', about: 'The placement is to last until 18' },
  ...FACT_OPTIONS,
} as const

type Values = Record<string, string | boolean | undefined>

export default command({
  summary: 'When something is due by a statutory or local clock, and by when to arrange it',
  takes: ['[CLOCK]', '[DATE]'],
  options: OPTIONS,
  help: `CLOCK is a name from --list, with a variant after a slash: rcpc-next/5-months; or a measure that counts one. DATE is the day of the event, 2016-03-14, or for a
clock of hours the time in London, 2016-03-25T15:00.

  golden-thread due icpc-15 2016-03-14
  golden-thread due rha 2016-01-15 --born-on 2011-09-01
  golden-thread due rcpc-first 2016-01-05 --ended 2016-04-05 --as-at 2016-04-30`,
  async run({ values, positionals }) {
    if (values.list)
      return {
        json: CLOCKS.map(wholeClockAsJson),
        text: [`${CLOCKS.length} clocks`, ...clockListLines(CLOCKS)].join('\n'),
      }
    const [name, date] = positionals
    if (name === undefined) throw new WrongUsage('CLOCK is missing: golden-thread due --list names every clock')
    const clock = ownLength(findClock(name), values as Values)
    if (date === undefined)
      throw new WrongUsage(`DATE is missing: ${clock.starts}. Usage: golden-thread due ${name} DATE`)
    const by: Counting = { calendar: workingDays(BANK_HOLIDAYS), dayCount: choice(values, 'day-count', DAY_COUNTS) }
    return countsHours(clock) && !isDay(date)
      ? inHours(clock, date, values as Values, by)
      : inDays(clock, date, values as Values, by)
  },
})

const DAY_COUNTS = ['exclusive', 'inclusive'] as const
const TESTS = ['due-date', 'elapsed'] as const

/** A measure's name stands for the clock it counts. */
function findClock(name: string): Clock {
  const found = clockNamed(name) ?? clockNamed(measureCalled(name)?.clock ?? '')
  if (found) return found
  const near = nearestClockName(name)
  throw new WrongUsage(
    `There is no clock "${name}". ${near ? `Did you mean "${near}"? ` : ''}See golden-thread due --list`,
  )
}

function ownLength(clock: Clock, { within }: Values): Clock {
  if (typeof within !== 'string') return clock
  if (typeof clock.due === 'function')
    throw new WrongUsage(`--within is for a clock of one length. ${clock.id}: ${clock.rule}`)
  const length = readLength(within)
  if (!length)
    throw new WrongInput(`--within "${within}" is not a length of time: write it as 15 working days or 6 weeks`)
  return withLength(clock, length, `${lengthWords(length)}, in place of: ${clock.rule}`)
}

function choice<T extends string>(values: Values, name: string, known: readonly [T, ...T[]]): T {
  const said = values[name] ?? known[0]
  const found = known.find(each => each === said)
  if (!found) throw new WrongUsage(`--${name} is ${known.join(' or ')}, not "${said}"`)
  return found
}

function inDays(clock: Clock, date: string, values: Values, by: Counting): Answer {
  const starts = dayGiven('DATE', date)
  const facts = factsOf(clock, starts, values)
  const due = dueDay(clock, facts, by)
  if (due === null) return withoutDueDay(clock, starts, by)
  const settings = { dayCount: by.dayCount, test: choice(values, 'test', TESTS) }
  const arranged = arrangeBy(due, facts.start, by)
  const notBefore = clock.notBefore?.(facts, by) ?? null
  const state = stateInDays(clock, facts, lastDayInTime(clock, due, settings.test, by), values)
  const json = {
    ...clockAsJson(clock),
    starts,
    due: dayNumbered(due),
    arrangeBy: shown(arranged),
    ...(notBefore !== null && { notBefore: dayNumbered(notBefore) }),
    approximate: countsHours(clock),
    settings,
    holidayTable: by.calendar.version,
    ...state,
  }
  const lines = [
    `${clock.name}: due ${inWords(due)}`,
    notBefore !== null && `Not before ${inWords(notBefore)}`,
    arranged !== null && arranged !== due && `To be arranged by ${inWords(arranged)}: the due day does not move`,
    countsHours(clock) && 'Approximate: give the time as well, such as 2016-03-25T15:00',
    state && `As at ${longDay(state.asAt)}: ${stateWords(state, 'days')}`,
  ]
  return { json, text: asText(lines, clock, settingsLines({ ...settings, chain: null }, by.calendar.version)) }
}

/** The rule gives no day for these facts, or the years are not in the table of holidays. */
function withoutDueDay(clock: Clock, starts: Day, by: Counting): Answer {
  const because =
    typeof clock.due === 'function' && by.calendar.isWorking(dayNumber(starts)) !== null
      ? `the rule gives none here. ${clock.rule}`
      : `bank holidays are known from ${longDay(BANK_HOLIDAYS.from)} to ${longDay(BANK_HOLIDAYS.to)}`
  const json = { ...clockAsJson(clock), starts, due: null, because, holidayTable: by.calendar.version }
  return { json, text: `${clock.name}: no due day, because ${because}` }
}

/** How it stands on the day asked for, or else on the last of the days that were given. Null where none was. */
function stateInDays(clock: Clock, facts: Facts, lastInTime: DayNumber, values: Values) {
  const [asked, stopped, ended] = ['as-at', 'done', 'ended'].map(name => optionalDay(values, name))
  const asAt = asked ?? Math.max(stopped ?? -Infinity, ended ?? -Infinity)
  if (asAt === -Infinity) return null
  const bornOn = facts.bornOn ?? null
  const eighteenOn = bornOn === null ? null : birthday(bornOn, 18)
  const given = { start: facts.start, lastInTime, stopped: stopped!, ended: ended!, bornOn, eighteenOn }
  return { asAt: dayNumbered(asAt), ...stateOf(clock, given, asAt) }
}

function inHours(clock: Clock, date: string, values: Values, by: Counting): Answer {
  const { instant: start, isEither } = timeGiven('DATE', date)
  const due = dueInstant(clock, start)
  const state = stateInHours(clock, start, due, values)
  const json = {
    ...clockAsJson(clock),
    starts: londonTime(start),
    due: londonTime(due),
    dueUtc: new Date(due).toISOString(),
    arrangeBy: shown(arrangeBy(londonDay(due), londonDay(start), by)),
    approximate: isEither,
    ...state,
  }
  const lines = [
    `${clock.name}: due ${inWords(londonDay(due))} at ${londonTime(due).slice(11)}`,
    isEither && `${date} came twice that night: the later was taken. Add BST or GMT to say which`,
    state && `As at ${state.asAt}: ${stateWords(state, 'hours')}`,
  ]
  return { json, text: asText(lines, clock, []) }
}

/** In hours. A day given for the time shown is the end of that day. */
function stateInHours(clock: Clock, start: Instant, due: Instant, values: Values) {
  const [asAtText, doneText] = [values['as-at'], values['done']]
  const stopped = typeof doneText === 'string' ? timeGiven('--done', doneText).instant : null
  const endOfDay = typeof asAtText === 'string' && isDay(asAtText) ? `${asAtText}T23:59:59` : asAtText
  const asAt = typeof endOfDay === 'string' ? timeGiven('--as-at', endOfDay).instant : stopped
  if (asAt === null) return null
  const state = stateOf(clock, { start, lastInTime: due, stopped }, asAt)
  const over = state.over === null ? null : Math.round((state.over / HOUR) * 100) / 100
  return { asAt: londonTime(asAt), ...state, over }
}

const asText = (lines: (string | false | null)[], clock: Clock, settings: string[]): string =>
  [...lines.filter(line => line), '', ...clockLines(clock), ...settings].join('\n')

function factsOf(clock: Clock, starts: Day, values: Values): Facts {
  const names = [...DAY_FACTS, 'placement', 'untilEighteen', 'every']
  const said = names.filter(name => values[kebab(name)] !== undefined)
  const missing = clock.needs.filter(need => !said.includes(need))
  if (missing.length > 0)
    throw new WrongUsage(
      `${clock.id} needs ${missing.map(need => `--${kebab(need)} DAY: ${DAY_FACT[need]}`).join('; ')}`,
    )
  try {
    return readFacts(dayNumber(starts), Object.fromEntries(said.map(name => [name, values[kebab(name)]])))
  } catch (error) {
    if (error instanceof RangeError) throw new WrongInput(`--${error.message}`)
    throw error
  }
}

/** A day, or the day of a time. */
function dayGiven(where: string, text: string): Day {
  if (isDay(text)) return text
  const read = readInstant(text)
  if ('instant' in read) return dayNumbered(londonDay(read.instant))
  throw new WrongInput(`${where}: "${text}" is not a date: write it as 2016-03-25`)
}

const optionalDay = (values: Values, name: string): DayNumber | null =>
  typeof values[name] === 'string' ? dayNumber(dayGiven(`--${name}`, values[name])) : null

function timeGiven(where: string, text: string): Extract<ReadInstant, { instant: number }> {
  const read = readInstant(text)
  if ('problem' in read) throw new WrongInput(`${where}: ${read.problem}`)
  return read
}

const shown = (on: DayNumber | null) => (on === null ? null : dayNumbered(on))
const inWords = (on: DayNumber) => `${weekday(dayNumbered(on))} ${longDay(dayNumbered(on))}`

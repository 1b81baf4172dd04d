/**
 * A measure that an authority made of its own, from what its definition says: the same thing as a measure of the catalogue, so that figures,
 * cases, series, targets and parts are worked out of it by the same rules.
 */
import { capital } from '../terms/first-letter.ts'
import type { Day } from '../terms/day.ts'
import type { DayNumber } from '../terms/day-number.ts'
import { lengthWords, type Length } from '../terms/length-of-time.ts'
import { TABLE } from '../children/table-words.ts'
import { type Clock, clock } from './clock.ts'
import type { LeftOut } from './clock-state.ts'
import { fieldIn, fieldWords } from './custom/countable.ts'
import { gather, type Gathered } from './custom/gather.ts'
import type { CustomDefinition, DoneDay } from './custom-definition.ts'
import { STANDING_OF } from './custom-definition.ts'
import type { History } from './history.ts'
import { type Case, type Count, type Field, type Measure, measure, type Take, type Thresholds } from './measure.ts'
import { countBegun, countCompleted, countDue, countRunning, type Running, running, type RunningOf } from './running.ts'
import type { Window } from './window.ts'

export type CustomVersion = {
  /** `own/duty-visits`. */
  readonly id: string
  readonly customMeasureId: number
  readonly number: number
  readonly from: Day
  readonly definition: CustomDefinition
}

/** Numbers below it are those of the catalogue. */
const FIRST_NUMBER = 1000
/** Versions held built: what is counted from one is kept with the records by what it is, so the same must be the same. */
const MOST_HELD = 500
const built = new Map<string, Measure>()

export function customMeasure(version: CustomVersion): Measure {
  const key = JSON.stringify(version)
  const known = built.get(key) ?? build(version)
  built.delete(key)
  built.set(key, known)
  if (built.size > MOST_HELD) built.delete(built.keys().next().value!)
  return known
}

function build({ id, customMeasureId, number, from, definition }: CustomVersion): Measure {
  const { name, area, polarity, basis, test, source, tells } = definition
  const isClock = test.kind === 'clock'
  return measure({
    id,
    number: FIRST_NUMBER + customMeasureId,
    name,
    area,
    unit: isClock || test.kind === 'yes' ? '%' : test.kind === 'mean' ? test.unit : '',
    valued: isClock || test.kind === 'yes' ? 'percentage' : test.kind,
    polarity,
    basis,
    periods: basis === 'snapshot' ? ['snapshot'] : ['month', 'year-to-date', 'rolling-year'],
    outOf: outOfWords(definition),
    counted: countedWords(definition),
    leftOut: 'Records with days that cannot be right, are missing or could not be read',
    rule: tells,
    source,
    marks: ['D'],
    needs: needsOf(definition),
    thresholds: thresholdsOf(definition),
    ...(isClock && { clock: id }),
    count: countOf(id, definition),
    ...(test.kind === 'yes' && { stateWords: { met: 'Yes', late: 'No, or not said' } }),
    version: { number, from },
    examples: [],
  })
}

const thresholdsOf = ({ thresholds, polarity }: CustomDefinition): Thresholds =>
  thresholds === null || polarity === 'none' ? { shape: 'none' } : { shape: polarity, ...thresholds }

function needsOf({ table, start, done, test }: CustomDefinition): Field[] {
  const link = start.link && `${fieldIn(table, start.link.by)!.to}.${start.link.field}`
  const doneIn = done && ('next' in done ? `${done.next}.${done.field}` : `${table}.${done.field}`)
  const needs = [link ?? `${table}.${start.field}`, doneIn, test.kind === 'yes' ? `${table}.${test.field}` : null]
  return [...new Set(needs.filter(need => need !== null))] as Field[]
}

function countOf(id: string, definition: CustomDefinition): Count {
  const list = (history: History) => gather(history, definition)
  const { test, basis } = definition
  if (test.kind === 'clock') {
    const own = clockOf(id, definition, { count: test.count, unit: test.unit, beginningWith: false })
    const clocks: RunningOf = (history, settings) => history.of(list).map(one => runningOf(own, one, history, settings))
    return { completed: countCompleted, due: countDue, happened: countBegun, snapshot: countRunning }[basis](clocks)
  }
  return (history, window, take) => {
    for (const one of history.of(list)) if (isOf(one, window, basis)) tell(one, definition, history, take)
  }
}

/** What was done is done, even where it was no longer asked for by then. */
const runningOf = (own: Clock, one: Gathered, history: History, settings: Parameters<RunningOf>[1]): Running => {
  const { id, personId, start, done, ended, isUnread } = one
  const leftOut: LeftOut | null = isUnread ? 'unread' : null
  return running(own, { id, personId, facts: { start }, done, ended, isDoneAfterEnd: true, leftOut }, history, settings)
}

/** The same edges as most clocks of a child: they run from the event, and nothing is owed to somebody of 18. */
const clockOf = (id: string, { name, source, start, done }: CustomDefinition, due: Length): Clock =>
  clock({
    id,
    name,
    area: 'front-door',
    starts: fieldWords(start.link?.field ?? start.field),
    stops: done === null ? '' : doneWords(done),
    rule: `${lengthWords(due)} later`,
    due,
    standing: 'local',
    source,
    marks: ['D'],
    at18: 'lapses',
    beforeBirth: 'runs',
    shortBreaks: 'in',
    examples: [],
  })

/** Which rows a period holds: by the day they began, the day they were done, or open at its end. What happened later is not seen. */
function isOf({ start, done, ended }: Gathered, { from, to, asAt }: Window, basis: CustomDefinition['basis']): boolean {
  if (basis === 'snapshot') return isSince(start, asAt) && !isSince(done, asAt) && !isSince(ended, asAt)
  const on = basis === 'completed' ? done : start
  return on !== null && on >= from && on <= to && on <= asAt
}

const isSince = (on: DayNumber | null, asAt: DayNumber): boolean => on !== null && on <= asAt

function tell(one: Gathered, { test }: CustomDefinition, history: History, take: Take): void {
  const { start, done } = one
  const told: Case = { id: one.id, personId: one.personId, start, due: null, done }
  if (one.isUnread) return take(told, 'excluded', 0, 'unread')
  if (test.kind === 'count') return take(told, 'met')
  if (test.kind === 'yes') return take(told, one.says === true ? 'met' : 'late')
  if (start === null) return take(told, 'excluded', 0, 'no-start')
  if (done! < start) return take(told, 'excluded', 0, 'stopped-before-start')
  const days = test.kind === 'mean' && test.unit === 'working days' ? history.calendar.elapsed(start, done!) : done! - start // prettier-ignore
  return days === null ? take(told, 'excluded', 0, 'no-due-day') : take(told, 'met', days)
}

function outOfWords(definition: CustomDefinition): string {
  const { table, basis, start, done, where, standing, ages, teams } = definition
  const by = fieldWords(start.link?.field ?? start.field)
  const when = {
    completed: `done in the period (${done === null ? by : doneWords(done)})`,
    due: 'due in the period, whatever became of them',
    happened: `of the period, by “${by}”`,
    snapshot: 'open at the end of the day',
  }[basis]
  const only = where.map(one => `${fieldWords(one.field)}: ${codeWords(table, one.field, one.codes)}`)
  const years = ages.from === null && ages.to === null ? [] : [`aged ${ageWords(ages)} at the start`]
  const of = standing === 'all' ? [] : [STANDING_OF[standing].replace(/^./, first => first.toLowerCase())]
  const held = teams.length === 0 ? [] : [`held by ${teams.length === 1 ? 'one team' : `${teams.length} teams`}`]
  return [`${capital(TABLE[table])} ${when}`, ...only, ...of, ...years, ...held].join('; ')
}

const ageWords = ({ from, to }: CustomDefinition['ages']): string =>
  from === null ? `${to} or under` : to === null ? `${from} or over` : from === to ? String(from) : `${from} to ${to}`

const codeWords = (table: string, field: string, codes: readonly string[]): string =>
  codes.map(code => fieldIn(table, field)?.codes[code] ?? code).join(', ')

const doneWords = (done: DoneDay): string =>
  'next' in done ? `next of ${TABLE[done.next]}, ${fieldWords(done.field)}` : fieldWords(done.field)

function countedWords({ test, start, done }: CustomDefinition): string {
  if (test.kind === 'count') return 'All of them'
  if (test.kind === 'yes') return `“${capital(fieldWords(test.field))}” says yes; nothing said counts as no`
  const between = `from “${fieldWords(start.link?.field ?? start.field)}” to “${done === null ? '' : doneWords(done)}”`
  if (test.kind === 'mean') return `${capital(test.unit)} ${between}`
  return `Within ${lengthWords({ count: test.count, unit: test.unit, beginningWith: false })}, ${between}`
}

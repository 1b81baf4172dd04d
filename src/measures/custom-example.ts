/** Small cases that an authority gives for a measure of its own, with what must become of each; they are counted by the measure itself. */
import { addDays, addMonths, type Day, day } from '../terms/day.ts'
import type { WorkingDays } from '../terms/working-day.ts'
import { LEFT_OUT, type LeftOut, type State } from './clock-state.ts'
import type { CustomDefinition, Where } from './custom-definition.ts'
import { fieldIn } from './custom/countable.ts'
import { customMeasure } from './custom-measure.ts'
import { casesOf } from './figure.ts'
import { historyOf, USUAL_CIRCUMSTANCES } from './history.ts'
import { type ExampleRecords, recordsOf } from './measure-example.ts'
import { periodTo, windowOf } from './window.ts'
import { settingsOf } from './measure.ts'

export const EXPECTED_STATE = {
  met: 'Counts: in time, yes, or one of them',
  late: 'Does not count: late, or no',
  'open-in-time': 'Open, in time',
  'open-overdue': 'Open, overdue',
  excluded: 'Left out for a fault of the record',
  none: 'Not in the period’s figure',
} as const satisfies Record<State | 'none', string>
export type ExpectedState = keyof typeof EXPECTED_STATE

export type CustomExample = {
  readonly from: Day | null
  readonly done: Day | null
  /** What the yes-or-no field says. */
  readonly says: boolean | null
  /** The day at which it is looked at. */
  readonly at: Day
  readonly expected: ExpectedState
}

export type ExampleResult = { readonly example: CustomExample; readonly found: ExpectedState; readonly because: string | null; readonly isAsExpected: boolean } // prettier-ignore

/** Counted over the longest period that the measure is shown by, to the day of the example, by the council's working days. */
export function tryExample(
  definition: CustomDefinition,
  example: CustomExample,
  calendar: WorkingDays = USUAL_CIRCUMSTANCES.calendar,
): ExampleResult {
  const measure = customMeasure({ id: 'own/tried', customMeasureId: 0, number: 1, from: TRIED, definition })
  const history = historyOf(recordsOf(recordsFor(definition, example), example.at), { calendar })
  const window = windowOf(periodTo(measure.periods.at(-1)!, example.at), example.at)
  const stood = casesOf(measure, history, window, settingsOf(measure)).find(({ one }) => one.id === ROW)
  const found = stood?.state ?? 'none'
  const because = stood?.because ? (LEFT_OUT[stood.because as LeftOut] ?? stood.because) : null
  return { example, found, because, isAsExpected: found === example.expected }
}

const TRIED = day('2026-01-01')
const [CHILD, ROW, ABOVE] = ['child', 'row', 'above']

/** Enough that one of them can fail: two, of which each must come out another way. */
const LEAST_EXAMPLES = 2

/** Why the measure cannot be used yet; null where its examples all come out and do not all say the same. */
export function whyNotYet(
  definition: CustomDefinition,
  examples: readonly CustomExample[],
  calendar: WorkingDays = USUAL_CIRCUMSTANCES.calendar,
): string | null {
  if (examples.length < LEAST_EXAMPLES) return 'Give at least two examples of your own first'
  if (new Set(examples.map(({ expected }) => expected)).size < 2)
    return 'Give examples that come out in at least two ways: one that counts, and one that does not'
  const wrong = examples.filter(example => !tryExample(definition, example, calendar).isAsExpected)
  if (wrong.length === 0) return null
  return wrong.length === 1 ? 'One example does not come out as expected' : `${wrong.length} examples do not come out as expected` // prettier-ignore
}

type Row = Record<string, unknown>

/** One child who is of the population, with the one row, and beside it the record or the event that the definition looks to. */
function recordsFor(definition: CustomDefinition, { from, done, says }: CustomExample): ExampleRecords {
  const { table, start, where, test } = definition
  const tables: Record<string, Row[]> = {}
  const add = (name: string, row: Row) => void (tables[name] ??= []).push({ personId: CHILD, ...row })
  const row: Row = { id: ROW, ...codesOf(table, where), [start.field]: from }
  if (definition.done && 'next' in definition.done) {
    const { next, field, where } = definition.done
    if (done !== null) add(next, { id: 'next', ...(where && codesOf(next, [where])), [field]: done })
  } else if (definition.done) row[definition.done.field] = done
  if (test.kind === 'yes') row[test.field] = says
  if (start.link) {
    row[start.link.by] = ABOVE
    add(fieldIn(table, start.link.by)!.to!, { id: ABOVE, [start.link.field]: from })
  }
  add(table, row)
  if (from !== null) addPopulation(definition, from, add)
  return { ...tables, people: [{ id: CHILD, bornOn: bornFor(definition, from) }] } as unknown as ExampleRecords
}

/** Fields that hold several codes at once. */
const OF_SEVERAL = ['outcomes', 'plans']

function codesOf(table: string, where: readonly Where[]): Row {
  const valueOf = ({ field, codes }: Where) => {
    if (fieldIn(table, field)!.kind === 'yes-no') return codes[0] === 'Y'
    return OF_SEVERAL.includes(field) ? [codes[0]] : codes[0]
  }
  return Object.fromEntries(where.map(one => [one.field, valueOf(one)]))
}

const OLD_ENOUGH = 5

const bornFor = ({ ages }: CustomDefinition, from: Day | null): Day =>
  addDays(addMonths(from ?? TRIED, -12 * (ages.from ?? Math.min(OLD_ENOUGH, ages.to ?? OLD_ENOUGH))), -30)

function addPopulation({ standing, teams }: CustomDefinition, from: Day, add: (name: string, row: Row) => void): void {
  const before = addMonths(from, -1)
  if (standing === 'need') add('referrals', { id: 'need', referredOn: before })
  if (standing === 'protection') add('cpPlans', { id: 'plan', startedOn: before })
  if (standing === 'care') add('claEpisodes', { id: 'care', startedOn: before, startReason: 'S' })
  if (teams.length > 0)
    add('involvements', { id: 'holder', workerId: 'worker', role: 'CW', teamId: teams[0], fromOn: before })
}

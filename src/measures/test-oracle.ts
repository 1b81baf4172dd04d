/**
 * Eight measures told a second time, in SQL from the written rules (`oracle/*.sql`), over the very files of an extract: what the catalogue is held
 * against, row for row.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { GivenFile } from '../intake/read-ssd.ts'
import { connect } from '../store/connect.ts'
import { BANK_HOLIDAYS } from '../terms/bank-holiday.ts'
import type { Day } from '../terms/day.ts'
import { type DayNumber, dayNumbered } from '../terms/day-number.ts'
import { measureNamed } from './catalogue.ts'
import { casesOf } from './figure.ts'
import type { History } from './history.ts'
import { type Measure, settingsOf } from './measure.ts'
import { type PeriodKind, periodTo, windowOf } from './window.ts'

type Connection = ReturnType<typeof connect>

/** By the name of the file that holds the SQL: the measure, and the windows it is counted over. */
export const ORACLE: Readonly<Record<string, { readonly measure: string; readonly kind: PeriodKind }>> = {
  'assessments-45wd': { measure: 'assessments-45wd', kind: 'month' },
  'icpc-15wd': { measure: 'icpc-15wd', kind: 'month' },
  're-referrals-12m': { measure: 're-referrals-12m', kind: 'month' },
  'cpp-second-or-subsequent': { measure: 'cpp-second-or-subsequent', kind: 'rolling-year' },
  'cpp-reviewed-in-timescale': { measure: 'cpp-reviewed-in-timescale/event', kind: 'month' },
  'cp-visits-in-timescale': { measure: 'cp-visits-in-timescale', kind: 'snapshot' },
  'placements-3-plus': { measure: 'placements-3-plus', kind: 'snapshot' },
  'iha-20wd': { measure: 'iha-20wd', kind: 'month' },
}

export const sqlOf = (name: string) => readFileSync(join(import.meta.dirname, 'oracle', `${name}.sql`), 'utf8')

/** Makes the tables in a schema of their own and fills them by COPY. The connection must be one of one: it is set to that schema. */
export async function loadOracle(
  on: Connection,
  files: readonly GivenFile[],
  days: readonly Day[],
  schema = 'oracle',
): Promise<void> {
  await on.unsafe(`create schema ${schema}; set search_path to ${schema}`)
  const tables = sqlOf('tables')
  await on.unsafe(tables)
  for (const [, table] of tables.matchAll(/^create table ((?:ssd|gt)_\w+)/gm)) {
    const file = files.find(({ name }) => name === `${table}.csv`)!
    await copy(on, `${table} from stdin (format csv, header match)`, [Buffer.from(file.bytes)])
  }
  await copy(on, 'bank_holiday from stdin', [BANK_HOLIDAYS.holidays.join('\n') + '\n'])
  await copy(on, 'asked_window from stdin', days.flatMap(linesOfWindows))
  await on.unsafe(sqlOf('shared'))
}

const linesOfWindows = (to: Day) =>
  [...new Set(Object.values(ORACLE).map(({ kind }) => kind))].map(
    kind => `${kind}\t${periodTo(kind, to).from}\t${to}\n`,
  )

async function copy(on: Connection, what: string, chunks: (string | Buffer)[]): Promise<void> {
  await pipeline(Readable.from(chunks), await on.unsafe(`copy ${what}`).writable())
}

/** One line a case, as both give it: the window's last day, number, person, start, due, done, state. */
export async function casesBySql(on: Connection, name: string): Promise<string[]> {
  const rows = await on.unsafe(sqlOf(name)).values()
  return rows.map(line).sort()
}

export function casesByCatalogue(history: History, name: string, days: readonly Day[]): string[] {
  const { measure: id, kind } = ORACLE[name]!
  const measure: Measure = measureNamed(id)!
  const settings = settingsOf(measure)
  return days
    .flatMap(to => {
      const window = windowOf(periodTo(kind, to), history.records.asAt)
      return casesOf(measure, history, window, settings).map(({ one, state }) =>
        line([
          to,
          one.id,
          one.personId,
          on(one.start),
          on(one.due),
          one.done !== null && one.done <= window.asAt ? on(one.done) : null,
          state,
        ]),
      )
    })
    .sort()
}

const line = (values: unknown[]): string => values.map(value => value ?? '-').join(' ')
const on = (number: DayNumber | null): Day | null => (number === null ? null : dayNumbered(number))

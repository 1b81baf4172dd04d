/**
 * What a past month shows is what an extract taken on its last day would have shown: a made authority is cut off at a day, and every measure of
 * children in care gives the same figure of it as of the whole.
 */
import { expect, test } from 'vitest'
import type { ChildRecords } from '../children/records.ts'
import { readSsd } from '../intake/read-ssd.ts'
import { WHOLE_CATALOGUE } from '../measures/catalogue.ts'
import { figureOf } from '../measures/figure.ts'
import { type History, historyOf } from '../measures/history.ts'
import { type Measure, settingsOf } from '../measures/measure.ts'
import { periodTo, windowOf } from '../measures/window.ts'
import { type Day, day } from '../terms/day.ts'
import { makeAuthority } from './make-authority.ts'

const AS_AT = day('2026-11-15')
const { records } = await readSsd(makeAuthority({ children: 150, seed: 'past', asAt: AS_AT }), AS_AT)

/** Seen as the records stand now, by their own words. */
const AS_NOW = ['iha-20wd/as-known-now']
const AREAS = ['looked-after', 'placement', 'health', 'education', 'missing']
const MEASURES = WHOLE_CATALOGUE.filter(({ area, id }) => AREAS.includes(area) && !AS_NOW.includes(id))

const BEGINS = ['startedOn', 'fromOn', 'visitedOn', 'checkedOn', 'completedOn', 'happenedOn', 'returnedOn', 'heldOn']
/** What is known only once the day beside it has come. */
const GOES_WITH: Record<string, readonly string[]> = {
  ceasedOn: ['ceasedReason'],
  endedOn: ['changeReason', 'endedAt', 'interviewOffered', 'interviewAccepted'],
  heldOn: ['heldAt', 'outcome'],
}

type Row = Record<string, unknown>

const cutRow = (row: Row, last: Day): Row[] => {
  const begins = BEGINS.map(field => row[field]).find(on => typeof on === 'string')
  if (typeof begins === 'string' && begins > last) return []
  const later = Object.keys(row).filter(
    field => field.endsWith('On') && typeof row[field] === 'string' && row[field] > last,
  )
  const unknown = later.flatMap(field => [field, ...(GOES_WITH[field] ?? []).filter(other => other in row)])
  return [{ ...row, ...Object.fromEntries(unknown.map(field => [field, null])) }]
}

const cutOff = (last: Day): ChildRecords =>
  ({
    ...Object.fromEntries(
      Object.entries(records).map(([name, rows]) => [
        name,
        Array.isArray(rows) && name !== 'people' ? rows.flatMap((row: Row) => cutRow(row, last)) : rows,
      ]),
    ),
    asAt: last,
  }) as unknown as ChildRecords

const figures = (history: History, measure: Measure, last: Day) =>
  measure.periods.map(period => {
    const window = windowOf(periodTo(period, last), AS_AT)
    const { numerator, denominator, openOverdue } = figureOf(measure, history, window, settingsOf(measure))
    return `${measure.id} ${period}: ${numerator} of ${denominator}, ${openOverdue} overdue`
  })

test.each(['2026-03-31', '2026-08-31'])('the month that ended on %s is seen as it was then', text => {
  const last = day(text)
  const [whole, then] = [historyOf(records), historyOf(cutOff(last))]
  const shown = (history: History) => MEASURES.flatMap(measure => figures(history, measure, last))
  expect(shown(whole)).toEqual(shown(then))
  expect(shown(whole).filter(line => !line.includes(': 0 of 0,')).length).toBeGreaterThan(60)
})

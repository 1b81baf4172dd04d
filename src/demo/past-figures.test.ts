/**
 * No measure sees what had not happened: the figures of a past month, counted from all that is known now, are those that would have been
 * counted from what was known then.
 */
import { expect, test } from 'vitest'
import type { ChildRecords } from '../children/records.ts'
import { readSsd } from '../intake/read-ssd.ts'
import { WHOLE_CATALOGUE } from '../measures/catalogue.ts'
import { figureOf } from '../measures/figure.ts'
import { historyOf } from '../measures/history.ts'
import { type Measure, settingsOf } from '../measures/measure.ts'
import { periodTo, windowOf } from '../measures/window.ts'
import { type Day, day } from '../terms/day.ts'
import { AHEAD, BEGINS, TOLD_WITH } from './authority/as-known.ts'
import { makeAuthority } from './make-authority.ts'

const AS_AT = day('2026-10-31')
const { records } = await readSsd(makeAuthority({ children: 120, seed: 'past', asAt: AS_AT }), AS_AT)

/** Measures, or readings of them, of which more is rightly known now than then. */
const KNOWN_LATER: Readonly<Record<string, string>> = {
  'case-recording-14d': 'a note that nobody had written yet was in no record',
  'iha-20wd/as-known-now': 'it is as known now, by its own words',
  'life-story-work/complete': 'when such work began to be recorded is known once there are ten of it',
  'advocacy-received': 'when advocates began to be recorded is known once there are ten of them',
  ...Object.fromEntries(
    [
      'pathway-plan-in-place',
      'pathway-plan-reviewed-6m',
      'personal-adviser-allocated',
      'care-leavers-in-touch',
      'care-leavers-eet',
      'care-leavers-suitable-accommodation',
      'staying-put',
      'care-leaver-accommodation-risk',
    ].map(id => [id, 'the dataset keeps the latest position of a care leaver only']),
  ),
}

const isKnownLater = ({ id, base }: Measure) => Object.hasOwn(KNOWN_LATER, id) || Object.hasOwn(KNOWN_LATER, base)

type Fields = Readonly<Record<string, unknown>>

function knownOn(then: Day): ChildRecords {
  const tables = Object.entries(records).map(([name, rows]) => {
    if (!Array.isArray(rows)) return [name, rows]
    const begins: readonly string[] = [(BEGINS as Record<string, string | string[]>)[name] ?? []].flat()
    const known = (rows as Fields[]).filter(
      row => begins.length === 0 || begins.some(field => row[field] !== null && (row[field] as Day) <= then),
    )
    return [name, known.map(row => withoutLater(name, row, then))]
  })
  return { ...Object.fromEntries(tables), asAt: then } as ChildRecords
}

function withoutLater(name: string, row: Fields, then: Day): Fields {
  const ahead = (AHEAD as Record<string, readonly string[]>)[name] ?? []
  const told = (TOLD_WITH as Record<string, Record<string, readonly string[]>>)[name] ?? {}
  const later = Object.entries(row).flatMap(([field, value]) =>
    field !== 'bornOn' && !ahead.includes(field) && isDayAfter(value, then) ? [field, ...(told[field] ?? [])] : [],
  )
  return later.length === 0 ? row : { ...row, ...Object.fromEntries(later.map(field => [field, null])) }
}

const isDayAfter = (value: unknown, then: Day) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && value > then

test.each(['2026-03-31', '2025-08-31'])('a window that ends on %s is as it was then', on => {
  const then = day(on)
  const [now, past] = [records, knownOn(then)].map(known =>
    historyOf(known, { population: () => ({ children: 30_000, year: 2025 }) }),
  )
  let told = 0
  const differing = WHOLE_CATALOGUE.filter(measure => {
    if (isKnownLater(measure)) return false
    return measure.periods.some(kind => {
      const window = windowOf(periodTo(kind, then), then)
      const [figure, was] = [now!, past!].map(history => figureOf(measure, history, window, settingsOf(measure)))
      if (figure!.value !== null && figure!.value !== 0) told += 1
      return JSON.stringify(figure) !== JSON.stringify(was)
    })
  })
  expect(differing.map(({ id }) => id)).toEqual([])
  expect(told).toBeGreaterThan(300)
})

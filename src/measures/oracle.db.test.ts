/**
 * Eight measures give the same cases, row for row, as the same rules told in SQL from the written definitions: over two years of an invented
 * authority, and over one in which every fourth day is some days off, so that what was done falls on the last day, the day after and before its start.
 */
import { afterAll, describe, expect, test } from 'vitest'
import { makeAuthority } from '../demo/make-authority.ts'
import { type GivenFile, readSsd } from '../intake/read-ssd.ts'
import { connect } from '../store/connect.ts'
import { testDatabase } from '../store/test-database.ts'
import { addDays, day } from '../terms/day.ts'
import { historyOf } from './history.ts'
import { casesByCatalogue, casesBySql, loadOracle, ORACLE } from './test-oracle.ts'
import { lastDays } from './work-out.ts'

const AS_AT = day('2026-10-20')
const days = lastDays(AS_AT, 24)
const owner = connect((await testDatabase()).ownerUrl, { max: 1 })
afterAll(() => owner.end())

/** Care that ends before it begins is read by neither way as anything, so its own days stay; births stay too. */
const AS_THEY_ARE = /ssd_(person|cla_episodes|cla_placement)/

function withDaysOff({ name, bytes }: GivenFile): GivenFile {
  if (AS_THEY_ARE.test(name)) return { name, bytes }
  let at = 0
  const text = Buffer.from(bytes).toString()
  const off = text.replace(/(?<=,)\d{4}-\d\d-\d\d(?=[,\r])/g, found =>
    (at = (at * 7919 + 13) % 104_729) % 4 === 0 ? addDays(day(found), (at % 9) - 4) : found,
  )
  return { name, bytes: Buffer.from(off) }
}

const AUTHORITIES = {
  as_made: makeAuthority({ children: 200, seed: 'oracle', asAt: AS_AT }),
  days_off: makeAuthority({ children: 100, seed: 'off', asAt: AS_AT }).map(withDaysOff),
}

describe.each(Object.entries(AUTHORITIES))('%s', async (schema, files) => {
  const history = historyOf((await readSsd(files, AS_AT)).records)

  test('the extract is loaded', () => loadOracle(owner, files, days, schema))

  test.each(Object.keys(ORACLE))('%s', async name => {
    const [told, counted] = [await casesBySql(owner, name), casesByCatalogue(history, name, days)]
    const [inSql, inCatalogue] = [new Set(told), new Set(counted)]
    expect({
      onlyInSql: told.filter(one => !inCatalogue.has(one)),
      onlyInCatalogue: counted.filter(one => !inSql.has(one)),
      cases: counted.length,
    }).toEqual({ onlyInSql: [], onlyInCatalogue: [], cases: told.length })
    expect(told.length).toBeGreaterThan(10)
  })
})

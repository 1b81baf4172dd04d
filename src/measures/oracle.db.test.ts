/** Eight measures give the same cases, row for row, as the same rules told in SQL by another hand: over two years of an invented authority. */
import { afterAll, expect, test } from 'vitest'
import { makeAuthority } from '../demo/make-authority.ts'
import { readSsd } from '../intake/read-ssd.ts'
import { connect } from '../store/connect.ts'
import { testDatabase } from '../store/test-database.ts'
import { day } from '../terms/day.ts'
import { historyOf } from './history.ts'
import { casesByCatalogue, casesBySql, loadOracle, ORACLE } from './test-oracle.ts'
import { lastDays } from './work-out.ts'

const AS_AT = day('2026-10-20')
const MONTHS = 24

const files = makeAuthority({ children: 200, seed: 'oracle', asAt: AS_AT })
const history = historyOf((await readSsd(files, AS_AT)).records)
const days = lastDays(AS_AT, MONTHS)
const owner = connect((await testDatabase()).ownerUrl, { max: 1 })
await loadOracle(owner, files, days)
afterAll(() => owner.end())

test.each(Object.keys(ORACLE))('%s', async name => {
  const [told, counted] = [await casesBySql(owner, name), casesByCatalogue(history, name, days)]
  expect(told.length).toBeGreaterThan(MONTHS)
  const [inSql, inCatalogue] = [new Set(told), new Set(counted)]
  expect({
    onlyInSql: told.filter(one => !inCatalogue.has(one)),
    onlyInCatalogue: counted.filter(one => !inSql.has(one)),
    cases: counted.length,
  }).toEqual({ onlyInSql: [], onlyInCatalogue: [], cases: told.length })
})

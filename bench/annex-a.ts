/**
 * How fast the inspection lists are written: `node --import tsx bench/annex-a.ts [CHILDREN]` on Node 24. The promise is an authority of
 * 6,000 children, its records read, in under 5 seconds; reading the workbook back and reconciling both is timed beside it.
 */
import { makeAuthority } from '../src/demo/make-authority.ts'
import { readAnnexA } from '../src/intake/read-annex-a.ts'
import { readSsd } from '../src/intake/read-ssd.ts'
import { agrees, reconcile } from '../src/intake/reconcile.ts'
import { writeAnnexA } from '../src/reports/annex-a.ts'
import { day } from '../src/terms/day.ts'

const PROMISED = 5000
const AS_AT = day('2026-10-31')
const children = Number(process.argv[2] ?? 6000)

const timed = async <Result>(work: () => Promise<Result> | Result): Promise<[Result, string, number]> => {
  const [from, busy] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const { user, system } = process.cpuUsage(busy)
  const took = Math.round(performance.now() - from)
  return [result, `${took} ms (processor ${Math.round((user + system) / 1000)})`, took]
}

const [ssd, reading] = await timed(() => readSsd(makeAuthority({ children, seed: 'bench', asAt: AS_AT }), AS_AT))
const rows = Object.values(ssd.counts).reduce((sum, { kept }) => sum + kept, 0)
console.log(`made and read: ${children} open children, ${rows} rows, in ${reading}`)
for (const run of ['first', 'second', 'third']) {
  const [annex, writing, took] = await timed(() => writeAnnexA(ssd.records))
  const listed = annex.lists.reduce((sum, list) => sum + list.rows, 0)
  const size = (annex.workbook.length / 1024 / 1024).toFixed(1)
  console.log(
    `${run}: ${listed} rows in eleven lists, ${size} MB, written in ${writing}${took > PROMISED ? ', OVER' : ''}`,
  )
}
const { workbook } = await writeAnnexA(ssd.records)
const [annex, back] = await timed(() => readAnnexA([{ name: 'annex-a.xlsx', bytes: workbook }], AS_AT))
const [both, comparing] = await timed(() => reconcile(ssd, annex, AS_AT))
console.log(`read back in ${back}; reconciled in ${comparing}: ${agrees(both) ? 'both routes agree' : 'THEY DIFFER'}`)
if (!agrees(both)) process.exitCode = 1

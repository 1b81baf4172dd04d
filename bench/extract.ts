/**
 * How long a pseudonymised extract of one large invented authority takes to write and pack (226,000 rows), and for how long at most it holds up
 * everything else that the service does meanwhile. `npm run bench extract` prints one line of JSON, and ends with 1 where it is over its limit.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { TABLE_NAMES } from '../src/children/table-words.ts'
import { makeAuthority } from '../src/demo/make-authority.ts'
import { readSsd } from '../src/intake/read-ssd.ts'
import { extractFiles } from '../src/reports/analysis-extract.ts'
import { newKey } from '../src/reports/analysis/pseudonym.ts'
import { day } from '../src/terms/day.ts'
import { zipOf } from '../src/web/zip.ts'

const CHILDREN = Number(process.argv[2] ?? 750)
const AS_AT = day('2026-10-31')
const LIMITS = { ms: 15_000, heldUpMs: 250 }
const ABOUT = { authority: 'Bench', asAt: AS_AT, takenOn: AS_AT, takenBy: 'Bench', project: 'Bench', reason: 'Bench', receiver: 'Bench', extractId: 1, links: true } // prettier-ignore

const { records } = await readSsd(makeAuthority({ children: CHILDREN, seed: 'bench', asAt: AS_AT }), AS_AT)
const rows = TABLE_NAMES.reduce((sum, name) => sum + records[name].length, 0)
global.gc?.()
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
const began = performance.now()
const zip = await zipOf(extractFiles(records, { tables: TABLE_NAMES, key: newKey(), about: ABOUT }))
const ms = Math.round(performance.now() - began)
delay.disable()
const [heldUpMs, usuallyHeldUpMs] = [delay.max, delay.percentile(99)].map(nanoseconds => Math.round(nanoseconds / 1e6)) as [number, number] // prettier-ignore
console.log(JSON.stringify({ rows, ms, heldUpMs, usuallyHeldUpMs, megabytes: Math.round(zip.length / 1e5) / 10 }))
if (ms > LIMITS.ms || heldUpMs > LIMITS.heldUpMs) process.exitCode = 1

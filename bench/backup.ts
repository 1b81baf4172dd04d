/**
 * How long a backup and a restore take: every row of the database packed and sealed into a file, and brought back into an empty one with
 * keys, rows and record checked. Real PostgreSQL that keeps every commit on disk. `npm run bench backup -- --authorities 153 --cases 6000`;
 * unless said, 3 authorities of 6,000 children with ten records each. Prints one line of JSON, times in seconds.
 */
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { connect } from '../src/store/connect.ts'
import { openDatabase } from '../src/store/database.ts'
import { startEmbedded } from '../src/store/embedded.ts'
import { migrate } from '../src/store/migrate.ts'
import { restoreBackup } from '../src/store/restore-backup.ts'
import { makeDatabase, makeRoles } from '../src/store/roles.ts'
import { sql } from '../src/store/sql.ts'
import { aTestAuthority } from '../src/store/test-database.ts'
import { verifyRecord } from '../src/store/verify-record.ts'
import { writeBackup } from '../src/store/write-backup.ts'

const { values } = parseArgs({
  options: { authorities: { type: 'string', default: '3' }, cases: { type: 'string', default: '6000' } },
})
const [authorities, cases] = [Number(values.authorities), Number(values.cases)]

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-bench-'))
chmodSync(folder, 0o711)
const server = await startEmbedded({ folder, who: 'bench' })
const admin = connect(server.address('admin', 'postgres'), { max: 1 })
await makeRoles(admin, { owner: server.password('owner'), service: server.password('service') })
for (const name of ['from_here', 'to_there']) await makeDatabase(admin, name)
await admin.end()
const owner = connect(server.address('owner', 'from_here'), { max: 1 })
await migrate(owner)
await owner.end()
const database = openDatabase(server.address('service', 'from_here'), 2)
for (let number = 1; number <= authorities; number++) await fill(number)
await database.close()

const key = Buffer.alloc(32, 1)
const file = join(folder, 'bench.backup')
const progress = (words: string) => console.error(words)
const begun = performance.now()
const written = await writeBackup({
  ownerUrl: server.address('owner', 'from_here'),
  key,
  file,
  version: 'bench',
  progress,
  report: async () => ({}),
})
const between = performance.now()
await restoreBackup({
  ownerUrl: server.address('owner', 'to_there'),
  key,
  file,
  progress,
  async verify(restored, header) {
    for (const { authorityId } of header.authorities)
      if ((await verifyRecord(restored, authorityId)).problems.length > 0) throw new Error('the record is not whole')
  },
})
const ended = performance.now()
await server.stop()
rmSync(realpathSync(join(folder, 'postgres')), { recursive: true })
rmSync(folder, { recursive: true })
const seconds = (ms: number) => Number((ms / 1000).toFixed(1))
console.log(
  JSON.stringify({
    authorities,
    children: authorities * cases,
    rows: written.rows,
    megabytes: Math.round(written.bytes / 1_048_576),
    backup: seconds(between - begun),
    restore: seconds(ended - between),
  }),
)

/** Children with ten records each, as a year of visits and reviews has them. */
async function fill(number: number): Promise<void> {
  const here = await aTestAuthority(database, `Council ${number}`)
  await database.transaction({ ...here.on(), work: 'bench' }, async db => {
    await db.run(sql`
      insert into snapshot (authority_id, as_at, route, state, files, content_hash, kept_at)
      values (current_authority(), '2026-11-20', 'ssd', 'kept', '[]', '', now())`)
    await db.run(sql`
      insert into child (authority_id, person_ref, first_snapshot)
      select current_authority(), 'P' || n, (select min(snapshot_id) from snapshot) from generate_series(1, ${cases}::integer) n`)
    await db.run(sql`
      insert into child_record (authority_id, kind, row_key, child_id, row, first_snapshot)
      select current_authority(), 'cpVisits', child_id || '-' || n, child_id,
             jsonb_build_object('id', child_id || '-' || n, 'plan', 'PL' || child_id, 'on', date '2026-01-01' + n * 10, 'seen', 'yes', 'alone', 'yes'), first_snapshot
      from child, generate_series(1, 10) n`)
    await db.run(sql`
      insert into event (authority_id, kind, about, detail) select current_authority(), 'sign-in', 'person', '{}' from generate_series(1, 500)`)
  })
}

/** For tests: an invented child whom the case system allocates, without a load. */
import type { Database } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { TestAuthority } from '../store/test-database.ts'

export type TestAllocation = { worker?: string; team?: string; until?: string | null }

/** The child of a number in the case system, allocated so; each call with the same council adds another child. */
export const aTestChild = (
  database: Database,
  { authorityId }: Pick<TestAuthority, 'authorityId'>,
  personRef: string,
  allocations: TestAllocation[],
): Promise<{ childId: number; address: string }> =>
  database.transaction({ authority: authorityId, person: null, work: 'test-children' }, async db => {
    const child = await db.one<{ childId: number; address: string }>(
      sql`
        with loaded as (
          insert into snapshot (authority_id, as_at, route, state, files, content_hash, kept_at)
          values (current_authority(), '2026-11-20', 'ssd', 'kept', '[]', sha256(${personRef}::bytea), now()) returning snapshot_id)
        insert into child (authority_id, person_ref, first_snapshot) select current_authority(), ${personRef}, snapshot_id from loaded
        returning child_id as "childId", address`,
      'child',
    )
    for (const { worker = null, team = null, until = null } of allocations)
      await db.run(sql`
        insert into child_allocation (authority_id, child_id, worker_ref, team_ref, role, from_on, until_on)
        values (current_authority(), ${child.childId}, ${worker}, ${team}, 'CW', '2020-01-01', ${until})`)
    return child
  })

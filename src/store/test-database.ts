/**
 * What every room's tests of the database begin with: `const { database } = await testDatabase()` at the top of the file gives a
 * fresh database with every table, empty, of the file's own. It is gone after the run.
 *
 * Name such a file `*.db.test.ts` (one that opens a browser `*.browser.test.ts`): `npm run test:unit` leaves both out and starts
 * no server. A plain `*.test.ts` needs neither.
 */
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { mustEnd, type Role } from '../terms/permission.ts'
import { addAuthority } from './authority.ts'
import { connect } from './connect.ts'
import { type Database, openDatabase } from './database.ts'
import { sql } from './sql.ts'

export type TestDatabase = {
  /** As the service sees it: policies hold. */
  database: Database
  /** Its address as the service role, for what opens its own connections. */
  url: string
  /** Its address as the owner of the tables. */
  ownerUrl: string
}

export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('postgres')
  if (!server) throw new Error('This run has no database: name the file *.db.test.ts')
  const name = `test_${randomBytes(8).toString('hex')}`
  const admin = connect(within(server.admin, 'postgres'), { max: 1 })
  await admin.unsafe(`create database ${name} owner golden_thread_owner template ${server.template}`)
  await admin.unsafe(`revoke all on database ${name} from public`)
  await admin.unsafe(`grant connect on database ${name} to golden_thread_service`)
  await admin.end()
  const url = within(server.service, name)
  return { database: openDatabase(url, 4), url, ownerUrl: within(server.owner, name) }
}

const within = (address: string, database: string): string => {
  const url = new URL(address)
  url.pathname = `/${database}`
  return url.href
}

/**
 * An invented council with a post and its holder for every role. The team manager's team is `T1` in the service Assessment, which the
 * head of service and the service manager answer for; those who work with children have the worker's number `W-` and their role.
 */
export type TestAuthority = {
  authorityId: number
  organisationId: number
  posts: Record<Role, { postId: number; title: string; personId: number; name: string }>
  /** For `database.transaction(on(authority, role), ...)`. */
  on: (role?: Role) => { authority: number; person: number }
}

const POSTS: [Role, string, string][] = [
  ['director', "Director of Children's Services", 'Ada Brook'],
  ['programme-manager', 'Improvement Programme Manager', 'Ben Carter'],
  ['head-of-service', 'Head of Assessment', 'Cora Dean'],
  ['partner-lead', 'Designated Nurse', 'Dev Ellis'],
  ['board-chair', 'Independent Chair', 'Eve Frost'],
  ['board-member', 'Lead Member', 'Finn Grey'],
  ['service-manager', 'Service Manager, Assessment', 'Gita Hale'],
  ['team-manager', 'Team Manager, Assessment North', 'Hugh Innes'],
  ['social-worker', 'Social Worker, Assessment North', 'Iris Joyce'],
  ['reviewing-officer', 'Independent Reviewing Officer', 'Jon Keane'],
  ['personal-adviser', 'Personal Adviser', 'Kay Lloyd'],
  ['auditor', 'Practice Auditor', 'Leo Marsh'],
  ['qa-manager', 'Quality Assurance Manager', 'Mina Nash'],
  ['analyst', 'Performance Analyst', 'Noor Osman'],
  ['elected-member', 'Councillor, Scrutiny', 'Olga Pryce'],
  ['dfe-adviser', 'DfE Adviser', 'Paul Quill'],
  ['inspector', 'Inspector', 'Quin Reid'],
  ['shadow-board-member', 'Shadow Board Member', 'Ruth Shaw'],
  ['young-people-representative', "Young People's Representative", 'Sol Tate'],
  ['data-protection-officer', 'Data Protection Officer', 'Tess Unwin'],
  ['administrator', 'Systems Administrator', 'Uma Vance'],
]

/** Adds an invented council to a database. Names differ by `name`, so a test may add two and see that neither sees the other. */
export const aTestAuthority = (database: Database, name = 'Testborough'): Promise<TestAuthority> =>
  database.transaction({ authority: null, person: null }, async db => {
    const authorityId = await addAuthority(db, { name, shortName: name, serviceName: `${name} children's services` })
    const { organisationId } = await db.one<{ organisationId: number }>(
      sql`insert into organisation (authority_id, name, kind) values (${authorityId}, ${name}, 'council') returning organisation_id as "organisationId"`,
      'organisation',
    )
    const posts = {} as TestAuthority['posts']
    for (const [role, title, holder] of POSTS) {
      const email = `${holder.toLowerCase().replace(' ', '.')}@${name.toLowerCase()}.example`
      const ids = await db.one<{ postId: number; personId: number }>(
        sql`
          with p as (insert into post (authority_id, title, organisation_id, role, added_on)
                     values (${authorityId}, ${title}, ${organisationId}, ${role}, '2024-01-01') returning post_id),
               h as (insert into person (authority_id, name, email) values (${authorityId}, ${holder}, ${email}) returning person_id)
          select post_id as "postId", person_id as "personId" from p, h`,
        'post',
      )
      await db.run(sql`
        insert into post_holding (authority_id, post_id, person_id, from_on, to_on)
        values (${authorityId}, ${ids.postId}, ${ids.personId}, '2024-01-01', ${mustEnd(role) ? '2099-12-31' : null})`)
      posts[role] = { ...ids, title, name: holder }
    }
    await db.run(sql`
      with t as (insert into team (authority_id, name, team_ref, service) values (${authorityId}, 'Assessment North', 'T1', 'Assessment') returning team_id)
      update post set team_id = case when role = 'team-manager' then t.team_id end,
                      service = case when role in ('head-of-service', 'service-manager') then 'Assessment' else '' end
      from t`)
    await db.run(sql`
      update person n set worker_ref = 'W-' || p.role from post_holding h join post p using (authority_id, post_id)
      join role_scope s using (role) where h.person_id = n.person_id and s.scope = 'own-children'`)
    const on = (role: Role = 'programme-manager') => ({ authority: authorityId, person: posts[role].personId })
    return { authorityId, organisationId, posts, on }
  })

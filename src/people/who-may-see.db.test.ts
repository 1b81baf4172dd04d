/** Who may see a child, and why: said in words by the pages, and the same people whom the database lets through. */
import { expect, test } from 'vitest'
import { day, dayInLondon } from '../terms/day.ts'
import { ROLE, type Role } from '../terms/permission.ts'
import { sql } from '../store/sql.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { reachOf } from './reach.ts'
import { findChildAt, listPostsInForce, whoMaySee } from './reach-store.ts'
import { aTestChild } from './test-child.ts'
import { whyOf } from './who-may-see.tsx'

const { database } = await testDatabase()
const council = await aTestAuthority(database)
const neighbour = await aTestAuthority(database, 'Otherby')
const ROLES = Object.keys(ROLE) as Role[]
const ofTeam = await aTestChild(database, council, 'P1', [{ worker: 'W-social-worker', team: 'T1' }])
const ended = await aTestChild(database, council, 'P2', [
  { worker: 'W-social-worker', team: 'T1', until: '2020-01-31' },
])
const reviewed = await aTestChild(database, council, 'P3', [
  { worker: 'W-reviewing-officer' },
  { worker: 'W-other', team: 'T2' },
])
const CHILDREN = [ofTeam, ended, reviewed]

const seersOf = (childId: number) => database.reading(council.on('director'), db => whoMaySee(db, childId))
const rolesThatSee = async (childId: number) => (await seersOf(childId)).map(({ role }) => role).sort()

test('the people named for a child are those for whom the database shows the child', async () => {
  for (const { childId } of CHILDREN) {
    const named = (await seersOf(childId)).map(({ personId }) => personId)
    for (const role of ROLES) {
      const seen = await database.reading(council.on(role), db =>
        db.rows(sql`select 1 from child where child_id = ${childId}`),
      )
      expect([role, named.includes(council.posts[role].personId)]).toEqual([role, seen.length === 1])
    }
  }
})

test('a child in a team is seen by its worker, its team, its service and those who see all', async () => {
  expect(await rolesThatSee(ofTeam.childId)).toEqual([
    'analyst',
    'data-protection-officer',
    'director',
    'head-of-service',
    'inspector',
    'qa-manager',
    'service-manager',
    'social-worker',
    'team-manager',
  ])
})

test('a child whose work ended years ago is seen by those who see all', async () => {
  expect(await rolesThatSee(ended.childId)).toEqual([
    'analyst',
    'data-protection-officer',
    'director',
    'inspector',
    'qa-manager',
  ])
})

test('each reason is a sentence that names the post and what of it reaches the child', async () => {
  const why = async (role: Role, { childId } = ofTeam) =>
    whyOf((await seersOf(childId)).find(seer => seer.role === role)!)
  expect(await why('director')).toBe("Holds Director of Children's Services, which reaches every child of the council")
  expect(await why('social-worker')).toBe('Holds Social Worker, Assessment North, and the child is allocated to them')
  expect(await why('team-manager')).toBe('Holds Team Manager, Assessment North, and the child is with Assessment North')
  expect(await why('head-of-service')).toBe(
    'Holds Head of Assessment, which answers for Assessment, and the child is with Assessment North',
  )
  expect(await why('reviewing-officer', reviewed)).toBe(
    'Holds Independent Reviewing Officer, and the child is allocated to them',
  )
  expect(await why('inspector')).toMatch(/^Holds Inspector until 31 December 2099, which reaches every child/)
})

test('who covers is named with whom they cover for and until when', async () => {
  const { postId } = council.posts['social-worker']
  const { personId } = council.posts['programme-manager']
  await database.transaction(council.on(), db =>
    db.run(sql`
      insert into post_holding (authority_id, post_id, person_id, from_on, to_on, basis)
      values (current_authority(), ${postId}, ${personId}, '2026-01-01', '2098-12-31', 'covers')`),
  )
  const seer = (await seersOf(ofTeam.childId)).find(one => one.personId === personId)!
  expect(whyOf(seer)).toBe(
    'Covers Social Worker, Assessment North for Iris Joyce until 31 December 2098, and the child is allocated to them',
  )
  const seen = await database.reading(council.on('programme-manager'), db => db.rows(sql`select 1 from child`))
  expect(seen).toHaveLength(1)
  const posts = await database.reading(council.on(), db => listPostsInForce(db, personId, day('2026-11-22')))
  expect(posts.map(reachOf)).toEqual(['No child', 'The children allocated to W-social-worker in the case system'])
})

test('how far each post reaches is said in words, with what is missing', async () => {
  const reach = async (role: Role) => {
    const [post] = await database.reading(council.on(), db =>
      listPostsInForce(db, council.posts[role].personId, dayInLondon(new Date())),
    )
    return reachOf(post!)
  }
  expect(await reach('director')).toBe('Every child known to the council')
  expect(await reach('head-of-service')).toBe('The children of Assessment: Assessment North')
  expect(await reach('team-manager')).toBe('The children of Assessment North')
  expect(await reach('reviewing-officer')).toBe('The children allocated to W-reviewing-officer in the case system')
  expect(await reach('board-member')).toBe('No child')
  await database.transaction(council.on(), db => db.run(sql`update post set service = 'Care', team_id = null`))
  expect(await reach('head-of-service')).toBe('No child yet: no team is part of Care')
  expect(await reach('team-manager')).toBe('No child yet: the post is in no team')
})

test('a child out of reach, or of another council, is not there', async () => {
  const find = (role: Role, of = council) => database.reading(of.on(role), db => findChildAt(db, reviewed.address))
  expect(await find('reviewing-officer')).toMatchObject({ childId: reviewed.childId })
  await expect(find('social-worker')).rejects.toThrow('There is no child')
  await expect(find('director', neighbour)).rejects.toThrow('There is no child')
})

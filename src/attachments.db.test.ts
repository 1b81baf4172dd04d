/** Files given as evidence: added with it and later, opened by those they are for and by nobody else, served as nothing that runs, removed with a reason. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { createApp } from './app.ts'
import { pdf, jpeg, office } from './intake/test-attachable.ts'
import { sessionOf } from './people/test-session.ts'
import { connect } from './store/connect.ts'
import { sql } from './store/sql.ts'
import { testDatabase } from './store/test-database.ts'
import { may, ROLE, type Role } from './terms/permission.ts'
import { mayOpen } from './plan/attachment.ts'
import { fileOf, openCouncil, PLAN, TODAY } from './test-council.ts'
import { EICAR, speakingClamd, type TestClamd } from './web/test-clamd.ts'
import { ADDRESS, type Site, siteOf } from './web/test-site.ts'

const { database, url } = await testDatabase()
const superuser = connect(Object.assign(new URL(inject('postgres')!.admin), { pathname: new URL(url).pathname }).href, { max: 1 }) // prettier-ignore
const ROLES = Object.keys(ROLE) as Role[]
const here = await openCouncil(database)
let clamd: TestClamd
let app: ReturnType<typeof createApp>
const sites = new Map<Role, Site>()
const siteAs = async (role: Role): Promise<Site> => {
  if (!sites.has(role)) sites.set(role, siteOf(app, await sessionOf(database, here.council, role)))
  return sites.get(role)!
}
let action: number
let finding: number

const NOTICE =
  'Improvement Notice\n\n4. Improve practice by ensuring that:\n\n- every child is seen alone; and\n- files are audited.\n'
const EVIDENCE = { kind: 'audit', title: 'Audit of twenty', text: '', shows: 'impact', speaksOfOn: '31/10/2026' }
const MINUTES = Buffer.from(pdf())
const file = (bytes: Uint8Array | string, name: string) => new File([bytes as BlobPart], name, { type: 'text/html' })
const minutes = (name = 'minutes.pdf', more = '') => file(Buffer.concat([MINUTES, Buffer.from(more)]), name)

beforeAll(async () => {
  clamd = await speakingClamd()
  app = createApp({ database, config: { address: ADDRESS, scanner: clamd.address }, now: () => new Date(`${TODAY}T10:00:00Z`) }) // prettier-ignore
  const manager = await siteAs('programme-manager')
  const source = (await manager.post('/findings/upload', {}, fileOf(NOTICE, 'notice.txt'))).headers.get('location')!
  await manager.post(source, { title: 'Improvement Notice', shortName: 'DfE Notice', kind: 'improvement-notice' })
  const draft = (await manager.post('/plan/upload', {}, fileOf(PLAN, 'plan.csv'))).headers.get('location')!
  await manager.post(`${draft}/keep`, { as: 'own', title: 'Improvement plan', fromOn: '1/1/2026' })
  action = await here.actionId('1.1')
  finding = (await one<{ id: number }>(sql`select min(finding_id) as id from finding`)).id
})
afterAll(async () => {
  await clamd.close()
  await superuser.end()
  await database.close()
})

const asOwner = <Row>(text: string) => superuser.unsafe<Row[] & object[]>(text)
const one = <Row>(query: ReturnType<typeof sql>, role: Role = 'director') =>
  database.reading(here.council.on(role), db => db.one<Row>(query, 'row'))
const manager = () => siteAs('programme-manager')
const textOf = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll('&#39;', "'").replace(/\s+/g, ' ') // prettier-ignore
/** The file added last. */
const latest = async () =>
  (await asOwner<{ id: number; address: string; evidence: number; sha256: string; given: string; audience: string; scanned: boolean; name: string; content: Buffer | null }>(
    `select a.attachment_id as id, address, evidence_id as evidence, encode(sha256, 'hex') as sha256, encode(given_sha256, 'hex') as given, a.audience, scanned, name, content
     from attachment a join attachment_content using (authority_id, attachment_id) order by a.attachment_id desc limit 1`))[0]! // prettier-ignore
const count = async () => (await asOwner<{ n: number }>('select count(*)::integer as n from attachment'))[0]!.n
const add = async (files: File | File[], typed: Record<string, string> = {}) => {
  const answer = await (await manager()).post(`/plan/actions/${action}/evidence`, { ...EVIDENCE, ...typed }, { files })
  expect([answer.status, answer.status === 303 ? '' : await answer.text()]).toEqual([303, ''])
  return latest()
}
const told = (kind: string) =>
  database.reading(here.council.on(), db => db.rows<{ aboutId: number; detail: object; why: string }>(sql`select about_id as "aboutId", detail, why from event where kind = ${kind} order by event_id desc`)) // prettier-ignore

describe('a file', () => {
  test('is kept with the evidence of an action, with its hash, for people of the council unless said otherwise, and stands on its pages', async () => {
    const kept = await add(minutes())
    const sha256 = createHash('sha256').update(MINUTES).digest('hex')
    expect(kept).toMatchObject({ sha256, given: sha256, audience: 'figures', scanned: true, name: 'minutes.pdf' })
    expect(kept.content!.equals(MINUTES)).toBe(true)
    const page = await textOf((await manager()).visit(`/plan/actions/${action}`))
    expect(page).toContain('minutes.pdf (a PDF, ')
    expect(page).toContain(
      'For people of the council who see its figures. Added 22 Nov 2026 by Ben Carter, Improvement Programme Manager.',
    )
    expect(await textOf((await manager()).visit(`/plan/actions/${action}/thread`))).toContain('minutes.pdf')
    expect(await textOf((await manager()).visit(`/plan/actions/${action}/history`))).toContain(
      `Added minutes.pdf to Audit of twenty. SHA-256 ${sha256}`,
    )
    expect((await told('add-file'))[0]).toMatchObject({
      aboutId: kept.id,
      detail: { sha256, audience: 'figures', bytes: MINUTES.length, scanned: true },
    })
    expect(JSON.stringify(await told('add-file'))).not.toContain('minutes')
  })

  test('is added later, to evidence of an action and of a finding, several at once', async () => {
    const { evidence } = await latest()
    const form = `/plan/evidence/${evidence}/files`
    expect(await textOf((await manager()).post(form, {}, { files: file('', '') }))).toContain('Select the files')
    const before = await count()
    const sent = await (
      await manager()
    ).post(form, { audience: 'all' }, { files: [minutes('two.pdf', ' '), file('a,b', 'three.csv')] })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/plan/actions/${action}#evidence`])
    expect(await count()).toBe(before + 2)
    const ofFinding = await (
      await manager()
    ).post(`/findings/${finding}/evidence`, EVIDENCE, { files: file('Seen alone', 'seen.txt') })
    expect(ofFinding.status).toBe(303)
    const last = await latest()
    await (await manager()).post(`/plan/evidence/${last.evidence}/files`, {}, { files: file('Again', 'again.txt') })
    const page = await textOf((await manager()).visit(`/findings/${finding}`))
    for (const name of ['seen.txt (plain text, 10 bytes)', 'again.txt']) expect(page).toContain(name)
  })

  test('that cannot be kept comes back by name with the others, and nothing of the form is kept', async () => {
    const before = await count()
    const files = [
      minutes(),
      file('<!doctype html><script>alert(1)</script>', 'page.pdf'),
      file(new Uint8Array(), 'none.pdf'),
      file(await office('docm'), 'macros.docx'),
    ]
    const answer = await (await manager()).post(`/plan/actions/${action}/evidence`, EVIDENCE, { files })
    const page = await textOf(answer)
    expect(answer.status).toBe(400)
    expect(page).toContain('page.pdf: expected a PDF, as its name says; found a web page: save it as PDF')
    expect(page).toContain('none.pdf: it is empty')
    expect(page).toContain('macros.docx: expected a Word document, as its name says; found an Office file with macros')
    expect(page).toContain('value="Audit of twenty"')
    expect(await count()).toBe(before)
  })

  test('of 21 MB is refused by name, and so is what is more than 40 MB together', { timeout: 60_000 }, async () => {
    const large = await (
      await manager()
    ).post(`/plan/actions/${action}/evidence`, EVIDENCE, {
      files: file(new Uint8Array(21 * 1024 * 1024).fill(97), 'large.txt'),
    })
    expect([large.status, await textOf(large)]).toEqual([
      400,
      expect.stringContaining('large.txt: it has 21.0 MB, and the most is 20 MB'),
    ])
    const together = await (
      await manager()
    ).post(`/plan/actions/${action}/evidence`, EVIDENCE, {
      files: [1, 2, 3].map(n => file(new Uint8Array(15 * 1024 * 1024).fill(97), `${n}.txt`)),
    })
    expect([together.status, await textOf(together)]).toEqual([
      413,
      expect.stringContaining('The files together must be smaller than 40 MB'),
    ])
  })

  test('in which the scanner finds something is refused before it is looked at, and so is every file while it is away', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const before = await count()
    const sent = await (
      await manager()
    ).post(`/plan/actions/${action}/evidence`, EVIDENCE, { files: file(EICAR, 'seen.txt') })
    expect([sent.status, await textOf(sent)]).toEqual([
      400,
      expect.stringContaining('seen.txt was refused: the scanner found something harmful in it'),
    ])
    const away = createApp({ database, config: { address: ADDRESS, scanner: { path: '/nowhere' } } })
    const none = await siteOf(away, await sessionOf(database, here.council, 'director')).post(
      `/plan/actions/${action}/evidence`,
      EVIDENCE,
      { files: minutes() },
    )
    expect([none.status, await textOf(none)]).toEqual([
      503,
      expect.stringContaining('Files cannot be checked at the moment: nothing was kept; try again'),
    ])
    expect(await count()).toBe(before)
    said.mockRestore()
  })

  test('that is a photograph loses where it was taken, and both hashes are kept', async () => {
    const given = jpeg()
    const kept = await add(file(given, 'display.jpg'))
    expect(kept.given).toBe(createHash('sha256').update(given).digest('hex'))
    expect(kept.sha256).toBe(createHash('sha256').update(kept.content!).digest('hex'))
    expect(kept.content!.includes('GPS')).toBe(false)
    expect(await textOf((await manager()).visit(`/plan/actions/${action}`))).toContain(
      'What it told beside the picture was taken out.',
    )
  })

  test('has a name that any computer can keep, and no other file of the evidence is the same', async () => {
    const kept = await add(minutes('../../visits\u202efdp.pdf'))
    expect(kept.name).toBe('visitsfdp.pdf')
    const again = await (
      await manager()
    ).post(`/plan/evidence/${kept.evidence}/files`, {}, { files: minutes('other.pdf') })
    expect(await textOf(again)).toContain('other.pdf: this evidence has that file already')
  })
})

describe('there is an end', () => {
  test('to the files of a piece of evidence', async () => {
    const files = Array.from({ length: 10 }, (_, n) => file(`Note ${n}`, `${n}.txt`))
    const { evidence } = await add(files)
    const more = await (
      await manager()
    ).post(`/plan/evidence/${evidence}/files`, {}, { files: file('Note 11', '11.txt') })
    expect([more.status, await textOf(more)]).toEqual([
      400,
      expect.stringContaining('up to 10 files, and this one would have 11'),
    ])
    const eleven = await (
      await manager()
    ).post(`/plan/actions/${action}/evidence`, EVIDENCE, { files: [...files, file('x', '10.txt')] })
    expect(await textOf(eleven)).toContain('Select up to 10 files: there are 11')
  })

  test('to what all files of the council have together, and room again when one is removed', async () => {
    const small = createApp({ database, config: { address: ADDRESS, mostAttached: 3 * 1024 * 1024 } })
    const site = siteOf(small, await sessionOf(database, here.council, 'director'))
    const big = (letter: string) => file(letter.repeat(2 * 1024 * 1024), `${letter}.txt`)
    const { address, evidence } = await add(big('a'))
    const full = await site.post(`/plan/evidence/${evidence}/files`, {}, { files: big('b') })
    expect([full.status, await textOf(full)]).toEqual([
      400,
      expect.stringContaining('There is no room for 2.0 MB more: all files together may have 3.0 MB'),
    ])
    expect((await site.post(`/plan/attachments/${address}/remove`, { reason: 'Not needed' })).status).toBe(303)
    expect((await site.post(`/plan/evidence/${evidence}/files`, {}, { files: big('b') })).status).toBe(303)
  })
})

describe('who may open it', () => {
  const FIGURES = ROLES.filter(role => may({ role } as never, 'see-figures'))
  const EVERY_CHILD: Role[] = ['director', 'qa-manager', 'analyst', 'inspector']
  const OPENS = { all: ROLES, figures: FIGURES, children: EVERY_CHILD }

  test.each(['all', 'figures', 'children'] as const)(
    '%s: it opens for them and nobody else, and nobody else is told its name',
    async audience => {
      const name = `about ${audience}.pdf`
      const kept = await add(minutes(name, ' '.repeat(audience.length)), { audience })
      const address = `/plan/attachments/${kept.address}`
      for (const role of ROLES) {
        const site = await siteAs(role)
        const opens = OPENS[audience].includes(role)
        expect([role, mayOpen({ role } as never, audience)]).toEqual([role, opens])
        const plain = await site.visit(address)
        expect([role, plain.status]).toEqual([role, audience === 'children' ? 404 : opens ? 200 : 403])
        const asked = await site.visit(`${address}/of-children`)
        if (!may({ role } as never, 'see-children')) expect([role, asked.status]).toEqual([role, 403])
        else if (audience !== 'children') expect([role, asked.status]).toEqual([role, 404])
        else if (!opens) expect([role, asked.status]).toEqual([role, 403])
        else
          expect([role, asked.status, await textOf(asked)]).toEqual([
            role,
            200,
            expect.stringContaining('What do you need it for'),
          ])
        const page = await textOf(site.visit(`/plan/actions/${action}`))
        expect([role, page.includes(name)]).toEqual([role, opens])
        const history = await textOf(site.visit(`/plan/actions/${action}/history`))
        expect([role, history.includes(name)]).toEqual([role, opens])
      }
    },
  )

  test('the database itself gives the name and content of no other file, whatever is asked of it', async () => {
    for (const role of ROLES) {
      const seen = await database.reading(here.council.on(role), db =>
        db.rows<{ audience: string }>(sql`select distinct audience from attachment_content order by 1`),
      )
      const audiences = (['all', 'children', 'figures'] as const).filter(one => OPENS[one].includes(role))
      expect([role, seen.map(({ audience }) => audience)]).toEqual([role, audiences])
    }
    const nobody = { authority: here.council.authorityId, person: null }
    expect(await database.reading(nobody, db => db.rows(sql`select 1 from attachment_content`))).toEqual([])
  })

  test('what roles see stands in the database as it does in the list of roles', async () => {
    const kept = await asOwner<{ role: Role; figures: boolean; children: boolean }>(
      'select role, sees_figures as figures, sees_children as children from role_scope',
    )
    expect(kept.length).toBe(ROLES.length)
    for (const { role, figures, children } of kept)
      expect([role, figures, children]).toEqual([
        role,
        may({ role } as never, 'see-figures'),
        may({ role } as never, 'see-children'),
      ])
  })

  test('a partner gives one to the action it leads, and cannot open it itself unless it is for everyone', async () => {
    const partner = await siteAs('partner-lead')
    const led = await here.actionId('1.3')
    const sent = await partner.post(`/plan/actions/${led}/evidence`, EVIDENCE, { files: minutes('ours.pdf', '   ') })
    expect(sent.status).toBe(303)
    const { address } = await latest()
    const told = await partner.visit(`/plan/attachments/${address}`)
    expect([told.status, await textOf(told)]).toEqual([
      403,
      expect.stringContaining('This file is for people of the council who see its figures'),
    ])
    expect((await (await manager()).visit(`/plan/attachments/${address}`)).status).toBe(200)
    const page = await textOf(partner.visit(`/plan/actions/${led}`))
    expect(page).toMatch(/A PDF of \d+ bytes/)
    expect(page).not.toContain('ours.pdf')
    expect(
      (
        await partner.post(
          `/plan/evidence/${(await latest()).evidence}/files`,
          { audience: 'all' },
          { files: file('Rota', 'rota.txt') },
        )
      ).status,
    ).toBe(303)
    expect((await partner.visit(`/plan/attachments/${(await latest()).address}`)).status).toBe(200)
    expect((await partner.post(`/plan/attachments/${address}/remove`, { reason: 'By mistake' })).status).toBe(303)
    expect(
      (
        await asOwner<{ n: number }>(
          `select count(*)::integer as n from attachment_content c join attachment a using (authority_id, attachment_id) where address = '${address}' and content is null`,
        )
      )[0]!.n,
    ).toBe(1)
  })

  test('who may not change the evidence adds and removes none', async () => {
    const { address, evidence } = await add(minutes('ours.pdf', '    '))
    for (const role of ['partner-lead', 'board-member', 'analyst', 'social-worker'] as const) {
      const site = await siteAs(role)
      expect((await site.visit(`/plan/evidence/${evidence}/files`)).status).toBe(403)
      expect((await site.post(`/plan/evidence/${evidence}/files`, {}, { files: file('x', 'x.txt') })).status).toBe(403)
      expect((await site.post(`/plan/attachments/${address}/remove`, { reason: 'Tried' })).status).toBe(403)
    }
  })
})

describe('it is given out', () => {
  test('as something to save that no browser opens, told as what it was found to be, and that is in the record', async () => {
    const kept = await add(file('Seen alone', "Minutes (final) 'of' 50% – Écoles;.txt"), { audience: 'all' })
    const answer = await (await siteAs('board-member')).visit(`/plan/attachments/${kept.address}`)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/plain',
      'content-disposition': `attachment; filename="Minutes (final) _of_ 50_ _ _coles_.txt"; filename*=UTF-8''Minutes%20%28final%29%20%27of%27%2050%25%20%E2%80%93%20%C3%89coles%3B.txt`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    })
    expect(await answer.text()).toBe('Seen alone')
    const [export1] = await told('export')
    expect(export1).toMatchObject({ aboutId: kept.id, detail: { page: '/plan/attachments/:address' } })
  })

  test('where it tells of children, to who has just shown who they are and says why, and that is in the record too', async () => {
    const kept = await add(minutes('about one.pdf', '     '), { audience: 'children' })
    const address = `/plan/attachments/${kept.address}/of-children`
    const director = await siteAs('director')
    expect((await director.post(address, { why: ' ' })).status).toBe(400)
    const answer = await director.post(address, { why: 'Board asked for it' })
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringContaining('about one.pdf'),
    ])
    expect((await told('export'))[0]).toMatchObject({ aboutId: kept.id, why: 'Board asked for it' })
    const now = new Date(`${TODAY}T10:00:00Z`)
    const long = await sessionOf(database, here.council, 'qa-manager', now, new Date(now.getTime() - 20 * 60_000))
    const cold = await siteOf(app, long).visit(address)
    expect([cold.status, cold.headers.get('location')]).toEqual([303, expect.stringContaining('/account/prove')])
    expect((await siteOf(app, long).post(address, { why: 'Audit' })).status).toBe(403)
  })

  test('by an address that cannot be guessed', async () => {
    const { address, id } = await latest()
    expect(address).toMatch(/^[\w-]{22}$/)
    for (const guess of [id, '1', address.slice(0, 21), `${address}x`, address.toLowerCase(), '..%2F1'])
      expect((await (await manager()).visit(`/plan/attachments/${guess}`)).status).toBe(404)
  })
})

describe('one that is removed', () => {
  test('leaves its name, its hash, by whom and why, and none of its content', async () => {
    const kept = await add(minutes('wrong.pdf', '      '))
    const address = `/plan/attachments/${kept.address}`
    expect((await (await manager()).post(`${address}/remove`, { reason: ' ' })).status).toBe(400)
    expect((await (await manager()).post(`${address}/remove`, { reason: 'It was of another council' })).status).toBe(
      303,
    )
    const page = await textOf((await manager()).visit(`/plan/actions/${action}`))
    expect(page).toMatch(
      /wrong\.pdf \(a PDF, \d+ bytes\)<\/span> ?<div class="gt-small"> ?Removed 22 Nov 2026 by Ben Carter, Improvement Programme Manager: It was of another council/,
    )
    expect(page).not.toContain(`href="${address}"`)
    expect(await textOf((await manager()).visit(`/plan/actions/${action}/history`))).toContain(
      `Removed wrong.pdf from Audit of twenty: It was of another council. SHA-256 ${kept.sha256}`,
    )
    expect((await latest()).content).toBeNull()
    expect((await (await manager()).visit(address)).status).toBe(404)
    expect(await textOf((await manager()).visit(`${address}/remove`))).toContain('This file was removed')
    expect((await (await manager()).post(`${address}/remove`, { reason: 'Again' })).status).toBe(400)
    expect((await told('remove-file'))[0]).toMatchObject({
      aboutId: kept.id,
      why: 'It was of another council',
      detail: { sha256: kept.sha256 },
    })
  })

  test('is still there on the days before, without its content', async () => {
    const kept = await add(minutes('late.pdf', '        '))
    const later = new Date('2026-11-23T10:00:00Z')
    const tomorrow = createApp({ database, config: { address: ADDRESS }, now: () => later })
    const site = siteOf(tomorrow, await sessionOf(database, here.council, 'director', later))
    expect((await site.post(`/plan/attachments/${kept.address}/remove`, { reason: 'Too late' })).status).toBe(303)
    const then = await textOf(site.visit(`/plan/actions/${action}?as-at=2026-11-22`))
    expect(then).toMatch(
      /late\.pdf \(a PDF, \d+ bytes\)<\/span> ?<div class="gt-small"> ?For people of the council who see its figures\. [^<]* Removed since\./,
    )
    expect(then).not.toContain('Too late')
    expect(await textOf(site.visit(`/plan/actions/${action}`))).toContain('Removed 23 Nov 2026 by Ada Brook')
  })

  test('is not removed while a legal hold keeps everything', async () => {
    const kept = await add(minutes('held.pdf', '       '))
    await superuser`insert into legal_hold (authority_id, reason, held_on, recorded_by) values (${here.council.authorityId}, 'Inquiry', ${TODAY}, ${here.council.posts.director.personId})`
    const held = await (await manager()).post(`/plan/attachments/${kept.address}/remove`, { reason: 'Not needed' })
    expect([held.status, await textOf(held)]).toEqual([400, expect.stringContaining('A legal hold keeps everything')])
    expect((await latest()).content).not.toBeNull()
    await superuser`update legal_hold set lifted_on = ${TODAY}, lifted_by = recorded_by`
  })

  test('the service itself can neither change nor delete what was given', async () => {
    const on = here.council.on('director')
    for (const statement of [
      sql`delete from attachment_content`,
      sql`update attachment_content set content = null`,
      sql`update attachment set audience = 'all'`,
      sql`delete from attachment_removal`,
    ])
      await expect(database.transaction(on, db => db.run(statement))).rejects.toThrow('permission denied')
    await expect(
      database.transaction(on, db =>
        db.run(
          sql`insert into attachment_content (authority_id, attachment_id, audience, name) select authority_id, attachment_id, 'all', 'x' from attachment where audience = 'children' limit 1`,
        ),
      ),
    ).rejects.toThrow(/attachment_content/)
  })
})

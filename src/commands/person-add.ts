/** `golden-thread person add`: a colleague, and the post they hold. */
import { text } from 'node:stream/consumers'
import { readConfig } from '../config.ts'
import { findPostByTitle, listOrganisations } from '../people/appointment-store.ts'
import { addColleague, addPostTo, appoint, changePlace, type Doing } from '../people/appointing.ts'
import { hashPassword, oneTimePassword, PASSWORD_LENGTH } from '../people/password.ts'
import type { Db } from '../store/database.ts'
import { AT_THE_MACHINE } from '../store/event.ts'
import { openStore } from '../store/open-store.ts'
import { type Day, dayInLondon, isDay } from '../terms/day.ts'
import { ROLE, type Role } from '../terms/permission.ts'
import { Refused } from '../web/form.ts'
import { authorityNamed, command, WrongInput, WrongUsage } from './command.ts'

const ROLES = Object.keys(ROLE).join(', ')

export default command({
  summary: 'Add a person, and the post they hold',
  takes: ['NAME'],
  options: {
    email: { type: 'string', value: 'ADDRESS', about: 'The e-mail address they sign in with' },
    post: { type: 'string', value: 'TITLE', about: 'The post they hold, which is added where it is not there yet' },
    role: { type: 'string', value: 'ROLE', about: `What a new post may do: ${ROLES}` },
    organisation: { type: 'string', value: 'NAME', about: 'Whose post a new one is; the council’s unless said' },
    from: { type: 'string', value: 'DAY', about: 'The day from which they hold it; today unless said' },
    to: { type: 'string', value: 'DAY', about: 'The last day they hold it, as an inspector must have' },
    authority: { type: 'string', value: 'NAME', about: 'Where the database holds more than one authority' },
    'password-from-input': { type: 'boolean', about: 'Read the one-time password from standard input' },
  },
  help: `Prints a one-time password once, or takes it from standard input. It is kept nowhere: they must choose their own when they first
sign in. Whoever holds the post now ends the day before.

  golden-thread person add "Cora Dean" --email cora.dean@testborough.gov.uk --post "Head of Assessment" --role head-of-service`,
  async run({ values, positionals: [name] }) {
    const { email, post = null, organisation = null } = values
    if (!email) throw new WrongUsage('Say what they sign in with: --email')
    if (post === null && (values.role ?? values.organisation ?? values.from ?? values.to) !== undefined)
      throw new WrongUsage('--role, --organisation, --from and --to are of the post: name it with --post')
    const [role, today] = [roleOf(values.role), dayInLondon(new Date())]
    const [from, to] = [dayOf(values.from) ?? today, dayOf(values.to)]
    const given = values['password-from-input'] ? passwordOf(await text(process.stdin)) : null
    const password = given ?? oneTimePassword()
    const passwordHash = await hashPassword(password)
    const store = await openStore(readConfig(), 'person add', 'join')
    try {
      const authority = await authorityNamed(store.database, values.authority ?? null)
      await store.database.transaction({ authority, person: null }, async db => {
        await db.alone()
        const doing: Doing = { by: AT_THE_MACHINE, today }
        const personId = await addColleague(db, doing, { name: name!, email, passwordHash })
        if (post === null) return
        const postId = await findOrAddPost(db, doing, { title: post, role, organisation })
        await appoint(db, doing, { postId, personId, from, to })
      })
    } catch (error) {
      if (error instanceof Refused) throw new WrongInput(error.message)
      throw error
    } finally {
      await store.close()
    }
    return {
      json: { name, email, post, from: post === null ? null : from, ...(given === null && { password }) },
      text: [
        `${name} is added${post === null ? ', and holds no post yet' : ` as ${post}`}. They sign in as ${email}`,
        given === null ? ` with the one-time password ${password}, and choose their own then.` : '.',
      ].join(''),
    }
  },
})

async function findOrAddPost(
  db: Db,
  doing: Doing,
  { title, role, organisation }: { title: string; role: Role | null; organisation: string | null },
): Promise<number> {
  const there = await findPostByTitle(db, title)
  if (there && there.role === null && role !== null) await changePlace(db, doing, there.postId, { role })
  else if (there && role !== null && role !== there.role)
    throw new WrongInput(`${there.title} is there already, with the role ${there.role}: leave out --role`)
  if (there && (there.role ?? role) !== null) return there.postId
  if (role === null) throw new WrongInput(`Say what ${title} may do with --role: ${ROLES}`)
  const known = await listOrganisations(db)
  const own = known.find(one => (organisation === null ? true : one.name.toLowerCase() === organisation.toLowerCase()))
  if (!own)
    throw new WrongInput(
      `No organisation is called ${organisation}. It is one of: ${known.map(one => one.name).join(', ')}`,
    )
  return addPostTo(db, doing, { title, role, organisation: own.organisationId })
}

function roleOf(given: string | undefined): Role | null {
  if (given === undefined) return null
  if (!Object.hasOwn(ROLE, given)) throw new WrongUsage(`--role ${given} is none. It is one of: ${ROLES}`)
  return given as Role
}

function dayOf(given: string | undefined): Day | null {
  if (given === undefined) return null
  if (!isDay(given)) throw new WrongUsage(`${given} is not a day, such as 2026-11-22`)
  return given
}

function passwordOf(input: string): string {
  const password = input.trim()
  const { least, most } = PASSWORD_LENGTH
  if (password.length < least || password.length > most)
    throw new WrongInput(`The one-time password must be ${least} to ${most} characters long`)
  return password
}

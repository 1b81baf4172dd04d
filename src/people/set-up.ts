/** A new authority with the one person who can begin: its programme manager, who may bring in the plan. */
import { type Day, dayInLondon } from '../terms/day.ts'
import { addAuthority } from '../store/authority.ts'
import type { Database } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { hashPassword, oneTimePassword } from './password.ts'
import { addAccount, addHolding, addOrganisation, addPerson, addPost, setBrandColour } from './store.ts'

export type NewHouse = {
  /** As it signs letters: Aldermere City Council. */
  name: string
  shortName: string
  serviceName: string
  /** `#1d4f6b`; null for the usual one. */
  brandColour: string | null
  manager: { name: string; email: string; post: string }
}

/** Everything in one transaction; answers the manager's first password, which is kept nowhere else. */
export async function setUpAuthority(database: Database, house: NewHouse, now: Date): Promise<string> {
  const password = oneTimePassword()
  const hash = await hashPassword(password)
  await database.transaction({ authority: null, person: null }, async db => {
    const authorityId = await addAuthority(db, house)
    if (house.brandColour) await setBrandColour(db, house.brandColour)
    const organisationId = await addOrganisation(db, { name: house.name, kind: 'council' })
    const today: Day = dayInLondon(now)
    const { post: title, ...manager } = house.manager
    const postId = await addPost(db, { title, organisationId, role: 'programme-manager', addedOn: today })
    const personId = await addPerson(db, manager)
    await addHolding(db, { postId, personId, from: today, to: null })
    await addAccount(db, personId, hash, true)
    await addEvent(db, { personId, postId }, 'set-up-authority', 'authority', authorityId)
  })
  return password
}

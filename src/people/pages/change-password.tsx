/** Change your password. Everywhere else you are signed in ends with the old one. */
import { addEvent } from '../../store/event.ts'
import { Button, Heading, InsetText } from '../../web/components.tsx'
import { ErrorSummary, PasswordInput } from '../../web/fields.tsx'
import { type Field, Refused } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { AccountNavigation } from '../account-navigation.tsx'
import { hashPassword, PASSWORD_LENGTH, passwordMatches } from '../password.ts'
import { SlowDown } from '../slow-down.ts'
import { addAccount, endOtherSessions, findAccount, hasOneTimePassword } from '../store.ts'

const { least, most } = PASSWORD_LENGTH

const typed = (missing: string): Field<string> => ({
  read: ({ texts: [value = ''] }) => (value === '' || value.length > most ? { problem: missing } : { value }),
})
const chosen: Field<string> = {
  read({ texts: [value = ''] }) {
    if (value.length < least) return { problem: `Choose a password of ${least} characters or more` }
    return value.length > most ? { problem: `Choose a password of ${most} characters or fewer` } : { value }
  },
}

const WRONG = 'That is not the password you have now'
const TOO_MANY = 'Your password is being changed in another window. Wait 10 seconds and try again'

/** Whoever finds a computer left open is no faster here than at sign-in. */
const slowDown = new SlowDown()

export const changePasswordPage = page({
  path: '/account/password',
  may: 'be-signed-in',
  section: 'Account',
  opensWithOneTimePassword: true,
  load: async ({ db, person }) => ({ isOneTime: await hasOneTimePassword(db, person.personId) }),
  form: { current: typed('Enter the password you have now'), chosen },
  title: () => 'Change your password',
  view: ({ isOneTime }, form, { person }) => (
    <>
      <ErrorSummary problems={form.problems} />
      <Heading>Your account</Heading>
      <AccountNavigation current="/account/password" person={person} />
      {isOneTime && (
        <InsetText>
          You signed in with a one-time password, which someone else knows. Choose your own before you go on.
        </InsetText>
      )}
      <form class="gt-narrow" method="post" novalidate>
        <PasswordInput name="current" label="Password now" autocomplete="current-password" form={form} />
        <PasswordInput
          name="chosen"
          label="New password"
          hint={`${least} characters or more. Three words that have nothing to do with each other are good.`}
          autocomplete="new-password"
          form={form}
        />
        <Button>Change password</Button>
      </form>
    </>
  ),
  async prepare(given, { person, reading, from }) {
    const { passwordHash } = await reading(({ db }) => findAccount(db, person.personId))
    const tooMany = { field: 'current', text: TOO_MANY }
    const right = await slowDown.attempt(`${person.authorityId}/${person.personId}`, from, tooMany, async () =>
      (await passwordMatches(given.current, passwordHash)) ? true : null,
    )
    if (!right) throw new Refused([{ field: 'current', text: WRONG }])
    if (given.chosen.normalize('NFC') === given.current.normalize('NFC'))
      throw new Refused([{ field: 'chosen', text: 'Choose another password than the one you have now' }])
    return { was: passwordHash, becomes: await hashPassword(given.chosen) }
  },
  async save({ db, person, session }, { isOneTime }, _given, { was, becomes }) {
    const { passwordHash } = await findAccount(db, person.personId)
    if (passwordHash !== was) throw new Refused([{ field: 'current', text: WRONG }])
    await addAccount(db, person.personId, becomes)
    const ended = await endOtherSessions(db, person.personId, session)
    await addEvent(db, person, 'change-password', 'person', person.personId, { ended })
    return isOneTime ? '/' : '/account'
  },
})

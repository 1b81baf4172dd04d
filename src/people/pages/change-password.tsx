/** Change your password. Everywhere else you are signed in ends with the old one. */
import { addEvent } from '../../store/event.ts'
import { Button, Heading, InsetText } from '../../web/components.tsx'
import { ErrorSummary, PasswordInput } from '../../web/fields.tsx'
import { Refused } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { AccountNavigation } from '../account-navigation.tsx'
import { EASY_TO_GUESS, isEasyToGuess } from '../easy-password.ts'
import { hashPassword, passwordMatches } from '../password.ts'
import { NEW_PASSWORD_HINT, newPassword, password } from '../proof/fields.ts'
import { SlowDown } from '../slow-down.ts'
import { addAccount, endOtherSessions, findAccount, findShortName, hasOneTimePassword } from '../store.ts'

const MISSING = 'Enter the password you have now'
const WRONG = 'That is not the password you have now'
const TOO_MANY = 'Your password is being changed in another window. Wait 10 seconds and try again'

/** Whoever finds a computer left open is no faster here than at sign-in. */
const slowDown = new SlowDown()

export const changePasswordPage = page({
  path: '/account/password',
  may: 'be-signed-in',
  section: 'Account',
  opensBefore: ['own-password'],
  load: async ({ db, person }) => ({ isOneTime: await hasOneTimePassword(db, person.personId) }),
  form: { current: password(MISSING, MISSING), chosen: newPassword },
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
          hint={NEW_PASSWORD_HINT}
          autocomplete="new-password"
          form={form}
        />
        <Button>Change password</Button>
      </form>
    </>
  ),
  async prepare(given, { person, reading, from }) {
    const { passwordHash, name, email } = await reading(({ db }) => findAccount(db, person.personId))
    const council = await reading(({ db }) => findShortName(db))
    const tooMany = { field: 'current', text: TOO_MANY }
    const right = await slowDown.attempt(`${person.authorityId}/${person.personId}`, from, tooMany, async () =>
      (await passwordMatches(given.current, passwordHash)) ? true : null,
    )
    if (!right) throw new Refused([{ field: 'current', text: WRONG }])
    if (given.chosen.normalize('NFC') === given.current.normalize('NFC'))
      throw new Refused([{ field: 'chosen', text: 'Choose another password than the one you have now' }])
    if (isEasyToGuess(given.chosen, [name, email, council]))
      throw new Refused([{ field: 'chosen', text: EASY_TO_GUESS }])
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

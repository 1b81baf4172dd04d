/** Change your password. Everywhere else you are signed in ends with the old one. */
import { addEvent } from '../../store/event.ts'
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, PasswordInput } from '../../web/fields.tsx'
import { type Field, Refused } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { AccountNavigation } from '../account-navigation.tsx'
import { hashPassword, PASSWORD_LENGTH, passwordMatches } from '../password.ts'
import { addAccount, endOtherSessions, findAccount } from '../store.ts'

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

export const changePasswordPage = page({
  path: '/account/password',
  may: 'be-signed-in',
  section: 'Account',
  load: async () => null,
  form: { current: typed('Enter the password you have now'), chosen },
  title: () => 'Change your password',
  view: (_, form) => (
    <>
      <ErrorSummary problems={form.problems} />
      <Heading>Your account</Heading>
      <AccountNavigation current="/account/password" />
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
  async prepare(given, { person, reading }) {
    const { passwordHash } = await reading(({ db }) => findAccount(db, person.personId))
    if (!(await passwordMatches(given.current, passwordHash))) throw new Refused([{ field: 'current', text: WRONG }])
    return { was: passwordHash, becomes: await hashPassword(given.chosen) }
  },
  async save({ db, person, session }, _loaded, _given, { was, becomes }) {
    const { passwordHash } = await findAccount(db, person.personId)
    if (passwordHash !== was) throw new Refused([{ field: 'current', text: WRONG }])
    await addAccount(db, person.personId, becomes)
    const ended = await endOtherSessions(db, person.personId, session)
    await addEvent(db, person, 'change-password', 'person', person.personId, { ended })
    return '/account'
  },
})

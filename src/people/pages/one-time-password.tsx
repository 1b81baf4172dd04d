/** Set a one-time password for someone who has forgotten theirs. They choose their own when they next sign in. */
import type { Child } from 'hono/jsx'
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Input } from '../../web/fields.tsx'
import { type Field, type Form, Refused } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { giveOneTimePassword } from '../appointing.ts'
import { hashPassword, oneTimePassword, PASSWORD_LENGTH } from '../password.ts'
import { doingOf, peopleCrumbs } from '../people-words.tsx'
import { findPerson } from '../store.ts'

const { least, most } = PASSWORD_LENGTH

/** As typed, but for spaces around it, which come from pasting. */
export const oneTime: Field<string> = {
  read({ texts: [typed = ''] }) {
    const value = typed.trim()
    return value.length < least || value.length > most
      ? { problem: `Choose a one-time password of ${least} to ${most} characters` }
      : { value }
  },
}

/** It is shown, because it is to be told; it is kept nowhere that anyone can read it again. */
export const OneTimePassword = ({ form }: { form: Form }): Child => (
  <Input
    name="password"
    label="One-time password"
    hint="Tell it to them yourself, by telephone or in person, and not in the e-mail they sign in with. They must choose their own when they first sign in. It is not shown again"
    autocomplete="off"
    form={form}
    width={30}
  />
)

export const oneTimePasswordPage = page({
  path: '/people/:id/password',
  may: 'manage-people',
  section: 'Account',
  asksAgain: true,
  load: ({ db, params }) => findPerson(db, Number(params['id'])),
  title: ({ name }) => `Set a one-time password for ${name}`,
  breadcrumbs: () => peopleCrumbs,
  form: { password: oneTime },
  view: ({ personId, name }, form) => {
    form.start({ password: oneTimePassword() })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={name}>Set a one-time password</Heading>
        <p class="govuk-body gt-measure">
          Make sure that it is {name} who asks. Their old password stops working, and they are signed out everywhere.
        </p>
        <OneTimePassword form={form} />
        <Button>Set this password</Button>
        <p class="govuk-body">
          Better than a password that you know too:{' '}
          <a class="govuk-link" href={`/people/${personId}/invitation`}>
            send them an invitation
          </a>
          . If they have lost their telephone or passkey, see{' '}
          <a class="govuk-link" href={`/people/${personId}/sign-in`}>
            how they sign in
          </a>
          .
        </p>
      </form>
    )
  },
  prepare: async ({ password }) => hashPassword(password),
  async save(asked, { personId }, _given, passwordHash) {
    if (personId === asked.person.personId)
      throw new Refused([{ field: null, text: 'Change your own password under Your account' }])
    await giveOneTimePassword(asked.db, doingOf(asked), personId, passwordHash)
    return '/people'
  },
})

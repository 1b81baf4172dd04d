/** Sign in: with the council's directory, an e-mail address and a password, or a passkey. An empty database says how to begin. */
import { listAuthorities } from '../../store/authority.ts'
import { Button, InsetText, NotificationBanner } from '../../web/components.tsx'
import { ErrorSummary, Input, PasswordInput } from '../../web/fields.tsx'
import { Refused } from '../../web/form.ts'
import { openPage } from '../../web/page.tsx'
import { comingBack, returnAddress } from '../../web/return-address.ts'
import { problemIn } from '../directory-problem.ts'
import { emailAddress, password } from '../proof/fields.ts'
import { signIn } from '../sign-in.ts'
import { SlowDown } from '../slow-down.ts'

const WRONG = 'The e-mail address or the password is not right. Check both and try again'
const TOO_MANY =
  'Someone is trying to sign in with this e-mail address many times at once. Wait 10 seconds and try again'

const slowDown = new SlowDown()

export const signInPage = openPage({
  path: '/sign-in',
  load: async ({ database, query }) => ({
    isEmpty: (await listAuthorities(database)).length === 0,
    next: returnAddress(query.get('next')),
    problem: problemIn(query),
    left: query.get('left') === 'directory',
  }),
  form: { email: emailAddress, password: password('Enter your password', WRONG) },
  title: ({ isEmpty }) => (isEmpty ? 'Set up Golden Thread' : 'Sign in'),
  view: ({ isEmpty, next, problem, left }, form, { settings: { directory } }) =>
    isEmpty ? (
      <FirstTime />
    ) : (
      <div class="gt-narrow">
        {problem && <NotificationBanner>{problem}</NotificationBanner>}
        {left && directory && <Left name={directory.name} />}
        <ErrorSummary problems={form.problems} />
        <h1 class="govuk-heading-l">Sign in</h1>
        {directory && (
          <>
            <Button href={comingBack('/sign-in/directory', next)}>Sign in with {directory.name}</Button>
            <h2 class="govuk-heading-m">Without {directory.name}</h2>
          </>
        )}
        <form method="post" action={comingBack('/sign-in', next)} novalidate>
          <Input name="email" label="E-mail address" type="email" autocomplete="username" form={form} />
          <PasswordInput name="password" label="Password" autocomplete="current-password" form={form} />
          <Button kind={directory ? 'secondary' : 'primary'}>Sign in</Button>
        </form>
        <p class="govuk-body">
          <a class="govuk-link" href={comingBack('/sign-in/passkey', next)}>
            Sign in with a passkey
          </a>
        </p>
        <p class="govuk-body gt-quiet">
          If you cannot sign in, ask your improvement programme manager. Nobody will ever ask you for your password.
        </p>
      </div>
    ),
  async save({ database, now, from, settings }, { next }, given) {
    const tooMany = { field: 'email', text: TOO_MANY }
    const begun = await slowDown.attempt(given.email.toLowerCase(), from, tooMany, () =>
      signIn(database, { ...given, now, from, settings }),
    )
    if (begun === null) throw new Refused([{ field: 'email', text: WRONG }], 'wrong-sign-in')
    const to = next === '/sign-out' ? '/' : next
    return { to: begun.waits ? comingBack('/sign-in/second-step', to) : to, session: begun.secret }
  },
})

/** Signing out here is not signing out there: on a shared computer both matter. */
const Left = ({ name }: { name: string }) => (
  <InsetText>
    You are signed out of Golden Thread, and may still be signed in with {name}. On a computer that others use,{' '}
    <a class="govuk-link" href="/sign-in/directory/out">
      sign out there too
    </a>
    .
  </InsetText>
)

const FirstTime = () => (
  <div class="gt-reading">
    <h1 class="govuk-heading-l">Golden Thread is running, and holds nothing yet</h1>
    <p class="govuk-body">No council has been set up in its database. On the machine that runs it, do one of these:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        to begin with your own council, run <code>npx golden-thread authority add --help</code> and do what it says
      </li>
      <li>
        to look around with the invented council of Aldermere, set <code>GOLDEN_THREAD_DEMO</code> to <code>yes</code>{' '}
        and start it again
      </li>
    </ul>
    <p class="govuk-body">Then open this page again to sign in.</p>
  </div>
)

/** Show again that it is you: before child data leaves, permissions change or records are disposed of. Then one goes on to what one asked. */
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Hidden, Input, PasswordInput } from '../../web/fields.tsx'
import { type Form, Refused } from '../../web/form.ts'
import { type Asked, type Before, type Next, page } from '../../web/page.tsx'
import { comingBack, returnAddress } from '../../web/return-address.ts'
import { addEvent } from '../../store/event.ts'
import { AppLost, appIn } from '../app-lost.tsx'
import { problemIn } from '../directory-problem.ts'
import { passwordMatches } from '../password.ts'
import { PasskeyButton } from '../passkey-form.tsx'
import { code, hidden, once, passkeyAnswer } from '../proof/fields.ts'
import { toGet } from '../proof/passkey.ts'
import { bytesFor, findApp, takeCode, takePasskey } from '../proof/second-step.ts'
import { isLinked, listPasskeys, type Passkey } from '../proof/store.ts'
import type { Proof } from '../session.ts'
import { SlowDown } from '../slow-down.ts'
import { findNonce, findPasswordHash, findProved, renewSession } from '../store.ts'

const TOO_MANY = 'This is being tried in another window. Wait 10 seconds and try again'

/** Whoever finds a computer left open is no faster here than at sign-in. */
const slowDown = new SlowDown()

/** A form that was sent before its sender had shown who they are: its fields, as `web/serve-pages.tsx` wrote them. */
const typed = once<string>({ read: ({ texts: [value = ''] }) => ({ value }) })
const password = once<string>({ read: ({ texts: [value = ''] }) => ({ value: value.slice(0, 1_000) }) })

type Ways = {
  hasApp: boolean
  isLost: boolean
  hasPassword: boolean
  isLinked: boolean
  passkeys: Passkey[]
  challenge: Buffer
}
type Loaded = Ways & { next: string; provedLately: boolean; problem: string | null }

async function waysOf({ db, person, session, settings }: Asked): Promise<Ways> {
  const { personId } = person
  const linked = settings.directory !== null && (await isLinked(db, personId, settings.directory.issuer))
  const { hasApp, isLost } = appIn(await findApp(db, person, settings.sealing))
  return {
    isLinked: linked,
    hasApp,
    isLost,
    // a browser may fill in a password by itself, for whoever sits before it: the app is the better proof
    hasPassword: !hasApp && !isLost && !linked && (await findPasswordHash(db, personId)) !== null,
    passkeys: await listPasskeys(db, personId),
    challenge: bytesFor(await findNonce(db, session), 'passkey'),
  }
}

export const provePage = page({
  path: '/account/prove',
  may: 'be-signed-in',
  section: 'Account',
  opensBefore: ['add-second-step'],
  load: async (asked): Promise<Loaded> => ({
    ...(await waysOf(asked)),
    next: returnAddress(asked.query.get('next')),
    problem: problemIn(asked.query),
    provedLately: (await findProved(asked.db, asked.session, asked.now)).provedLately,
  }),
  form: { password, code, answer: passkeyAnswer, next: hidden, typed },
  title: () => 'Show that it is you',
  view: (loaded, form, asked) =>
    loaded.provedLately && form.text('typed') === '' ? (
      <Shown {...loaded} />
    ) : (
      <Asks {...loaded} form={form} {...asked} />
    ),
  prepare: async (given, before) =>
    (await before.reading(({ db, session, now }) => findProved(db, session, now))).provedLately
      ? null
      : await prove(given, before),
  async save({ db, person, session, now }, _loaded, { next, typed }, proof): Promise<Next> {
    const asked = returnAddress(next)
    const again = typed === '' ? null : fieldsIn(typed)
    const to = isFile(asked) && again === null ? comingBack('/account/prove', asked) : asked
    if (proof === null) return again ? { to, again } : to
    await addEvent(db, person, 'prove-again', 'person', person.personId, { how: proof })
    const secret = await renewSession(db, { authorityId: person.authorityId, session, proof, now })
    return { to, session: secret, ...(again && { again }) }
  },
})

async function prove(given: { password: string; code: string; answer: string }, before: Before): Promise<Proof> {
  const { person, session, origin, now, from, keeping, reading, settings } = before
  const ways = await reading(waysOf)
  const takesCodes = ways.hasApp || ways.isLost
  const [field, wrong] = takesCodes
    ? ['code', 'That code is not right, or was used before. Wait for the next one and enter it']
    : ['password', 'That is not your password']
  const tooMany = { field, text: TOO_MANY }
  const proof = await slowDown.attempt<Proof>(`${person.authorityId}/${person.personId}`, from, tooMany, async () => {
    if (given.answer !== '')
      return keeping(({ db }) => takePasskey(db, { by: person, session, origin, answer: given.answer, now }))
    if (takesCodes)
      return keeping(({ db }) => takeCode(db, { by: person, typed: given.code, now, sealing: settings.sealing }))
    const hash = ways.hasPassword ? await reading(({ db }) => findPasswordHash(db, person.personId)) : null
    return (await passwordMatches(given.password, hash)) ? 'password' : null
  })
  if (proof === null) throw new Refused([{ field, text: wrong }])
  return proof
}

function fieldsIn(typed: string): [string, string][] {
  try {
    const fields: unknown = JSON.parse(typed)
    if (Array.isArray(fields) && fields.every(isField)) return fields
  } catch {}
  throw new Refused([{ field: null, text: 'What you entered did not come back whole. Go back and send it again' }])
}

const isField = (one: unknown): one is [string, string] =>
  Array.isArray(one) && one.length === 2 && one.every(part => typeof part === 'string')

/** A download leaves the page standing that asked for it: that page then says so. */
const isFile = (address: string): boolean => /\.\w+$/.test(address.split('?')[0]!)

const Shown = ({ next }: Loaded) => (
  <div class="gt-narrow">
    <Heading>You have shown that it is you</Heading>
    <p class="govuk-body">You are not asked again for a quarter of an hour.</p>
    <Button href={next}>{isFile(next) ? 'Download' : 'Continue'}</Button>
  </div>
)

const Asks = ({ form, origin, ...loaded }: Loaded & Pick<Asked, 'origin' | 'settings'> & { form: Form }) => {
  const typed = form.text('typed')
  const next = form.text('next') || loaded.next
  const carried = (
    <>
      <Hidden name="next" value={next} />
      {typed !== '' && <Hidden name="typed" value={typed} />}
    </>
  )
  const { hasApp, isLost, hasPassword, passkeys, challenge } = loaded
  return (
    <div class="gt-narrow">
      <ErrorSummary problems={form.problems} />
      <Heading>Show that it is you</Heading>
      <p class="govuk-body">
        {loaded.problem ??
          'What you asked for needs you to show who you are again, because it is a while since you did.'}
      </p>
      {isLost && <AppLost />}
      {typed !== '' && <p class="govuk-body">What you entered is still here. Files have to be chosen again.</p>}
      {loaded.isLinked && (
        <ByDirectory name={loaded.settings.directory!.name} next={next} isWaiting={typed !== ''}>
          {carried}
        </ByDirectory>
      )}
      {passkeys.length > 0 && (
        <form method="post" action="/account/prove">
          {carried}
          <PasskeyButton does="get" primary={!hasApp} origin={origin} options={toGet({ origin, challenge }, passkeys)}>
            Use a passkey
          </PasskeyButton>
        </form>
      )}
      {(hasApp || isLost || hasPassword) && (
        <form method="post" action="/account/prove" novalidate>
          {carried}
          {hasApp || isLost ? (
            <Input
              name="code"
              label={hasApp ? 'Code' : 'Recovery code'}
              hint={
                hasApp
                  ? 'The six digits that your authenticator app shows, or a recovery code'
                  : 'One of those you were shown when you added the app'
              }
              autocomplete="one-time-code"
              form={form}
            />
          ) : (
            <PasswordInput name="password" label="Your password" autocomplete="current-password" form={form} />
          )}
          <Button>Continue</Button>
        </form>
      )}
      {!hasApp && !isLost && !hasPassword && !loaded.isLinked && passkeys.length === 0 && (
        <p class="govuk-body">You have no password here. Sign out, and sign in again.</p>
      )}
    </div>
  )
}

/** What waits to be sent stays in this window; the directory opens in another. */
const ByDirectory = ({
  name,
  next,
  isWaiting,
  children,
}: {
  name: string
  next: string
  isWaiting: boolean
  children: unknown
}) => (
  <form method="post" action="/account/prove">
    {children as never}
    <p class="govuk-body">
      <a
        class="govuk-link"
        href={`/sign-in/directory?again=yes&next=${encodeURIComponent(isWaiting ? '/account/prove' : next)}`}
        {...(isWaiting && { target: '_blank', rel: 'noopener' })}
      >
        Sign in again with {name}
        {isWaiting ? ' (opens another window)' : ''}
      </a>
    </p>
    {isWaiting && <Button kind="secondary">I have signed in there: carry on</Button>}
  </form>
)

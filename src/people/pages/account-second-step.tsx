/** Your second step: the app, passkeys and recovery codes you have, what your post needs, and the way to add and remove them. */
import { dayInLondon, shortDay } from '../../terms/day.ts'
import { Button, Heading, InsetText, SummaryList, WarningText } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { AccountNavigation } from '../account-navigation.tsx'
import { AppLost, appIn } from '../app-lost.tsx'
import { findApp } from '../proof/second-step.ts'
import { countRecoveryCodes, isLinked, listPasskeys, type Passkey } from '../proof/store.ts'
import { needsSecondStep } from '../second-step-rule.ts'
import { isSecondStepRequired } from '../store.ts'

const added = (instant: Date) => `added ${shortDay(dayInLondon(instant))}`

export const accountSecondStepPage = page({
  path: '/account/second-step',
  may: 'be-signed-in',
  section: 'Account',
  opensBefore: ['add-second-step'],
  load: async ({ db, person, person: { personId }, settings: { directory, sealing } }) => ({
    app: await findApp(db, person, sealing),
    passkeys: await listPasskeys(db, personId),
    codesLeft: await countRecoveryCodes(db, personId),
    isRequired: await isSecondStepRequired(db),
    isLinked: directory !== null && (await isLinked(db, personId, directory.issuer)),
  }),
  title: () => 'Your second step',
  view: ({ app, passkeys, codesLeft, isRequired, isLinked }, _form, { person, settings: { directory } }) => {
    const hasNone = app === null && passkeys.length === 0
    const needsOne = needsSecondStep(person.role)
    return (
      <>
        <Heading>Your account</Heading>
        <AccountNavigation current="/account/second-step" person={person} />
        {isLinked && (
          <InsetText>
            You sign in with {directory!.name}, which has a second step of its own. You need none here.
          </InsetText>
        )}
        {!isLinked && needsOne && hasNone && <Needed isRequired={isRequired} />}
        {appIn(app).isLost && <AppLost />}
        <p class="govuk-body gt-measure">
          A password can be guessed, seen or given away. With a second step nobody comes in with it alone: your
          telephone or this computer has to agree.
        </p>
        <SummaryList
          rows={[
            { key: 'Authenticator app', value: app ? `On your telephone, ${added(app.addedAt)}` : 'None' },
            { key: 'Passkeys', value: <Passkeys passkeys={passkeys} /> },
            { key: 'Recovery codes', value: hasNone ? 'Come with the first second step' : `${codesLeft} left` },
          ]}
        />
        <div class="govuk-button-group">
          <Button href="/account/second-step/app">{app ? 'Move to another app' : 'Add an authenticator app'}</Button>
          <Button kind="secondary" href="/account/second-step/passkey">
            Add a passkey
          </Button>
          {!hasNone && (
            <>
              <Button kind="secondary" href="/account/second-step/recovery-codes">
                Make new recovery codes
              </Button>
              <Button kind="secondary" href="/account/second-step/remove">
                Remove one
              </Button>
            </>
          )}
        </div>
      </>
    )
  },
})

const Needed = ({ isRequired }: { isRequired: boolean }) =>
  isRequired ? (
    <WarningText>Your post sees children, or decides who does. Add a second step before you go on.</WarningText>
  ) : (
    <InsetText>
      This council is invented, and lets its people sign in with a password alone. In a council of your own, a post like
      yours must have a second step.
    </InsetText>
  )

const Passkeys = ({ passkeys }: { passkeys: Passkey[] }) =>
  passkeys.length === 0 ? (
    <>None</>
  ) : (
    <ul class="govuk-list gt-tight">
      {passkeys.map(({ name, addedAt, usedAt }) => (
        <li>
          {name}, {added(addedAt)}
          {usedAt ? `, last used ${shortDay(dayInLondon(usedAt))}` : ''}
        </li>
      ))}
    </ul>
  )

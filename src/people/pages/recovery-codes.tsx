/** New recovery codes: shown once, to be kept on paper; those there were are good no longer. */
import { createHash } from 'node:crypto'
import type { Asked } from '../../web/page.tsx'
import { addEvent } from '../../store/event.ts'
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Hidden } from '../../web/fields.tsx'
import { Refused } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { hidden } from '../proof/fields.ts'
import { hashOfRecoveryCode, recoveryCodes } from '../proof/recovery-code.ts'
import { bytesFor } from '../proof/second-step.ts'
import { addRecoveryCodes, hasSecondStep } from '../proof/store.ts'
import { findNonce, renewNonce } from '../store.ts'
import { accountSecondStepCrumbs } from './add-authenticator.tsx'

/** Made of this session's own bytes: the same until they are kept. `seen` tells one set from another and gives none of it away. */
async function loadNew({ db, person, session }: Asked) {
  const nonce = await findNonce(db, session)
  const codes = recoveryCodes(bytesFor(nonce, 'recovery-codes'))
  const seen = createHash('sha256').update(codes.join(' ')).digest('hex').slice(0, 16)
  return { nonce, codes, seen, hasSecondStep: await hasSecondStep(db, person.personId) }
}

export const recoveryCodesPage = page({
  path: '/account/second-step/recovery-codes',
  may: 'be-signed-in',
  section: 'Account',
  asksAgain: true,
  load: loadNew,
  form: { seen: hidden },
  title: () => 'Your recovery codes',
  breadcrumbs: () => accountSecondStepCrumbs,
  view: ({ codes, seen, hasSecondStep }, form) =>
    hasSecondStep ? (
      <form class="gt-reading" method="post">
        <ErrorSummary problems={form.problems} />
        <Heading>Your recovery codes</Heading>
        <p class="govuk-body">
          Each signs you in once, after your password, when your telephone or computer is lost. Print them or write them
          down, and keep them where you keep what matters. They are shown only now.
        </p>
        <ol class="govuk-list govuk-list--number">
          {codes.map(one => (
            <li>
              <code>{one}</code>
            </li>
          ))}
        </ol>
        <Hidden name="seen" value={seen} />
        <Button>I have kept them: use these</Button>
      </form>
    ) : (
      <div class="gt-reading">
        <Heading>Your recovery codes</Heading>
        <p class="govuk-body">They stand for a second step. Add an authenticator app or a passkey first.</p>
        <Button href="/account/second-step">Your second step</Button>
      </div>
    ),
  async save({ db, person, session, now }, { nonce, codes, seen, hasSecondStep }, given) {
    if (!hasSecondStep) throw new Refused([{ field: null, text: 'Add an authenticator app or a passkey first' }])
    if (given.seen !== seen)
      throw new Refused([{ field: null, text: 'These are other codes than those you saw before. Keep these instead' }])
    await renewNonce(db, session, nonce)
    await addRecoveryCodes(
      db,
      person.personId,
      codes.map(one => hashOfRecoveryCode(one)!),
      now,
    )
    await addEvent(db, person, 'make-recovery-codes', 'person', person.personId, { codes: codes.length })
    return '/account/second-step'
  },
})

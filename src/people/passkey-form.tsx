/** The part of a form that a passkey answers. The browser's script asks the device; without script it is not offered. */
import { Button, InsetText } from '../web/components.tsx'
import { mayHavePasskeys } from './proof/passkey.ts'

type Asked = { does: 'create' | 'get'; options: object; origin: string; primary?: boolean; children: string }

/** Stands inside the form whose field `answer` it fills; the form is sent when the device has answered. */
export const PasskeyButton = ({ does, options, origin, primary, children }: Asked) =>
  mayHavePasskeys(origin) ? (
    <div data-passkey={does} data-options={JSON.stringify(options)}>
      <input type="hidden" name="answer" value="" />
      <p class="govuk-error-message" data-passkey-problem hidden role="alert"></p>
      <p class="govuk-body gt-quiet" data-passkey-without>
        A passkey needs a browser that runs scripts.
      </p>
      <div data-passkey-with hidden>
        <Button kind={primary ? 'primary' : 'secondary'} name="by" value="passkey">
          {children}
        </Button>
      </div>
    </div>
  ) : (
    <InsetText>
      Passkeys need an address with a name. On this machine, open http://localhost instead of 127.0.0.1.
    </InsetText>
  )

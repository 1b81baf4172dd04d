/** An authenticator app whose codes nothing here can check any more, because the key that its secret was sealed with is gone. */
import { InsetText } from '../web/components.tsx'

/** What the pages that ask for a code need to know: whether there is an app, and one whose codes can be checked. */
export const appIn = (app: { secret: Uint8Array | null } | null) => ({
  hasApp: app !== null && app.secret !== null,
  isLost: app !== null && app.secret === null,
})

export const AppLost = () => (
  <InsetText>
    The codes of your authenticator app cannot be checked any more: the service has lost the key to them. Use a recovery
    code or a passkey, then add the app again under Your second step. If you have neither, ask whoever manages people to
    take the app away.
  </InsetText>
)

/** Passkeys (WebAuthn Level 3): what the browser is asked for, and whether what came back is right. Always with the device unlocked. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Passkey } from './store.ts'

/** Where it happens: a passkey is bound to the name of the host, and answers nowhere else. */
export type Place = { origin: string; challenge: Uint8Array }

const LONGEST_ANSWER = 20_000
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const hostOf = (origin: string): string => new URL(origin).hostname

/** Browsers make no passkeys for a number such as 127.0.0.1. */
export const mayHavePasskeys = (origin: string): boolean => !/^[\d.]+$|^\[/.test(hostOf(origin))

export type Owner = { authorityId: number; personId: number; name: string; email: string; council: string }

const listed = (passkeys: Passkey[]) =>
  passkeys.map(({ credentialId, transports }) => ({ type: 'public-key', id: base64(credentialId), transports }))

/** For `navigator.credentials.create`. The owner's handle is two numbers of ours, and no name. */
export const toCreate = ({ origin, challenge }: Place, owner: Owner, known: Passkey[]) => ({
  challenge: base64(challenge),
  rp: { id: hostOf(origin), name: `${owner.council}: Golden Thread` },
  user: {
    id: base64(Buffer.from(`${owner.authorityId}.${owner.personId}`)),
    name: owner.email,
    displayName: owner.name,
  },
  pubKeyCredParams: ALGORITHMS.map(alg => ({ type: 'public-key', alg })),
  excludeCredentials: listed(known),
  authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  attestation: 'none',
  timeout: 300_000,
})

/** EdDSA, ES256 and RS256: what devices have. */
const ALGORITHMS = [-8, -7, -257]

/** For `navigator.credentials.get`; of these passkeys, or of any where nobody is known yet. */
export const toGet = ({ origin, challenge }: Place, passkeys: Passkey[]) => ({
  challenge: base64(challenge),
  rpId: hostOf(origin),
  allowCredentials: listed(passkeys),
  userVerification: 'required',
  timeout: 300_000,
})

export type Made = Pick<Passkey, 'credentialId' | 'publicKey' | 'uses' | 'transports'>

/** The new passkey; null where the answer is not one to what was asked, here, now. */
export async function readMade(answer: string, { origin, challenge }: Place): Promise<Made | null> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: parsed(answer) as RegistrationResponseJSON,
      expectedChallenge: base64(challenge),
      expectedOrigin: origin,
      expectedRPID: hostOf(origin),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (!registrationInfo) return null
    const { id, publicKey, counter, transports } = registrationInfo.credential
    return { credentialId: Buffer.from(id, 'base64url'), publicKey, uses: counter, transports: transports ?? [] }
  } catch {
    return null
  }
}

/** Whose passkey it says it is: to look it up, and no more. Null where it says nothing that can be read. */
export function readClaim(answer: string): { authorityId: number; personId: number; credentialId: Buffer } | null {
  try {
    const { id, response } = parsed(answer) as AuthenticationResponseJSON
    const handle = Buffer.from(response.userHandle ?? '', 'base64url').toString()
    const [, authority, person] = /^([1-9]\d{0,8})\.([1-9]\d{0,8})$/.exec(handle) ?? []
    if (!authority || !person || !/^[\w-]{1,1400}$/.test(id)) return null
    return { authorityId: Number(authority), personId: Number(person), credentialId: Buffer.from(id, 'base64url') }
  } catch {
    return null
  }
}

/** Whether the passkey signed what was asked, here, now. Answers how often it was used; null where it did not. */
export async function readSigned(
  answer: string,
  { origin, challenge }: Place,
  passkey: Passkey,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  try {
    const response = parsed(answer) as AuthenticationResponseJSON
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: base64(challenge),
      expectedOrigin: origin,
      expectedRPID: hostOf(origin),
      credential: {
        id: base64(passkey.credentialId),
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.uses,
      },
      requireUserVerification: true,
    })
    return verified && response.id === base64(passkey.credentialId) ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}

function parsed(answer: string): unknown {
  if (answer.length > LONGEST_ANSWER) throw new TypeError('longer than any passkey answers')
  return JSON.parse(answer)
}

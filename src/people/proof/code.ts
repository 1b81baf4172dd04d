/**
 * The six-digit codes of an authenticator app: RFC 6238 (TOTP) over RFC 4226 (HOTP), with SHA-1 and half a minute, which is what
 * every app reads. The secret is 20 bytes, the output of SHA-1 (RFC 4226, section 4, R6).
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

export const SECRET_BYTES = 20
const STEP_SECONDS = 30
/** A telephone's clock may be half a minute off either way (RFC 6238, 5.2). */
const STEPS_OFF = [0, -1, 1]

/** The half minute, counted since 1970. */
export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / STEP_SECONDS)

/** RFC 4226, 5.3: the last half byte of the hash says where in it the number stands. */
export function codeAt(secret: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const at = hash.at(-1)! & 0xf
  return String((hash.readUInt32BE(at) & 0x7fff_ffff) % 10 ** digits).padStart(digits, '0')
}

/** The half minute that a typed code belongs to, now or just beside; null for a wrong one. Takes as long for each. */
export function stepOf(secret: Uint8Array, typed: string, now: Date): number | null {
  const given = Buffer.from(typed.replace(/\s/g, '').padEnd(6, '-').slice(0, 6))
  const fits = STEPS_OFF.map(off => stepAt(now) + off).filter(step => {
    const right = Buffer.from(codeAt(secret, step))
    return given.length === right.length && timingSafeEqual(given, right)
  })
  return /^\s*(\d\s*){6}$/.test(typed) ? (fits[0] ?? null) : null
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648, section 6, without padding: how apps take a secret that is typed. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What the square code holds for the app: whose it is and where, and the secret. */
export const enrolmentAddress = (service: string, account: string, secret: Uint8Array): string =>
  `otpauth://totp/${encodeURIComponent(service)}:${encodeURIComponent(account)}?secret=${base32(secret)}&issuer=${encodeURIComponent(service)}`

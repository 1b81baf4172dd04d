/** A key of 32 bytes as it is written down: base64 or hexadecimal digits. */

/** Null where it is written in neither, or is not 32 bytes. */
export function keyIn(text: string): Buffer | null {
  const key = /^[0-9a-f]{64}$/i.test(text)
    ? Buffer.from(text, 'hex')
    : /^[\w+/-]+={0,2}$/.test(text)
      ? Buffer.from(text, 'base64')
      : null
  return key?.length === 32 ? key : null
}

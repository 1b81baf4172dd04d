/** A text as a square code (QR, ISO/IEC 18004), drawn as SVG: for a telephone that is held before the screen. */
import { encode } from 'uqr'

/** One path, black on white whatever the page's colours. Four modules of margin, as the standard asks. */
export function squareCode(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="240" height="240" role="img" aria-label="Square code for your authenticator app" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
}

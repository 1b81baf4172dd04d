/** Text as bytes: what it is, where it is more than plain, and the cells of a CSV that would run something. */
import { isUtf8 } from 'node:buffer'
import { E_MAIL, type Other, WEB_PAGE } from './other-kinds.ts'
import { holds } from './refusal.ts'

/** The words of a text in UTF-8 or UTF-16; otherwise what it is instead. */
export function textOf(bytes: Uint8Array): string | Other {
  const text = decoded(bytes)
  const markup = markupIn((text ?? Buffer.from(bytes.subarray(0, 8_192)).toString('latin1')).slice(0, 8_192))
  if (markup) return markup
  if (text === null)
    return looksLikeText(bytes)
      ? { found: 'text in an older encoding', instead: 'save it as UTF-8 (in Excel: CSV UTF-8)' }
      : { found: 'bytes of no kind that is known here', instead: 'give it as PDF' }
  return HEADERS.filter(header => header.test(text.slice(0, 8_192))).length >= 3 ? E_MAIL : text
}

/** What a browser would take for more than text, were it let. */
function markupIn(start: string): Other | null {
  if (/<svg\b/i.test(start)) return { found: 'an SVG drawing', instead: 'save it as PNG or PDF' }
  if (/<(html|script|iframe|body|object|embed)\b/i.test(start)) return WEB_PAGE
  if (/^\s*<\?xml/i.test(start)) return { found: 'an XML file', instead: 'save it as PDF or CSV' }
  return /^\s*<[!?a-z]/i.test(start) ? WEB_PAGE : null
}

const HEADERS = [/^from: /im, /^to: /im, /^subject: /im, /^date: /im, /^message-id: /im, /^mime-version: /im, /^received: /im] // prettier-ignore

/** Null where it is neither, or holds what no text does. */
function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const utf16 = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  if (utf16 === null && !isUtf8(bytes)) return null
  try {
    const text = new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes)
    return NOT_TEXT.test(text) ? null : text
  } catch {
    return null
  }
}
const NOT_TEXT = /[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/

const looksLikeText = (bytes: Uint8Array): boolean => !bytes.some(byte => byte < 9 || (byte > 13 && byte < 32))

/** A cell like `=cmd|'/c calc'!A1` starts a program of whoever opens it in a spreadsheet (dynamic data exchange). Throws. */
export function refuseCommands(text: string): void {
  if (text.includes('|') && text.split(/[\n\r,;\t]/).some(startsProgram))
    throw holds('a cell that starts a program', 'take the formula out and save it again')
}

/** Spaces are taken off before anything is looked for, so that a long run of them costs no more than its length. */
function startsProgram(cell: string): boolean {
  const plain = cell.trim().replace(/^["']/, '').trimStart()
  if (!/^[=+\-@]/.test(plain)) return false
  const calls = plain.indexOf("|'")
  const bar = plain.indexOf('|')
  return (
    /^["']?[A-Za-z][\w.]{0,200}["']?\|/.test(plain.slice(1).trimStart()) ||
    /[\w"')]\s?$/.test(plain.slice(0, Math.max(0, calls))) ||
    (bar !== -1 && plain.includes('!', bar))
  )
}

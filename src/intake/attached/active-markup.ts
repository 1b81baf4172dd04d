/**
 * What the XML of an Office or OpenDocument file would start or fetch when it is opened, with no macro in the file: a field or a link that
 * speaks to another program (dynamic data exchange), a listener that calls a script of the reader's own, a frame from elsewhere.
 */
import { readXml } from '../sources/xml.ts'
import { fetches, holds, WITHOUT } from './refusal.ts'

/** Names of elements: they can be written in no other way, so a part without any of them is not read further. */
const MARKS = /event-listener|ddeLink|dde-source|instrText|fldSimple|floating-frame|section-source|:object(-ole)?\b/i
const ELSEWHERE = /^([a-z][a-z0-9+.-]+:|[\\/]{2})/i

/** Throws `UnreadableFile`. */
export async function refuseActiveMarkup(part: Buffer): Promise<void> {
  if (!/^[\xef\xbb\xbf\xfe\xff\0\s]*</.test(part.toString('latin1', 0, 64))) return
  const text = part.toString('latin1')
  if (!MARKS.test(text.includes('\0') ? text.replaceAll('\0', '') : text)) return
  let field = ''
  let inField = false
  const program = { open: () => speaks() }
  const linked = {
    open({ href = '' }) {
      if (ELSEWHERE.test(href)) throw fetches()
    },
  }
  const instruction = { open: () => void (inField = true), close: () => void (inField = false) }
  await readXml(
    one(part),
    {
      'event-listener': { open: () => runs() },
      ddeLink: program,
      'dde-source': program,
      'floating-frame': linked,
      'section-source': linked,
      object: linked,
      'object-ole': linked,
      instrText: instruction,
      delInstrText: instruction,
      fldSimple: { open: ({ instr = '' }) => void (field += ` ${instr}`) },
    },
    words => {
      if (inField) field += words
    },
  )
  if (/DDE(AUTO)?\b/i.test(field)) speaks()
}

async function* one(part: Buffer): AsyncGenerator<Uint8Array> {
  yield part
}

function runs(): never {
  throw holds('macros', WITHOUT)
}
function speaks(): never {
  throw holds('a field or link that starts a program', WITHOUT)
}

/** A report as an accessible PDF (PDF/UA-1): tagged, titled, in English, with words for its charts and a way through by headings. */
import { amount } from './figure.ts'
import { lettersOf, showable, UNSHOWN } from './font-letters.ts'
import type { Frozen } from './freeze.ts'
import { pdfPages } from './pdf-pages.ts'
import { FONT_FILES } from './picture.ts'
import { write } from './writing.ts'

/** `address` is where the service is found, for links; without it they are words. Throws where the report cannot be laid out. */
export function writePdf(frozen: Frozen, address: string | null = null): Promise<Uint8Array> {
  letters ??= lettersOf(FONT_FILES[0]!)
  const { shown, unshown } = showable(letters)
  const pages = pdfPages(frozen, shown, address)
  return write({ kind: 'pdf', pages: { ...pages, note: noteOf(unshown()) } })
}

let letters: [number, number][] | null = null

function noteOf(unshown: number): string | null {
  if (unshown === 0) return null
  const [stands, it] = unshown === 1 ? ['stands', 'it'] : ['stand', 'them']
  return `${amount(unshown, 'character')} of the plan cannot be shown in this file and ${stands} as ${UNSHOWN}. The web page and the Word file show ${it}.`
}

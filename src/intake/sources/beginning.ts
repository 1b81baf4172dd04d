/** What a file is by its first rows, or by the beginning of its XML, without reading more than that takes. */
import { encodingOf } from './encoding.ts'
import { readExtract, type GivenFile } from './extract-file.ts'
import { notices } from './notices.ts'

const ROWS = 10
const CHARACTERS = 64 * 1024

type Kind<What> = {
  ofXml(beginning: string): What | null
  /** Of a row; `sheet` is null in a CSV. */
  ofRow(sheet: string | null, cells: string[]): What | null
}

/** The first answer, from the first rows of each sheet in turn; sheets after it are not opened. Throws UnreadableFile. */
export async function kindOfExtract<What>({ name, bytes }: GivenFile, kind: Kind<What>): Promise<What | null> {
  const start = bytes.subarray(0, CHARACTERS)
  const text = new TextDecoder(encodingOf(start)).decode(start)
  if (/^\ufeff?\s*</.test(text)) return kind.ofXml(text)
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const open = (sheet: string | null) => {
    let rows = 0
    return (cells: string[]) => {
      rows += 1
      const what = rows <= ROWS ? kind.ofRow(sheet, cells) : null
      if (what !== null) throw new Found(what)
    }
  }
  try {
    await readExtract({ name, bytes: isZip ? bytes : firstLines(bytes, start, text) }, open, notices())
  } catch (error) {
    if (error instanceof Found) return error.what as What
    throw error
  }
  return null
}

/** Ends the reading. */
class Found extends Error {
  readonly what: unknown
  constructor(what: unknown) {
    super('found')
    this.what = what
  }
}

/** Whole lines only, so that no quotation is cut open; one long line as it is. */
function firstLines(bytes: Uint8Array, start: Uint8Array, text: string): Uint8Array {
  if (bytes.length <= start.length) return bytes
  const lines = text.split('\n').slice(0, ROWS + 1)
  return Buffer.from(
    lines
      .slice(0, -1)
      .join('\n')
      .replace(/^\ufeff/, '') || lines[0]!,
  )
}

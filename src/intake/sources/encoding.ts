/** The characters of a text file, whatever program wrote it: UTF-8, UTF-16 (Excel's “Unicode text”), or Windows-1252. */
import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { UnreadableFile } from '../unreadable-file.ts'

const MAX_TEXT = 20 * 1024 * 1024

export function decode(bytes: Uint8Array): string {
  if (bytes.length > MAX_TEXT)
    throw new UnreadableFile('This file is larger than 20 MB, which no plan is: save the plan alone in a new file')
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encodingOf(bytes))
  if (text.includes('\0'))
    throw new UnreadableFile(
      'This is not a document that can be read: give a Word (.docx), Excel (.xlsx), CSV or text file',
    )
  return text.replace(/^\ufeff/, '')
}

/** A name that both `iconv-lite` and `TextDecoder` know. */
export function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 4096)
  const zeros = [0, 1].map(odd => start.filter((byte, at) => byte === 0 && at % 2 === odd).length) as [number, number]
  if (zeros[1] > start.length / 5 && zeros[0] === 0) return 'utf-16le'
  if (zeros[0] > start.length / 5 && zeros[1] === 0) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

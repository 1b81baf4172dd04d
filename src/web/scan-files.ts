/**
 * Every file that a form brings is scanned, where there is a scanner, before anything reads or keeps it. One that holds something harmful is
 * refused and that is put in the record; one of which the scanner says nothing is refused too, for now.
 */
import { createHash } from 'node:crypto'
import { logLine } from '../store/log.ts'
import type { FieldProblem, Fields, Upload } from './form.ts'
import type { Body } from './read-body.ts'
import { recordRefusedFile } from './recording.ts'
import type { Request } from './request.ts'
import { ScannerAway } from './scanner.ts'

/** Why the form is not taken; `status` 400 for what is in a file, 503 where the scanner does not say. Null where nothing stands in the way. */
export async function scanFiles(
  request: Request,
  fields: Fields,
  body: Body,
): Promise<{ status: 400 | 503; problems: FieldProblem[] } | null> {
  const { scanner } = request.serving
  if (!scanner) return null
  const problems: FieldProblem[] = []
  try {
    for (const { field, file } of filesIn(fields, body)) {
      const verdict = await scanner.scan(file.bytes)
      if (verdict.clean) continue
      await tellFound(request, file, verdict.signature)
      problems.push({ field, text: holdsSomething(file.name, verdict.signature) })
    }
  } catch (error) {
    if (!(error instanceof ScannerAway)) throw error
    logLine({ level: 'error', event: 'file-not-scanned', where: request.where, why: error.why })
    return { status: 503, problems: [{ field: fileField(fields), text: NOT_CHECKED[error.why] }] }
  }
  return problems.length === 0 ? null : { status: 400, problems }
}

const filesIn = (fields: Fields, body: Body): { field: string; file: Upload }[] =>
  Object.entries(fields)
    .filter(([, { isFile }]) => isFile)
    .flatMap(([field]) => (body[field]?.files ?? []).map(file => ({ field, file })))
    .filter(({ file }) => file.bytes.length > 0)

const fileField = (fields: Fields): string | null =>
  Object.entries(fields).find(([, { isFile }]) => isFile)?.[0] ?? null

/** What is told of one in which something was found. */
export const holdsSomething = (name: string, signature: string) =>
  `${name} was refused: the scanner found something harmful in it (${signature}). Nothing was kept. Do not open it again, and tell your IT service desk`

const LATER = 'Files cannot be checked at the moment: nothing was kept; try again'
/** What is told where the scanner did not say. */
export const NOT_CHECKED: Record<ScannerAway['why'], string> = {
  'no-answer': LATER,
  'odd-answer': LATER,
  'too-large':
    'The file is larger than the scanner takes: nothing was kept. Give it in smaller parts, or tell whoever runs the service',
}

async function tellFound(request: Request, { bytes }: Upload, signature: string): Promise<void> {
  const found = foundIn(bytes, signature)
  logLine({ level: 'error', event: 'file-refused', where: request.where, ...found })
  await recordRefusedFile(request, found)
}

/** For the record and the log. Its name is nowhere in it: files are named after children. */
export const foundIn = (bytes: Uint8Array, signature: string) => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
  signature,
})

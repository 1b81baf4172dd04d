/** The kinds of file that may be attached: nothing that runs, and nothing that a reader would open into something else. */

type Allowed = {
  /** As a sentence names it. */
  words: string
  /** What it is told to a browser as; the only media types that an attachment ever has. */
  media: string
  endings: readonly string[]
}

export const ALLOWED = {
  pdf: { words: 'a PDF', media: 'application/pdf', endings: ['pdf'] },
  docx: {
    words: 'a Word document',
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  xlsx: {
    words: 'an Excel workbook',
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
  },
  pptx: {
    words: 'a PowerPoint presentation',
    media: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    endings: ['pptx'],
  },
  odt: { words: 'an OpenDocument text', media: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  ods: {
    words: 'an OpenDocument spreadsheet',
    media: 'application/vnd.oasis.opendocument.spreadsheet',
    endings: ['ods'],
  },
  odp: {
    words: 'an OpenDocument presentation',
    media: 'application/vnd.oasis.opendocument.presentation',
    endings: ['odp'],
  },
  csv: { words: 'CSV', media: 'text/csv', endings: ['csv', 'tsv'] },
  text: { words: 'plain text', media: 'text/plain', endings: ['txt'] },
  png: { words: 'a PNG picture', media: 'image/png', endings: ['png'] },
  jpeg: { words: 'a JPEG picture', media: 'image/jpeg', endings: ['jpg', 'jpeg'] },
} as const satisfies Record<string, Allowed>
export type FileKind = keyof typeof ALLOWED

export const KINDS_IN_WORDS =
  'PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), OpenDocument (.odt, .ods, .odp), CSV, plain text, PNG or JPEG'

/** What a name says the file is, by its ending; null where it says nothing that is allowed. */
export const kindByEnding = (ending: string): FileKind | null =>
  (Object.keys(ALLOWED) as FileKind[]).find(kind => (ALLOWED[kind].endings as readonly string[]).includes(ending)) ??
  null

/** Files in a form: what is asked for, how each is looked at before anything is kept, and where there is no more room. */
import { KINDS_IN_WORDS } from '../intake/attachable.ts'
import { checkFile, MOST_FILE } from '../intake/check-file.ts'
import { UnreadableFile } from '../intake/unreadable-file.ts'
import { FileUpload, Radios } from '../web/fields.tsx'
import { type FieldProblem, files, type Form, maybeOneOf, Refused, type Upload } from '../web/form.ts'
import type { Asked } from '../web/page.tsx'
import {
  addAttachment,
  bytesAttached,
  listAttachmentsOfEvidence,
  type ReadyFile,
  readyFile,
} from './attachment-store.ts'
import { AUDIENCE, type Audience, MOST_AT_ONCE, MOST_FILES, sizeOf } from './attachment.ts'
import { doingOf } from './doing.ts'

/** `missing` where the form is about nothing else. */
export const attachForm = (missing?: string) => ({
  files: files({ most: MOST_FILES, mostBytes: MOST_AT_ONCE, ...(missing && { missing }) }),
  audience: maybeOneOf(AUDIENCE),
})

const HINT: Record<Audience, string> = {
  figures: 'Partners, members of the board, councillors, young people and the DfE cannot open it',
  all: 'I have looked: it holds nothing about any one child, no name and no small number',
  children: 'It tells of children. Whoever opens it shows again who they are and says why, and that is in the record',
}

export function AttachFields({ form, label }: { form: Form; label: string }) {
  form.start({ audience: 'figures' })
  const options = (Object.keys(AUDIENCE) as Audience[]).map(value => ({
    value,
    text: AUDIENCE[value],
    hint: HINT[value],
  }))
  return (
    <>
      <div class="govuk-error-summary" data-too-large hidden tabindex={-1} role="alert">
        <p class="govuk-body govuk-!-margin-bottom-0">
          These files are larger together than {sizeOf(MOST_AT_ONCE)}. Add some of them now and the rest afterwards.
        </p>
      </div>
      <FileUpload
        name="files"
        label={label}
        hint={`${form.problems.length > 0 ? 'Nothing was kept yet: select every file again. ' : ''}${KINDS_IN_WORDS}. Each up to ${MOST_FILE / 1024 / 1024} MB, together up to ${MOST_AT_ONCE / 1024 / 1024} MB. Do not name a file after a child`}
        accept=".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.tsv,.txt,.png,.jpg,.jpeg"
        multiple
        form={form}
      />
      <Radios name="audience" legend="Who may open the files?" options={options} form={form} small />
    </>
  )
}

/** Looks at each, before any transaction. Throws `Refused` naming each that may not be kept. */
export async function readyFiles(given: Upload[]): Promise<ReadyFile[]> {
  const ready: ReadyFile[] = []
  const problems: FieldProblem[] = []
  for (const { name, bytes } of given)
    try {
      ready.push(readyFile(await checkFile(name, bytes), bytes))
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      problems.push({ field: 'files', text: error.message })
    }
  if (problems.length > 0) throw new Refused(problems)
  return ready
}

/** Keeps the files with a piece of evidence. Throws `Refused` where it has as many as it may, has one already, or there is no more room. */
export async function attach(
  asked: Asked,
  evidenceId: number,
  ready: ReadyFile[],
  audience: Audience | null,
): Promise<void> {
  if (ready.length === 0) return
  const { db, today, scans, mostAttached } = asked
  const there = (await listAttachmentsOfEvidence(db, evidenceId, today)).filter(({ isGone }) => !isGone)
  const refuse = (text: string) => new Refused([{ field: 'files', text }])
  if (there.length + ready.length > MOST_FILES)
    throw refuse(
      `A piece of evidence has up to ${MOST_FILES} files, and this one would have ${there.length + ready.length}. Add evidence of its own for the rest`,
    )
  const hashes = there.map(({ sha256 }) => sha256)
  for (const { name, sha256 } of ready) {
    if (hashes.includes(sha256.toString('hex'))) throw refuse(`${name}: this evidence has that file already`)
    hashes.push(sha256.toString('hex'))
  }
  const added = ready.reduce((all, { bytes }) => all + bytes.length, 0)
  if ((await bytesAttached(db)) + added > mostAttached)
    throw refuse(
      `There is no room for ${sizeOf(added)} more: all files together may have ${sizeOf(mostAttached)}. Remove what is no longer needed, or tell whoever runs the service`,
    )
  for (const file of ready)
    await addAttachment(db, doingOf(asked), evidenceId, file, { audience: audience ?? 'figures', scanned: scans })
}

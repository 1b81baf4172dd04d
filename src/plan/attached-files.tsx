/** The files of a piece of evidence as a page shows them: each with who may open it, and those that were removed with why. */
import { ALLOWED } from '../intake/attachable.ts'
import { shortDay } from '../terms/day.ts'
import { capital, lower } from '../terms/first-letter.ts'
import type { Asked } from '../web/page.tsx'
import { type Attachment, AUDIENCE, mayOpen, sizeOf, whatItIs } from './attachment.ts'

export const fileAddress = ({ address, audience }: Pick<Attachment, 'address' | 'audience'>): string =>
  `/plan/attachments/${address}${audience === 'children' ? '/of-children' : ''}`

type Of = { evidenceId: number; title: string; files: Attachment[] }

/** With the way to add one. `changes` is whether the person may add and remove. */
export const FilesOfEvidence = ({ of, asked, changes }: { of: Of; asked: Asked; changes: boolean }) => (
  <>
    <AttachedFiles files={of.files} asked={asked} changes={changes} />
    {changes && (
      <a class="govuk-link gt-small gt-screen" href={`/plan/evidence/${of.evidenceId}/files`}>
        Add a file<span class="govuk-visually-hidden"> to {of.title}</span>
      </a>
    )}
  </>
)

/** `changes` is whether the person may remove them. */
export const AttachedFiles = ({ files, asked, changes }: { files: Attachment[]; asked: Asked; changes: boolean }) =>
  files.length === 0 ? null : (
    <ul class="govuk-list gt-tight">
      {files.map(file => (
        <li>
          <FileName file={file} asked={asked} />
          <div class="gt-small">
            {toldOf(file)}
            {changes && !file.isGone && (
              <>
                {' '}
                <a class="govuk-link gt-screen" href={`/plan/attachments/${file.address}/remove`}>
                  Remove<span class="govuk-visually-hidden"> {file.name ?? whatItIs(file)}</span>
                </a>
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  )

function FileName({ file, asked }: { file: Attachment; asked: Asked }) {
  const named =
    file.name === null ? capital(whatItIs(file)) : `${file.name} (${ALLOWED[file.kind].words}, ${sizeOf(file.bytes)})`
  if (file.isGone || !mayOpen(asked.person, file.audience)) return <span class="gt-anywhere">{named}</span>
  return (
    <a class="govuk-link govuk-link--no-visited-state gt-anywhere" href={fileAddress(file)}>
      {named}
    </a>
  )
}

const byWhom = (by: string, post: string | null) => (post ? `${by}, ${post}` : by)

function toldOf(file: Attachment): string {
  const { removed } = file
  if (removed) return `Removed ${shortDay(removed.on)} by ${byWhom(removed.by, removed.post)}: ${removed.reason}`
  return [
    `For ${lower(AUDIENCE[file.audience])}. Added ${shortDay(file.addedOn)} by ${byWhom(file.by, file.post)}.`,
    ...(file.asGiven ? [] : ['What it told beside the picture was taken out.']),
    ...(file.isGone ? ['Removed since.'] : []),
  ].join(' ')
}

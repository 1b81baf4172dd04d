/** The files of a piece of evidence: one more, one removed with a reason, and each to take away by those it is for. */
import { ALLOWED } from '../../intake/attachable.ts'
import { lower } from '../../terms/first-letter.ts'
import { NotFound } from '../../store/not-found.ts'
import { Button, Heading, SummaryList } from '../../web/components.tsx'
import { ErrorSummary, Textarea } from '../../web/fields.tsx'
import { Refused, text } from '../../web/form.ts'
import { type Asked, download, NotAllowed, page } from '../../web/page.tsx'
import { attach, AttachFields, attachForm, readyFiles } from '../attach.tsx'
import { type EvidenceOf, findAttachment, findContent, findEvidence, removeAttachment } from '../attachment-store.ts'
import { type Attachment, AUDIENCE, MOST_AT_ONCE, mayOpen, whatItIs } from '../attachment.ts'
import { doingOf, mayChangeEvidence } from '../doing.ts'
import { findActionToChange } from '../in-force.ts'
import { findAction } from '../store.ts'
import { actionAddress } from '../words.tsx'
import { idIn } from './crumbs.ts'

const placeOf = ({ actionId, findingId }: EvidenceOf): string =>
  actionId === null ? `/findings/${findingId}` : `${actionAddress(actionId)}#evidence`

/** Throws `NotAllowed` where the person may not change what is given with the evidence. */
async function ofEvidence({ db, person, today }: Asked, evidence: EvidenceOf): Promise<EvidenceOf> {
  const action = evidence.actionId === null ? null : await findAction(db, evidence.actionId, today)
  if (!mayChangeEvidence(person, action))
    throw new NotAllowed(
      'Only the posts that lead its action, or those who may edit the plan, can change the files of this evidence',
    )
  return evidence
}

const crumbsOf = (evidence: EvidenceOf) => [
  evidence.actionId === null ? { text: 'Findings', href: '/findings' } : { text: 'Plan', href: '/plan' },
  { text: evidence.title, href: placeOf(evidence) },
]

export const addFiles = page({
  path: '/plan/evidence/:id/files',
  may: 'update-own-actions',
  section: 'Plan',
  async load(asked) {
    const evidence = await ofEvidence(asked, await findEvidence(asked.db, idIn(asked.params)))
    if (evidence.actionId !== null) await findActionToChange(asked.db, evidence.actionId, asked.today)
    return evidence
  },
  title: ({ title }) => `Add files to ${title}`,
  breadcrumbs: crumbsOf,
  form: attachForm('Select the files'),
  view: ({ title }, form) => (
    <form method="post" enctype="multipart/form-data" novalidate data-most-bytes={String(MOST_AT_ONCE)}>
      <ErrorSummary problems={form.problems} />
      <Heading caption={title}>Add files</Heading>
      <AttachFields label="The files" form={form} />
      <Button>Add the files</Button>
    </form>
  ),
  prepare: ({ files }) => readyFiles(files),
  async save(asked, evidence, { audience }, files) {
    await attach(asked, evidence.evidenceId, files, audience)
    return placeOf(evidence)
  },
})

export const removeFile = page({
  path: '/plan/attachments/:address/remove',
  may: 'update-own-actions',
  section: 'Plan',
  asksAgain: 'to-save',
  async load(asked) {
    const file = await findAttachment(asked.db, asked.params['address'] ?? '', asked.today)
    return { file, evidence: await ofEvidence(asked, await findEvidence(asked.db, file.evidenceId)) }
  },
  title: () => 'Remove a file',
  breadcrumbs: ({ evidence }) => crumbsOf(evidence),
  form: { reason: text({ max: 500, missing: 'Enter why it is removed' }) },
  view: ({ file, evidence }, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading caption={evidence.title}>{file.removed ? 'This file was removed' : 'Remove a file'}</Heading>
      <Facts file={file} />
      {!file.removed && (
        <>
          <p class="govuk-body gt-measure">
            What is in it is deleted and cannot be brought back. That it was here, its name, its hash, who removed it
            and why stay.
          </p>
          <Textarea
            name="reason"
            label="Why is it removed?"
            hint="Everyone who reads the plan sees this. Do not name a child"
            rows={3}
            form={form}
          />
          <Button kind="warning">Remove the file</Button>
        </>
      )}
    </form>
  ),
  async save(asked, { file, evidence }, { reason }) {
    if (file.removed) throw new Refused([{ field: null, text: 'This file was removed already' }])
    await removeAttachment(asked.db, doingOf(asked), file, reason).catch(onHold)
    return placeOf(evidence)
  },
})

function onHold(error: unknown): never {
  if ((error as { constraint_name?: string }).constraint_name === 'no_legal_hold')
    throw new Refused([
      { field: null, text: 'A legal hold keeps everything: nothing may be removed until it is lifted' },
    ])
  throw error
}

const Facts = ({ file }: { file: Attachment }) => (
  <SummaryList
    rows={[
      { key: 'File', value: file.name ?? 'Its name is for those who may open it' },
      { key: 'What it is', value: whatItIs(file) },
      { key: 'Who may open it', value: AUDIENCE[file.audience] },
      { key: 'SHA-256', value: <span class="gt-anywhere">{file.sha256}</span> },
      { key: 'Scanned when it came', value: file.scanned ? 'Yes' : 'No scanner is set up' },
    ]}
  />
)

/** Always something to save, told as what it was found to be and never as what it was said to be. */
async function contentOf({ db, params, person, today }: Asked, ofChildren: boolean) {
  const { address, audience } = await findAttachment(db, params['address'] ?? '', today)
  if ((audience === 'children') !== ofChildren) throw new NotFound('such file')
  if (!mayOpen(person, audience)) throw new NotAllowed(`This file is for ${lower(AUDIENCE[audience])}`)
  const { attachmentId, name, kind, content } = await findContent(db, address)
  return { name, type: ALLOWED[kind].media, body: content, taken: attachmentId }
}

/** The database gives its content to none but those it is for. */
export const fileDownload = download({
  path: '/plan/attachments/:address',
  may: 'read-plan',
  make: asked => contentOf(asked, false),
})

export const fileOfChildrenDownload = download({
  path: '/plan/attachments/:address/of-children',
  may: 'see-children',
  asksAgain: true,
  asksWhy: true,
  make: asked => contentOf(asked, true),
})

/** What can be done to a finding: close it with a reason (or open it again), and give it evidence of its own. Its words are never edited. */
import { Button, Heading, InsetText } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Textarea } from '../../web/fields.tsx'
import { onDay, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { addEvidence } from '../action-store.ts'
import { attach, AttachFields, attachForm, readyFiles } from '../attach.tsx'
import { MOST_AT_ONCE } from '../attachment.ts'
import { doingOf } from '../doing.ts'
import { addFindingClosure } from '../source-store.ts'
import { EvidenceFields, evidenceForm, refuseDayToCome } from './evidence-form.tsx'
import { loadFinding } from './finding.tsx'
import { refuseOvertaken, Seen, seenField } from './seen.tsx'

type Loaded = Awaited<ReturnType<typeof loadFinding>>
const nameOf = ({ source, finding }: Loaded) => `${source.shortName} ${finding.ref}`
const crumbsOf = (loaded: Loaded) => [
  { text: 'Findings', href: '/findings' },
  { text: nameOf(loaded), href: `/findings/${loaded.finding.findingId}` },
]

export const closeFinding = page({
  path: '/findings/:id/close',
  may: 'edit-plan',
  section: 'Findings',
  load: asked => loadFinding({ ...asked, asAt: asked.today }),
  title: loaded => `${loaded.finding.closed ? 'Open again' : 'Close'} ${nameOf(loaded)}`,
  breadcrumbs: crumbsOf,
  form: {
    seen: seenField,
    reason: text({ max: 2000, missing: 'Enter the reason' }),
    sinceOn: onDay({ missing: 'Enter the day' }),
  },
  view: (loaded, form, { today }) => {
    form.start({ sinceOn: today })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={nameOf(loaded)}>
          {loaded.finding.closed ? 'Open this finding again' : 'Close this finding'}
        </Heading>
        <InsetText>{loaded.finding.text}</InsetText>
        <Seen of={loaded.finding.closed} />
        <p class="govuk-body gt-measure">
          {loaded.finding.closed
            ? `It was closed: ${loaded.finding.closed.reason}`
            : 'Close a finding that was answered before this plan began, or that no longer applies. It then counts as closed earlier, with your reason, and not as answered by nothing.'}
        </p>
        <Textarea name="reason" label="Reason" hint="Who agreed it, and where that is written" rows={3} form={form} />
        <DayInput name="sinceOn" label="From which day?" form={form} />
        <Button>{loaded.finding.closed ? 'Open again' : 'Close the finding'}</Button>
      </form>
    )
  },
  async save(asked, { finding }, given) {
    if (given.sinceOn! > asked.today)
      throw new Refused([{ field: 'sinceOn', text: 'The day must be today or earlier' }])
    refuseOvertaken(
      given.seen,
      finding.closed,
      finding.closed ? 'The finding was closed' : 'The finding was opened again',
    )
    await addFindingClosure(asked.db, doingOf(asked), finding.findingId, {
      closed: finding.closed === null,
      reason: given.reason,
      sinceOn: given.sinceOn!,
    })
    return `/findings/${finding.findingId}`
  },
})

export const addFindingEvidence = page({
  path: '/findings/:id/evidence',
  may: 'edit-plan',
  section: 'Findings',
  load: asked => loadFinding({ ...asked, asAt: asked.today }),
  title: loaded => `Add evidence to ${nameOf(loaded)}`,
  breadcrumbs: crumbsOf,
  form: { ...evidenceForm, ...attachForm() },
  view: (loaded, form) => (
    <form method="post" enctype="multipart/form-data" novalidate data-most-bytes={String(MOST_AT_ONCE)}>
      <ErrorSummary problems={form.problems} />
      <Heading caption={nameOf(loaded)}>Add evidence</Heading>
      <InsetText>{loaded.finding.text}</InsetText>
      <EvidenceFields form={form} />
      <AttachFields label="Files, if there are any" form={form} />
      <Button>Add evidence</Button>
    </form>
  ),
  prepare: given => readyFiles(given.files),
  async save(asked, { finding }, given, files) {
    refuseDayToCome(given.speaksOfOn!, asked.today)
    const evidenceId = await addEvidence(asked.db, doingOf(asked), {
      ...given,
      speaksOfOn: given.speaksOfOn!,
      actionId: null,
      findingId: finding.findingId,
    })
    await attach(asked, evidenceId, files, given.audience)
    return `/findings/${finding.findingId}`
  },
})

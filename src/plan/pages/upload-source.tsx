/** Upload a source document: its findings are read as the plan cites them, looked at, and kept word for word. */
import { readSource } from '../../intake/source-document.ts'
import { dayInLondon, shortDay } from '../../terms/day.ts'
import { Button, Heading, NotificationBanner } from '../../web/components.tsx'
import { DayInput, ErrorSummary, FileUpload, Input, Select } from '../../web/fields.tsx'
import { oneOf, onDay, Refused, text, upload } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { addDraftOf, closeDraft, findDraft } from '../draft-store.ts'
import { doingOf } from '../doing.ts'
import { shortNameInTitle } from '../plan-of-reading.ts'
import { kindByTitle } from '../source-name.ts'
import { SOURCE_KIND } from '../source.ts'
import { addSource, isSourceNameTaken } from '../source-store.ts'
import { idIn } from './crumbs.ts'
import { documentGiven, MOST_BYTES } from './upload-plan.tsx'

export const uploadSource = page({
  path: '/findings/upload',
  may: 'load-plan',
  section: 'Findings',
  load: async () => null,
  title: () => 'Upload a source',
  breadcrumbs: () => [{ text: 'Findings', href: '/findings' }],
  form: { file: upload({ missing: 'Select the document', maxBytes: MOST_BYTES }) },
  view: (_nothing, form) => (
    <form method="post" enctype="multipart/form-data" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading>Upload a source</Heading>
      <p class="govuk-body gt-measure">
        An improvement notice, an inspection report, a review or a table of recommendations. Each numbered clause,
        bullet or recommendation becomes a finding.
      </p>
      <FileUpload
        name="file"
        label="The document"
        hint="Word (.docx), Excel (.xlsx), CSV or plain text, up to 20 MB"
        accept=".docx,.xlsx,.csv,.txt"
        form={form}
      />
      <Button>Read the document</Button>
    </form>
  ),
  async prepare({ file }) {
    const reading = readSource(await documentGiven(file))
    if (reading.findings.length === 0)
      throw new Refused([
        {
          field: 'file',
          text: `${file.name}: ${reading.problems[0]?.problem ?? 'No numbered clause or recommendation was found'}`,
        },
      ])
    return reading
  },
  async save(asked, _nothing, { file }, reading) {
    return `/findings/drafts/${await addDraftOf(asked.db, doingOf(asked), 'source', file, reading)}`
  },
})

export const sourceDraft = page({
  path: '/findings/drafts/:id',
  may: 'load-plan',
  section: 'Findings',
  load: ({ db, params }) => findDraft(db, 'source', idIn(params)),
  title: draft => `What was found in ${draft.name}`,
  breadcrumbs: () => [{ text: 'Findings', href: '/findings' }],
  form: {
    title: text({ max: 300, missing: 'Enter the title' }),
    shortName: text({ max: 60, missing: 'Enter what citations call it' }),
    knownAs: text({ max: 300 }),
    kind: oneOf(SOURCE_KIND, 'Select what kind of document it is'),
    publisher: text({ max: 200 }),
    issuedOn: onDay(),
  },
  view: (draft, form) => {
    form.start({
      title: draft.reading.title,
      shortName: shortNameInTitle(draft.reading.title) ?? '',
      kind: kindByTitle(draft.reading.title),
    })
    return (
      <>
        <ErrorSummary problems={form.problems} />
        <Heading caption={draft.name}>{draft.reading.findings.length} findings were found</Heading>
        {draft.kept && (
          <NotificationBanner>This source was kept. What was read stays here to look at.</NotificationBanner>
        )}
        {draft.reading.problems.length > 0 && (
          <Table
            caption="To look at"
            rows={draft.reading.problems}
            columns={[
              { heading: 'Where', names: true, cell: one => one.where },
              { heading: 'What', width: 'wide', cell: one => one.problem },
            ]}
          />
        )}
        {!draft.kept && (
          <form method="post" novalidate>
            <Input name="title" label="Title" form={form} />
            <Input
              name="shortName"
              label="What citations call it"
              hint="DfE Notice, Ofsted, SCR DP: the plan's citations find it by this name"
              form={form}
              width={20}
            />
            <Input name="knownAs" label="Other names" hint="Separated by commas" form={form} />
            <Select name="kind" label="What kind of document is it?" options={SOURCE_KIND} form={form} />
            <Input name="publisher" label="Published by" form={form} />
            <DayInput name="issuedOn" label="Issued on" form={form} />
            <Button>Keep this source</Button>
          </form>
        )}
        <Table
          caption="Findings"
          rows={draft.reading.findings}
          columns={[
            {
              heading: 'Ref',
              names: true,
              width: 'nowrap',
              cell: one =>
                draft.kept ? (
                  one.ref
                ) : (
                  <a
                    class="govuk-link govuk-link--no-visited-state"
                    href={`/findings/drafts/${draft.planDraftId}/findings/${draft.reading.findings.indexOf(one) + 1}`}
                  >
                    {one.ref}
                  </a>
                ),
            },
            { heading: 'Under', cell: one => one.heading },
            { heading: 'Finding', width: 'wide', cell: one => one.text },
            { heading: 'Lead', cell: one => one.lead ?? '' },
            {
              heading: 'As it stands in the document',
              cell: one =>
                Object.entries(one.status ?? {})
                  .map(([heading, words]) => `${heading}: ${words}`)
                  .join('; '),
            },
          ]}
        />
        <p class="gt-small">
          Read {shortDay(dayInLondon(draft.madeAt))} by {draft.madeBy}.
        </p>
      </>
    )
  },
  async save(asked, draft, given) {
    if (await isSourceNameTaken(asked.db, given.shortName))
      throw new Refused([{ field: 'shortName', text: `There is a source called ${given.shortName} already` }])
    const repeated = repeatedRefs(draft.reading.findings.map(finding => finding.ref))
    if (repeated.length > 0)
      throw new Refused([
        {
          field: null,
          text: `The document numbers more than one finding ${repeated.join(', ')}: select it below and give each its own number`,
        },
      ])
    if (!(await closeDraft(asked.db, draft.planDraftId)))
      throw new Refused([{ field: null, text: 'This source was kept already' }])
    const sourceId = await addSource(asked.db, doingOf(asked), {
      ...given,
      issuedOn: given.issuedOn,
      knownAs: given.knownAs
        .split(',')
        .map(name => name.trim())
        .filter(Boolean),
      documentId: draft.documentId,
      findings: draft.reading.findings,
    })
    return `/findings/sources/${sourceId}?kept=yes`
  },
})

const repeatedRefs = (refs: string[]): string[] => [
  ...new Set(refs.filter((ref, index) => refs.indexOf(ref) !== index)),
]

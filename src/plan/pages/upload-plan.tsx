/** Upload a plan as it is. It is read and shown; nothing of the plan changes until it is kept. */
import { readDocument } from '../../intake/read-document.ts'
import { readPlan } from '../../intake/plan-document.ts'
import { UnreadableFile } from '../../intake/unreadable-file.ts'
import { Button, Heading, InsetText } from '../../web/components.tsx'
import { ErrorSummary, FileUpload } from '../../web/fields.tsx'
import { Refused, type Upload, upload } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { addDraftOf } from '../draft-store.ts'
import { doingOf } from '../doing.ts'

/** The largest document taken, unpacked sizes apart: real plans are under 1 MB. [D] */
export const MOST_BYTES = 20 * 1_048_576

/** Reads an uploaded file; what makes it unreadable comes back beside the field, in words that say what to do. */
export async function documentGiven(file: Upload) {
  try {
    return await readDocument(file.name, file.bytes)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Refused([{ field: 'file', text: `${file.name}: ${error.message}` }])
    throw error
  }
}

export const uploadPlan = page({
  path: '/plan/upload',
  may: 'load-plan',
  section: 'Plan',
  load: async () => null,
  title: () => 'Upload a plan',
  breadcrumbs: () => [{ text: 'Plan', href: '/plan' }],
  form: { file: upload({ missing: 'Select the plan', maxBytes: MOST_BYTES }) },
  view: (_nothing, form) => (
    <form method="post" enctype="multipart/form-data" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading>Upload a plan</Heading>
      <p class="govuk-body gt-measure">
        Bring in the improvement plan as it is: its own layout, its own headings, merged cells, colours and all. You
        will see what was found, correct it where it was read wrongly, and only then keep it.
      </p>
      <FileUpload
        name="file"
        label="The plan"
        hint="Word (.docx), Excel (.xlsx), CSV or plain text, up to 20 MB"
        accept=".docx,.xlsx,.xlsm,.csv,.txt,.tsv"
        form={form}
      />
      <InsetText>
        Nothing changes until you select “Keep this plan”. Where a version exists, the new one is compared with it
        first.
      </InsetText>
      <Button>Read the plan</Button>
    </form>
  ),
  async prepare({ file }) {
    const reading = readPlan(await documentGiven(file))
    if (reading.themes.every(theme => theme.actions.length === 0))
      throw new Refused([
        {
          field: 'file',
          text: `${file.name}: ${reading.problems[0]?.problem ?? 'No table of actions was found. A plan needs a table with a heading such as "Action"'}`,
        },
      ])
    return reading
  },
  async save(asked, _nothing, { file }, reading) {
    return `/plan/drafts/${await addDraftOf(asked.db, doingOf(asked), 'plan', file, reading)}`
  },
})

/** Bring in an extract: its files and the day as at which they stand. They are read beside the pages; nothing is kept yet. */
import { latestSnapshot } from '../../children/snapshot.ts'
import { longDay } from '../../terms/day.ts'
import { Button, Details, Heading, InsetText } from '../../web/components.tsx'
import { DayInput, ErrorSummary, FileUpload } from '../../web/fields.tsx'
import { onDay, recordFiles, Refused } from '../../web/form.ts'
import { download, page } from '../../web/page.tsx'
import { NotFound } from '../../store/not-found.ts'
import { bringIn } from '../bring-in.ts'
import { packFiles } from '../packed-files.ts'
import { supplementaryTemplates } from '../supplementary-tables.ts'
import { byOf } from './load-actions.ts'
import { loadAddress, megabytes } from './load-words.tsx'

export const bringInLoad = page({
  path: '/data/bring-in',
  may: 'load-children',
  section: 'Data',
  load: async ({ db, mostRecords }) => ({ last: await latestSnapshot(db), most: mostRecords }),
  title: () => 'Bring in an extract',
  breadcrumbs: () => [{ text: 'Data', href: '/data' }],
  form: {
    files: recordFiles({ missing: 'Select the files of the extract' }),
    asAt: onDay({ missing: 'Enter the day as at which the extract stands' }),
  },
  view: ({ last, most }, form) => (
    <form method="post" enctype="multipart/form-data" novalidate data-most-bytes={String(most)}>
      <ErrorSummary problems={form.problems} />
      <Heading>Bring in an extract</Heading>
      <p class="govuk-body gt-measure">
        Give every file of one extract at once: the Standard Safeguarding Dataset with its supplement, Annex A, the
        SSDA903, or a CIN census. They are read as your system writes them, and you see what was found before anything
        is kept.
      </p>
      <div class="govuk-error-summary" data-too-large hidden tabindex={-1} role="alert">
        <p class="govuk-body govuk-!-margin-bottom-0">
          These files are larger together than {megabytes(most)}. Leave out what is no table of records, or give CSV in
          place of workbooks.
        </p>
      </div>
      <FileUpload
        name="files"
        label="The files"
        hint={`CSV, Excel (.xlsx) or XML, up to ${megabytes(most)} together`}
        accept=".csv,.xlsx,.xlsm,.txt,.tsv,.xml"
        multiple
        form={form}
      />
      <DayInput
        name="asAt"
        label="As at which day?"
        hint={`The last day that the extract knows of, such as 22/11/2026.${last ? ` The last load was as at ${longDay(last.asAt)}.` : ''}`}
        form={form}
      />
      <InsetText>Nothing changes until you select “Keep this load”.</InsetText>
      <Button>Read the files</Button>
      <Details summary="Templates for what the dataset does not hold">
        <p class="govuk-body">
          Fill in those that your system can give; leave out the others. What needs them says so by name.
        </p>
        <ul class="govuk-list">
          {supplementaryTemplates().map(({ name }) => (
            <li>
              <a class="govuk-link" href={`/data/template?name=${name}`}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </Details>
    </form>
  ),
  async prepare({ files, asAt }, { today }) {
    if (asAt! > today)
      throw new Refused([{ field: 'asAt', text: 'Enter a day that is not in the future: an extract knows no more than its own day' }]) // prettier-ignore
    return packFiles(files)
  },
  async save({ db, person }, _loaded, { asAt }, files) {
    const brought = await bringIn(db, asAt!, files, byOf(person))
    return loadAddress(brought, brought.isNew ? '' : '?same')
  },
})

/** One template, by its name in the address. */
export const templateDownload = download({
  path: '/data/template',
  may: 'load-children',
  make: async ({ query }) => {
    const template = supplementaryTemplates().find(({ name }) => name === query.get('name'))
    if (!template) throw new NotFound('such template')
    return { name: template.name, type: 'text/csv; charset=utf-8', body: template.bytes }
  },
})

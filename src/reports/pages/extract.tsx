/** An extract for analysis before it is taken: how many children stand out in it, and what becomes of every field; then the file. */
import { TABLE } from '../../children/table-words.ts'
import { historyAt } from '../../measures/kept-history.ts'
import { timesInWords } from '../../terms/count-words.ts'
import { type Day, longDay } from '../../terms/day.ts'
import { capital } from '../../terms/first-letter.ts'
import { Button, Details, Heading, SummaryList, WarningText } from '../../web/components.tsx'
import { ErrorSummary, Input } from '../../web/fields.tsx'
import { Refused, text } from '../../web/form.ts'
import { download, page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { zipOf } from '../../web/zip.ts'
import { extractFiles, tablesIn } from '../analysis-extract.ts'
import { findExtract, findKey, findProject, forgetKey } from '../analysis/analysis-store.ts'
import { type SmallGroups, smallGroupsOf } from '../analysis/small-groups.ts'
import { type ExtractTable, treatmentOf, treatmentWords } from '../analysis/treatments.ts'
import { amount } from '../figure.ts'
import { findAuthorityName } from '../subject-access/child-store.ts'
import { crumbs, forTaker } from './taker.ts'

export const extractPage = page({
  ...forTaker,
  path: '/data/extracts/:id',
  asksAgain: true,
  async load({ db, params }) {
    const extract = await findExtract(db, Number(params.id))
    const { records } = await historyAt(db, extract.snapshotId)
    const tables = tablesIn(records).filter(({ into }) => extract.tables.includes(into))
    return {
      extract,
      groups: smallGroupsOf(records),
      tables: tables.map(table => ({ table, rows: records[table.into].length })),
    }
  },
  title: ({ extract }) => `${extract.project}, extract ${extract.extractId}`,
  breadcrumbs: crumbs,
  view: ({ extract, groups, tables }) => (
    <>
      <Heading
        caption={`Extract ${extract.extractId}`}
        actions={
          <Button small href={`/data/extracts/${extract.extractId}/extract.zip`}>
            Take the extract
          </Button>
        }
      >
        {extract.project}
      </Heading>
      <WarningText>
        It is personal data: without names, but of real children (UK GDPR, recital 26). Keep it where only those who
        work on the project reach it, and delete it when the project ends.
      </WarningText>
      <SummaryList
        rows={[
          { key: 'Why', value: extract.reason },
          { key: 'Held by', value: extract.receiver },
          { key: 'Records as at', value: longDay(extract.asAt) },
          { key: 'Asked', value: `${longDay(extract.askedOn)}, ${extract.askedBy}` },
          {
            key: 'Links',
            value: extract.links
              ? 'With other extracts of this project'
              : 'With no other extract: its pseudonyms are made anew each time it is taken',
          },
          { key: 'Taken', value: extract.taken === 0 ? 'Not yet' : capital(timesInWords(extract.taken)) },
        ]}
      />
      <SmallGroupsTable groups={groups} />
      <h2 class="govuk-heading-m">What becomes of each field</h2>
      {tables.map(({ table, rows }) => (
        <Details summary={`${capital(TABLE[table.into])}: ${amount(rows, 'row')}`}>
          <Treatments table={table} />
        </Details>
      ))}
    </>
  ),
})

const SmallGroupsTable = ({ groups }: { groups: SmallGroups }) => (
  <>
    <h2 class="govuk-heading-m">How many children stand out</h2>
    <p class="govuk-body gt-measure">
      By age, sex, ethnicity and disability together, of {amount(groups.children, 'person', 'people')}. The smallest
      group has {groups.smallest ?? 0} (k = {groups.smallest ?? 0}). Somebody who knows these four of a child that
      stands alone finds that child’s rows.
    </p>
    <Table
      caption="People by the size of their group"
      captionHidden
      rows={[...groups.bySize]}
      columns={[
        { heading: 'People alike', names: true, cell: ({ words }) => words },
        { heading: 'Children', number: true, cell: ({ children }) => children.toLocaleString('en-GB') },
      ]}
    />
  </>
)

const Treatments = ({ table }: { table: ExtractTable }) => (
  <Table
    caption={`Fields of ${TABLE[table.into]}`}
    captionHidden
    rows={Object.entries(table.fields)}
    columns={[
      { heading: 'Column', names: true, cell: ([, { names }]) => <code>{names[0]}</code> },
      { heading: 'Becomes', cell: ([field]) => treatmentWords(treatmentOf(table.into, field)) },
    ]}
  />
)

const nameOf = (extractId: number, today: Day): string => `extract-${extractId}-${today}.zip`

export const extractToTake = download({
  may: forTaker.may,
  asksAgain: true,
  asksWhy: true,
  path: '/data/extracts/:id/extract.zip',
  offered: async ({ db, params, today }) => ({
    name: nameOf((await findExtract(db, Number(params.id))).extractId, today),
  }),
  async make({ db, params, person, today }) {
    const { extractId, projectId, snapshotId, tables, ...asked } = await findExtract(db, Number(params.id))
    const key = await findKey(db, projectId)
    const { records } = await historyAt(db, snapshotId)
    const takenBy = [person.name, person.postTitle].filter(Boolean).join(', ')
    const about = { ...asked, authority: await findAuthorityName(db), takenOn: today, takenBy, extractId }
    return {
      name: nameOf(extractId, today),
      type: 'application/zip',
      body: () => zipOf(extractFiles(records, { tables, key, about })),
    }
  },
})

export const forgetKeyPage = page({
  ...forTaker,
  path: '/data/extracts/projects/:id/forget',
  asksAgain: true,
  load: ({ db, params }) => findProject(db, Number(params.id)),
  title: ({ name }) => `Forget the key of ${name}`,
  breadcrumbs: crumbs,
  form: { why: text({ max: 300, missing: 'Enter why it is forgotten' }) },
  view: ({ name, links }, form) => (
    <form class="gt-reading" method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading>Forget the key of {name}</Heading>
      {links ? (
        <>
          <WarningText>
            No later extract will link with those that were taken, and nobody, not even the council, can make their
            pseudonyms again from the records.
          </WarningText>
          <Input name="why" label="Why?" hint="Such as that the project ended" form={form} />
          <Button kind="warning">Forget the key</Button>
        </>
      ) : (
        <p class="govuk-body">No key of it is kept.</p>
      )}
    </form>
  ),
  async save({ db, person, today }, { projectId }, { why }) {
    if (!(await forgetKey(db, person, projectId, today, why)))
      throw new Refused([{ field: null, text: 'No key of it is kept' }])
    return '/data/extracts'
  },
})

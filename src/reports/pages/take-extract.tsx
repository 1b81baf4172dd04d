/** Ask for an extract for analysis: for which project, why, who will hold it, of which load and which tables. */
import { listSnapshots } from '../../children/snapshot.ts'
import type { TableName } from '../../children/records.ts'
import { TABLE } from '../../children/table-words.ts'
import { longDay } from '../../terms/day.ts'
import { capital } from '../../terms/first-letter.ts'
import { Button, Empty, Heading } from '../../web/components.tsx'
import { Checkboxes, ErrorSummary, Input, Radios, Select, Textarea } from '../../web/fields.tsx'
import { idOf, maybeOneOf, Refused, text, texts } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { tablesIn } from '../analysis-extract.ts'
import { addExtract, addProject, listProjects } from '../analysis/analysis-store.ts'
import { amount } from '../figure.ts'
import { crumbs, forTaker } from './taker.ts'

const KEY = {
  kept: 'Yes: its extracts link with each other, and with no other project’s',
  once: 'No: this one links with nothing, and nobody can make its pseudonyms again',
} as const

export const takeExtractPage = page({
  ...forTaker,
  path: '/data/extracts/take',
  asksAgain: true,
  async load({ db }) {
    const snapshots = await listSnapshots(db)
    return { snapshots, projects: (await listProjects(db)).filter(({ links }) => links) }
  },
  title: () => 'Ask for an extract for analysis',
  breadcrumbs: crumbs,
  form: {
    project: text({ max: 9 }),
    name: text({ max: 120 }),
    key: maybeOneOf(KEY),
    reason: text({ max: 1000, missing: 'Enter what is to be learned, and why figures alone do not tell it' }),
    receiver: text({ max: 300, missing: 'Enter who will hold and analyse it' }),
    snapshot: idOf('Select a load'),
    tables: texts(),
  },
  view({ snapshots, projects }, form) {
    const [latest] = snapshots
    if (!latest) return <Empty title="No load has been kept yet">An extract is made from the records of a load.</Empty>
    const loaded = new Set(snapshots.flatMap(({ rowCounts }) => Object.keys(rowCounts) as TableName[]))
    form.start({ snapshot: String(latest.snapshotId), tables: ['people'] })
    return (
      <form class="gt-reading" method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading>Ask for an extract for analysis</Heading>
        {projects.length > 0 && (
          <Select
            name="project"
            label="A project that is known"
            options={projects.map(({ projectId, name }) => ({ value: projectId, text: name }))}
            blank="A new one"
            form={form}
          />
        )}
        <Input
          name="name"
          label="Name of a new project"
          hint="As its data protection assessment calls it"
          form={form}
        />
        <Radios name="key" legend="Will there be later extracts of the new project?" options={KEY} form={form} />
        <Textarea
          name="reason"
          label="What is to be learned?"
          hint="And why figures alone do not tell it"
          rows={3}
          form={form}
        />
        <Input name="receiver" label="Who will hold and analyse it?" hint="And where it will be kept" form={form} />
        <Select
          name="snapshot"
          label="Records as at"
          options={snapshots.map(({ snapshotId, asAt }) => ({ value: snapshotId, text: longDay(asAt) }))}
          form={form}
        />
        <Checkboxes
          name="tables"
          legend="Which tables?"
          hint="Only what the question needs. Nobody is named in any of them"
          small
          options={tablesIn({ loaded }).map(({ into }) => ({
            value: into,
            text: capital(TABLE[into]),
            hint: amount(latest.rowCounts[into] ?? 0, 'row'),
          }))}
          form={form}
        />
        <Button>See what would be in it</Button>
      </form>
    )
  },
  async save(
    { db, person, today },
    { snapshots, projects },
    { project, name, key, snapshot, tables, reason, receiver },
  ) {
    const from = snapshots.find(({ snapshotId }) => snapshotId === snapshot)
    if (!from) throw new Refused([{ field: 'snapshot', text: 'Select a load that was kept' }])
    const loaded = new Set(Object.keys(from.rowCounts) as TableName[])
    const asked = tablesIn({ loaded }).flatMap(({ into }) => (tables.includes(into) ? [into] : []))
    if (asked.length === 0)
      throw new Refused([{ field: 'tables', text: 'Select at least one table that the load has' }])
    const known = projects.find(({ projectId }) => String(projectId) === project)
    if ((known === undefined) === (name === ''))
      throw new Refused([{ field: 'name', text: 'Select a project, or name a new one, and not both' }])
    if (!known && key === null)
      throw new Refused([{ field: 'key', text: 'Select whether there will be later extracts' }])
    const projectId = known?.projectId ?? (await addProject(db, person, today, { name, links: key === 'kept' }))
    if (projectId === null)
      throw new Refused([{ field: 'name', text: 'There is a project of that name: select it, or give another name' }])
    const given = { projectId, snapshotId: from.snapshotId, tables: asked, reason, receiver }
    return `/data/extracts/${await addExtract(db, person, today, given)}`
  },
})

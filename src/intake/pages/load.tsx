/** One load: while it is read, what was found in it, beside the last one; what is wrong; and once it is kept, what it changed. */
import { changesOf, type TableChanges } from '../../children/snapshot-changes.ts'
import { latestSnapshot, listSnapshots, ROUTE, type Snapshot } from '../../children/snapshot.ts'
import { TABLE, TABLE_NAMES } from '../../children/table-words.ts'
import type { Db } from '../../store/database.ts'
import { findJobAbout, type JobState } from '../../store/jobs.ts'
import { longDay } from '../../terms/day.ts'
import { Button, Details, Heading, NotificationBanner, SummaryList } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { Stat, Stats } from '../../web/stat.tsx'
import { type Column, Table } from '../../web/table.tsx'
import type { Severity } from '../load-problem.ts'
import { listProblemGroups } from '../load-problem-store.ts'
import { bytesOf, type Load, rowsRead } from '../load.ts'
import { findLoad } from '../load-store.ts'
import { askToKeep, KEEP_LOAD, READ_LOAD, readAgain } from '../load-work.ts'
import { standsAgainst } from '../load-doubts.ts'
import { byOf } from './load-actions.ts'
import { byWhom, figure, loadAddress, loadName, megabytes, StateTag } from './load-words.tsx'
import { ProblemGroups } from './load-problems.tsx'
import { UnmappedWords } from './unmapped-words.tsx'

export const load = page({
  path: '/data/loads/:id',
  may: 'load-children',
  section: 'Data',
  wide: true,
  async load({ db, params, query }) {
    const load = await findLoad(db, Number(params['id']))
    const job = await findJobAbout(db, [READ_LOAD, KEEP_LOAD], 'snapshotId', load.snapshotId)
    const isSame = query.has('same')
    return { load, job, isSame, found: WAITS.includes(load.state) ? null : await findingsOf(db, load) }
  },
  title: ({ load }) => loadName(load),
  breadcrumbs: () => [{ text: 'Data', href: '/data' }],
  form: {},
  view: ({ load, job, isSame, found }) => (
    <>
      <Heading
        caption={`${ROUTE[load.route]}, brought in ${byWhom(load.stagedAt, load.stagedBy)}`}
        actions={found && <Actions load={load} />}
      >
        {loadName(load)} <StateTag state={load.state} />
      </Heading>
      {isSame && (
        <NotificationBanner>
          Just these files, as at this day, were brought in before. Nothing was changed: this is that load.
        </NotificationBanner>
      )}
      {found ? <Found load={load} found={found} /> : <Waiting load={load} job={job} />}
      <Files load={load} />
    </>
  ),
  /** Tries again what failed in the service. */
  async save({ db, person }, { load, job }) {
    if (job?.state === 'failed' && load.state === 'reading') await readAgain(db, load.snapshotId, person.personId)
    if (job?.state === 'failed' && load.state === 'keeping') await askToKeep(db, load.snapshotId, byOf(person))
    return loadAddress(load)
  },
})

const WAITS: Load['state'][] = ['reading', 'keeping']

async function findingsOf(db: Db, load: Load) {
  return {
    groups: await listProblemGroups(db, load.snapshotId),
    changes: load.state === 'staged' || load.state === 'kept' ? await changesOf(db, load.snapshotId) : [],
    last: load.state === 'staged' ? await latestSnapshot(db) : null,
    isFirst: !(await listSnapshots(db)).some(({ snapshotId }) => snapshotId < load.snapshotId),
    against: load.state === 'staged' ? await standsAgainst(db, load) : { refused: null, doubts: [] },
  }
}
type Findings = Awaited<ReturnType<typeof findingsOf>>

const Actions = ({ load }: { load: Load }) => (
  <>
    {load.state === 'staged' && (
      <Button small href={loadAddress(load, '/keep')}>
        Keep this load
      </Button>
    )}
    {(load.state === 'staged' || load.state === 'refused') && (
      <Button small kind="secondary" href={loadAddress(load, '/set-aside')}>
        Set aside
      </Button>
    )}
  </>
)

/** Shown while a job is at work, and looked at again by itself where the browser runs scripts. */
const Waiting = ({ load, job }: { load: Load; job: JobState | null }) =>
  job?.state === 'failed' ? (
    <form method="post">
      <NotificationBanner title="This did not work">{job.progress}</NotificationBanner>
      <Button>Try again</Button>
    </form>
  ) : (
    <>
      <div data-waits class="govuk-inset-text">
        <p class="govuk-body" role="status">
          {job === null || job.progress === '' ? 'Waiting to begin' : job.progress}…
        </p>
      </div>
      <p class="govuk-body">
        This goes on by itself: you may leave the page.{' '}
        <a class="govuk-link" href="">
          See how far it is
        </a>
        {load.state === 'reading' && (
          <>
            {' or '}
            <a class="govuk-link" href={loadAddress(load, '/set-aside')}>
              set it aside
            </a>
          </>
        )}
      </p>
    </>
  )

const Found = ({ load, found }: { load: Load; found: Findings }) => {
  const rows = rowsRead(load)
  const changed = found.changes.reduce((all, one) => all + one.added + one.changed + one.gone, 0)
  const groups = found.groups.filter(isOfFile)
  const toLookAt = groups.reduce((all, { times }) => all + times, 0)
  return (
    <>
      <Outcome load={load} found={found} />
      <Stats>
        <Stat number={rows.read} words="rows read" />
        <Stat number={rows.kept} words={load.state === 'kept' ? 'rows kept' : 'rows that can be kept'} />
        <Stat
          number={rows.refused + rows.repeated}
          words="rows left out"
          {...(rows.refused + rows.repeated > 0 && { tone: 'bad', href: '#problems' })}
        />
        {!found.isFirst && <Stat number={changed} words="rows changed since the last load" href="#changes" />}
        <Stat number={toLookAt} words="to look at" href="#problems" />
      </Stats>
      <ProblemGroups load={load} groups={groups} />
      <UnmappedWords unmapped={load.told.unmapped} />
      <h2 class="govuk-heading-m" id="changes">
        What it holds
        {found.isFirst ? '' : load.state === 'kept' ? ', and what it changed' : ', and what it would change'}
      </h2>
      <Tables load={load} found={found} />
      <MissingTables load={load} />
      <Columns load={load} />
      <Notices load={load} />
    </>
  )
}

const Outcome = ({ load, found }: { load: Load; found: Findings }) => {
  if (load.state === 'kept') return <p class="govuk-body">Kept {byWhom(load.keptAt!, load.keptBy)}.</p>
  if (load.state === 'set-aside')
    return <p class="govuk-body">Set aside {byWhom(load.setAsideAt!, load.setAsideBy)}. None of it was kept.</p>
  const { refused, doubts } = found.against
  const lines = load.state === 'refused' ? refusals(found) : refused ? [refused] : doubts.map(({ doubt }) => doubt)
  if (lines.length === 0) return <p class="govuk-body">Nothing stands against keeping it.</p>
  return (
    <NotificationBanner title={load.state === 'refused' || refused ? 'This cannot be kept' : 'Look at this first'}>
      {lines.map(line => (
        <p class="govuk-body">{line}</p>
      ))}
    </NotificationBanner>
  )
}

const refusals = ({ groups }: Findings) =>
  groups
    .filter(({ severity }) => severity === 'refuses-the-load')
    .map(({ file, problem }) => (file === '' ? `${problem}.` : `${file}: ${problem}.`))

const Tables = ({ load, found: { changes, last, isFirst } }: { load: Load; found: Findings }) => {
  const kinds = TABLE_NAMES.filter(kind => (load.rowCounts[kind] ?? last?.rowCounts[kind] ?? 0) > 0)
  return (
    <Table
      caption="Rows by table"
      captionHidden
      rows={kinds}
      empty="No rows"
      columns={[
        { heading: 'Table', names: true, cell: kind => TABLE[kind].replace(/^./, first => first.toUpperCase()) },
        { heading: 'Rows', number: true, cell: kind => rowsOf(load, kind) },
        ...(last ? [{ heading: 'In the last load', number: true, cell: (kind: Kind) => rowsOf(last, kind) }] : []),
        ...(isFirst ? [] : changeColumns(new Map(changes.map(one => [one.kind, one])))),
      ]}
    />
  )
}
type Kind = (typeof TABLE_NAMES)[number]

const changeColumns = (changesIn: ReadonlyMap<Kind, TableChanges>): Column<Kind>[] => [
  { heading: 'New', number: true, cell: kind => some(changesIn.get(kind)?.added) },
  { heading: 'Changed', number: true, cell: kind => some(changesIn.get(kind)?.changed) },
  { heading: 'Gone', number: true, cell: kind => some(changesIn.get(kind)?.gone) },
  { heading: 'What changed', width: 'wide', cell: kind => fieldsChanged(changesIn.get(kind)) },
]

const rowsOf = ({ rowCounts }: Pick<Snapshot, 'rowCounts'>, kind: Kind) =>
  rowCounts[kind] === undefined ? 'No file' : figure(rowCounts[kind])
const some = (count: number | undefined) => (count ? figure(count) : '')

/** `visitedOn` as "visited on 12, was seen 3", the most frequent first. */
const fieldsChanged = (changes: TableChanges | undefined) =>
  Object.entries(changes?.fields ?? {})
    .sort(([, one], [, other]) => other - one)
    .map(([field, times]) => `${field.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)} ${figure(times)}`)
    .join(', ')

/** Tables that no file holds are told apart: they are no fault of a file. */
const isOfFile = ({ file, severity }: { file: string; severity: Severity }) =>
  file !== '' || severity === 'refuses-the-load'

const MissingTables = ({ load: { told } }: { load: Load }) =>
  told.missingTables.length === 0 ? null : (
    <Details summary={`Tables that no file holds (${figure(told.missingTables.length)})`}>
      <p class="govuk-body">Nothing that needs them can be counted: {told.missingTables.join(', ')}.</p>
    </Details>
  )

const Columns = ({ load: { told } }: { load: Load }) => {
  const lists: [string, { table: string; column: string }[]][] = [
    ['Columns that are missing', told.missingColumns],
    ['Columns that the standard does not have, which were not read', told.extraColumns],
  ]
  return (
    <>
      {lists.map(([summary, columns]) =>
        columns.length === 0 ? null : (
          <Details summary={`${summary} (${figure(columns.length)})`}>
            <Table
              caption={summary}
              captionHidden
              rows={columns}
              columns={[
                { heading: 'Table', names: true, cell: ({ table }) => table },
                { heading: 'Column', cell: ({ column }) => column },
              ]}
            />
          </Details>
        ),
      )}
    </>
  )
}

const Notices = ({ load: { told } }: { load: Load }) =>
  told.notices.length === 0 ? null : (
    <Details summary={`How some of it was read (${figure(told.notices.length)})`}>
      <Table
        caption="How some of it was read"
        captionHidden
        rows={told.notices}
        columns={[
          { heading: 'File', names: true, cell: ({ file, sheet }) => [file, sheet].filter(Boolean).join(', ') },
          { heading: 'Column', cell: ({ column }) => column ?? '' },
          { heading: 'What', width: 'wide', cell: ({ notice }) => notice },
          { heading: 'Times', number: true, cell: ({ count }) => figure(count) },
        ]}
      />
    </Details>
  )

const Files = ({ load }: { load: Load }) => (
  <Details
    summary={`${load.files.length === 1 ? 'One file' : `${load.files.length} files`}, ${megabytes(bytesOf(load))}, as at ${longDay(load.asAt)}`}
  >
    <SummaryList
      compact
      rows={load.files.map(({ name, bytes, sha256 }) => ({
        key: name,
        value: (
          <>
            {megabytes(bytes)} <span class="gt-small">SHA-256 {sha256.slice(0, 16)}…</span>
          </>
        ),
      }))}
    />
  </Details>
)

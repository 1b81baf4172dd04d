/** One load: while it is read, what was found in it, beside the last one; what is wrong; and once it is kept, what it changed. */
import { latestSnapshot, listSnapshots, ROUTE } from '../../children/snapshot.ts'
import type { Db } from '../../store/database.ts'
import { findJobAbout, type JobState } from '../../store/jobs.ts'
import { longDay } from '../../terms/day.ts'
import { Button, Details, Heading, NotificationBanner, SummaryList } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { standsAgainst } from '../load-doubts.ts'
import { listProblemGroups } from '../load-problem-store.ts'
import { bytesOf, type Load } from '../load.ts'
import { findLoad } from '../load-store.ts'
import { askToKeep, KEEP_LOAD, READ_LOAD, readAgain } from '../load-work.ts'
import { byOf } from './load-actions.ts'
import { type Findings, Found } from './load-found.tsx'
import { byWhom, loadAddress, loadName, megabytes, StateTag } from './load-words.tsx'

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

async function findingsOf(db: Db, load: Load): Promise<Findings> {
  return {
    groups: await listProblemGroups(db, load.snapshotId),
    last: load.state === 'staged' ? await latestSnapshot(db) : null,
    isFirst: !(await listSnapshots(db)).some(({ snapshotId }) => snapshotId < load.snapshotId),
    against: load.state === 'staged' ? await standsAgainst(db, load) : { refused: null, doubts: [] },
  }
}

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

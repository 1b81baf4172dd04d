/** Every load: what is waiting to be looked at, what was kept, what was set aside, and by whom. */
import { longDay } from '../../terms/day.ts'
import { Button, Empty, Heading, Pagination } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { Stat, Stats } from '../../web/stat.tsx'
import { Table } from '../../web/table.tsx'
import { latestSnapshot } from '../../children/snapshot.ts'
import { countOpenJobs } from '../../store/jobs.ts'
import { DataNavigation } from '../data-navigation.tsx'
import { rowsRead } from '../load.ts'
import { countLoads, listLoads } from '../load-store.ts'
import { byWhom, figure, loadAddress, loadName, StateTag } from './load-words.tsx'

const ON_A_PAGE = 50
/** Jobs that bring records in without anyone having chosen files. */
const COMING = ['load-demo-children']

export const loads = page({
  path: '/data',
  may: 'load-children',
  section: 'Data',
  wide: true,
  async load({ db, query }) {
    const wanted = Number(query.get('page') ?? 1)
    const [count, last, coming] = [await countLoads(db), await latestSnapshot(db), await countOpenJobs(db, COMING)]
    const pages = Math.max(1, Math.ceil(count / ON_A_PAGE))
    const at = Number.isInteger(wanted) && wanted >= 1 && wanted <= pages ? wanted : 1
    const listed = await listLoads(db, { limit: ON_A_PAGE, offset: (at - 1) * ON_A_PAGE })
    return { listed, last, coming, at, pages }
  },
  title: () => 'Records of children',
  view: ({ listed, last, coming, at, pages }, _form, { person }) => (
    <>
      <Heading actions={<Button href="/data/bring-in">Bring in an extract</Button>}>Records of children</Heading>
      <DataNavigation current="loads" person={person} />
      {coming > 0 && (
        <div data-waits class="govuk-inset-text">
          <p class="govuk-body" role="status">
            Records are being brought in. This page shows them as soon as they are here.
          </p>
        </div>
      )}
      {last && (
        <Stats>
          <Stat number={last.rowCounts.people ?? 0} words="people" note={`as at ${longDay(last.asAt)}`} />
          <Stat number={last.rowCounts.referrals ?? 0} words="referrals" />
          <Stat number={last.rowCounts.cpPlans ?? 0} words="child protection plans" />
          <Stat number={last.rowCounts.claEpisodes ?? 0} words="looked-after episodes" />
        </Stats>
      )}
      <Table
        caption="Loads, the latest first"
        rows={listed}
        empty={
          <Empty title="Nothing has been brought in yet">
            <p class="govuk-body">
              Bring in the extract of your case system. You see what was found and what is wrong in it before any of it
              is kept.
            </p>
          </Empty>
        }
        columns={[
          {
            heading: 'Load',
            names: true,
            cell: load => (
              <a class="govuk-link govuk-link--no-visited-state" href={loadAddress(load)}>
                {loadName(load)}
              </a>
            ),
          },
          { heading: 'State', cell: ({ state }) => <StateTag state={state} /> },
          { heading: 'Brought in', cell: load => byWhom(load.stagedAt, load.stagedBy) },
          { heading: 'Files', number: true, cell: ({ files }) => files.length },
          { heading: 'Rows read', number: true, cell: load => (load.readAt ? figure(rowsRead(load).read) : '') },
          { heading: 'Left out', number: true, cell: load => (load.readAt ? figure(rowsRead(load).refused) : '') },
          { heading: 'Kept', cell: load => (load.keptAt ? byWhom(load.keptAt, load.keptBy) : '') },
        ]}
      />
      <Pagination page={at} pages={pages} href={number => `/data?page=${number}`} />
    </>
  ),
})
